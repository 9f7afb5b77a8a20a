import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ByteWriter } from 'hyparquet-writer';
import { writeMetadata } from 'hyparquet-writer/src/metadata.js';
import { type PreparedOnDisk, type SettledOnDisk, writeIndexOnDisk } from '../engine/disk/disk-job.ts';
import { DiskRows } from '../engine/disk/disk-rows.ts';
import { MOST_CONFLICT_IDS } from '../engine/engine.ts';
import type { RowsJob } from '../engine/job.ts';
import { shardPath } from '../engine/parquet.ts';
import { type PrepareOptions, prepareRows } from '../engine/prepare.ts';
import type { ComparedRows, RowIndex } from '../engine/row-index/row-index.ts';
import type { RowCounts } from '../engine/rows/row-counts.ts';
import { hubFeatures } from '../model/features.ts';
import type { DataFile } from '../model/file.ts';
import { SPLIT_NAMES, type SplitName } from '../model/rows.ts';
import type { DatasetShape } from '../model/shape.ts';
import { droppedRows, partsIn } from './read-report.ts';
import { ShardFile } from './shard-file.ts';
import { type ShardSource, type TakenShards, takeShards } from './take-shards.ts';

/** Rows of a dataset that Spark prepared, before they are checked and taken over. */
export interface SparkJobSource {
  readonly kind: 'spark';
  readonly source: ShardSource;
  readonly counts: RowCounts;
}

/** Takes over the output of Spark. */
export class SparkJob implements RowsJob<SettledOnDisk, PreparedOnDisk> {
  readonly #source: ShardSource;
  readonly #counts: RowCounts;
  #taken: TakenShards | undefined;
  #rows: DiskRows | undefined;

  constructor({ source, counts }: SparkJobSource) {
    this.#source = source;
    this.#counts = counts;
  }

  /** @throws Error that names the file and its problem, without a text; SpillError */
  async settle(): Promise<SettledOnDisk> {
    const droppedFiles = await partsIn(path.join(this.#source.shards, 'dropped'));
    this.#taken = await takeShards(this.#source, droppedFiles);
    return {
      counts: this.#counts,
      classRows: this.#taken.classRows,
      conflictIds: await conflictIds(droppedFiles),
      droppedFiles,
    };
  }

  /** @throws SpillError */
  prepare(how: PrepareOptions): PreparedOnDisk {
    const rows = new DiskRows(this.#source, this.#taken!);
    this.#rows = rows;
    // Rows of a shard stay in it: drop-near-duplicates is refused with spark-command.
    const { dataset } = prepareRows(
      rows,
      { ...how, review: false },
      { counts: this.#counts, drop: () => undefined },
    );
    // Shards have no ids, by which near-duplicates, rows to review and the rows themselves would be listed.
    return { dataset, examples: [], review: null, dropped: [], ids: null };
  }

  write(): Promise<DataFile[]> {
    return publishShards(this.#source, this.#taken!.files);
  }

  /** @throws SpillError */
  index(earlier: ComparedRows | null): Promise<RowIndex> {
    return writeIndexOnDisk(this.#rows!, this.#source, { leftOut: null, earlier, matches: null });
  }
}

/** Ids of the first conflicting rows. */
async function conflictIds(files: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id, reason } of droppedRows(files)) {
    if (reason === 'conflict') ids.push(String(id ?? ''));
    if (ids.length === MOST_CONFLICT_IDS) break;
  }
  return ids;
}

/** Makes the data files of a dataset from Spark's shards: features in their footers, and the names of the Hub. */
async function publishShards(
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

/** Length of the footer, and the magic number after it. */
const TAIL_BYTES = 8;

const MAGIC = 0x31524150;

/**
 * Writes the features of a dataset into the footer of a parquet file, under the key `huggingface` where `datasets`
 * reads them. The row groups before it stay unchanged.
 */
async function addFeatures({ file, bytes, metadata }: ShardFile, shape: DatasetShape): Promise<void> {
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
