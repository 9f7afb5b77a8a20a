import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { PreparedOnDisk, SettledOnDisk } from '../engine/disk/disk-job.ts';
import { DiskRows } from '../engine/disk/disk-rows.ts';
import { MOST_CONFLICT_IDS } from '../engine/engine.ts';
import type { RowsJob } from '../engine/job.ts';
import { type PrepareOptions, prepareRows } from '../engine/prepare.ts';
import type { RowCounts } from '../engine/rows/row-counts.ts';
import type { DataFile } from '../model/file.ts';
import { publishShards } from './publish-shards.ts';
import { partsIn } from './read-report.ts';
import { type ShardSource, type TakenShards, takeShards } from './take-shards.ts';

/** Rows of a dataset that Spark prepared, to be checked and taken over. */
export interface SparkJobSource {
  readonly kind: 'spark';
  readonly source: ShardSource;
  readonly counts: RowCounts;
}

/** Takes over what Spark prepared. */
export class SparkJob implements RowsJob<SettledOnDisk, PreparedOnDisk> {
  readonly #source: ShardSource;
  readonly #counts: RowCounts;
  #taken: TakenShards | undefined;

  constructor({ source, counts }: SparkJobSource) {
    this.#source = source;
    this.#counts = counts;
  }

  /** @throws Error that names the file and what is wrong with it, without a text; SpillError */
  async settle(): Promise<SettledOnDisk> {
    this.#taken = await takeShards(this.#source);
    const droppedFiles = await partsIn(path.join(this.#source.shards, 'dropped'));
    return {
      counts: this.#counts,
      classRows: this.#taken.classRows,
      conflictIds: conflictIds(droppedFiles),
      droppedFiles,
    };
  }

  /** @throws SpillError */
  prepare(how: PrepareOptions): PreparedOnDisk {
    const rows = new DiskRows(this.#source, this.#taken!);
    // Rows that are in a shard stay there: drop-near-duplicates is refused with spark-command.
    const { dataset } = prepareRows(rows, how, { counts: this.#counts, drop: () => undefined });
    // Shards have no ids, by which near copies would be shown.
    return { dataset, examples: [], dropped: [] };
  }

  write(): Promise<DataFile[]> {
    return publishShards(this.#source, this.#taken!.files);
  }
}

/** Ids of the first conflicting rows. */
function conflictIds(files: readonly string[]): string[] {
  const ids: string[] = [];
  for (const file of files) {
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      if (ids.length === MOST_CONFLICT_IDS) return ids;
      if (line === '') continue;
      const { id, reason } = JSON.parse(line) as { id: string; reason: string };
      if (reason === 'conflict') ids.push(id);
    }
  }
  return ids;
}
