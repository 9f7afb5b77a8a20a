import { open } from 'node:fs/promises';
import { ByteWriter } from 'hyparquet-writer';
import { writeMetadata } from 'hyparquet-writer/src/metadata.js';
import { hubFeatures } from '../model/features.ts';
import type { DatasetShape } from '../model/shape.ts';
import type { ShardFile } from './shard-file.ts';

/** Length of the footer, and the magic number after it. */
const TAIL_BYTES = 8;
const MAGIC = 0x31524150;

/**
 * Puts the features of a dataset into the footer of a parquet file, under the key `huggingface` where `datasets` looks for
 * them. The row groups before it stay as they are.
 */
export async function addFeatures({ file, bytes, metadata }: ShardFile, shape: DatasetShape): Promise<void> {
  const others = (metadata.key_value_metadata ?? []).filter(({ key }) => key !== 'huggingface');
  const value = JSON.stringify({ info: { features: hubFeatures(shape) } });
  const writer = new ByteWriter();
  writeMetadata(writer, { ...metadata, key_value_metadata: [...others, { key: 'huggingface', value }] });
  writer.appendUint32(MAGIC);
  const footer = writer.getBytes();
  const handle = await open(file, 'r+');
  try {
    const start = bytes - TAIL_BYTES - metadata.metadata_length;
    await handle.write(footer, 0, footer.length, start);
    await handle.truncate(start + footer.length);
  } finally {
    await handle.close();
  }
}
