import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { shardPath } from '../engine/parquet.ts';
import type { DataFile } from '../model/file.ts';
import { SPLIT_NAMES, type SplitName } from '../model/rows.ts';
import type { DatasetShape } from '../model/shape.ts';
import { addFeatures } from './footer.ts';
import { ShardFile } from './shard-file.ts';

/** Makes the data files of a dataset of Spark's shards: features into their footers, names as on the Hub. */
export async function publishShards(
  { shape }: { readonly shape: DatasetShape },
  files: Readonly<Record<SplitName, readonly string[]>>,
): Promise<DataFile[]> {
  const published: DataFile[] = [];
  for (const split of SPLIT_NAMES) {
    for (const [index, file] of files[split].entries()) {
      await addFeatures(await ShardFile.open(file, shape), shape);
      const path = shardPath(split, index, files[split].length);
      const { size } = await stat(file);
      published.push({ split, path, file, size, sha256: await sha256OfFile(file) });
    }
  }
  return published;
}

async function sha256OfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
