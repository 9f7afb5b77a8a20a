import path from 'node:path';
import { OrderedFiles } from '../engine/disk/disk-rows.ts';
import { IdentityReader, joinIdentity } from '../engine/rows/identity.ts';
import { TextRanker } from '../engine/rows/rank.ts';
import { originCode } from '../engine/rows/row-origin.ts';
import { emptyRow, type SpilledRow } from '../engine/rows/row-spill.ts';
import { splitOf } from '../engine/split/split-stable.ts';
import type { RankBound, SplitName, SplitShares } from '../model/rows.ts';
import type { DatasetShape } from '../model/shape.ts';
import { partsIn } from './read-report.ts';
import type { ReportedSplit } from './report.ts';
import { ShardFile, type ShardRow, wrongShard } from './shard-file.ts';

/** What Spark made of a dataset, to be checked and taken over. */
export interface ShardSource {
  readonly shape: DatasetShape;
  /** Folder Spark wrote the dataset to. */
  readonly shards: string;
  /** Folder of rows in order, and what the names of its files begin with. */
  readonly folder: string;
  readonly name: string;
  readonly shares: Pick<SplitShares, 'testBelow' | 'evalBelow'>;
  readonly seed: number;
  readonly reportedSplits: Readonly<Record<SplitName, ReportedSplit>>;
}

/** What was taken over. */
export interface TakenShards {
  readonly sizes: Readonly<Record<SplitName, number>>;
  /** Number of different ranks. */
  readonly ranks: number;
  readonly classRows: readonly number[];
  readonly files: Readonly<Record<SplitName, readonly string[]>>;
}

/** In the order of ranks. */
const BY_RANK: readonly SplitName[] = ['test', 'eval', 'train'];
const NO_ID = new Uint8Array();

/**
 * Reads the shards of a dataset once, and keeps their rows as `src/engine/disk` has them: checks that every row is cleaned, has a
 * class, is in the split and the place of its rank, and in no other, and that there are as many as were told.
 *
 * @throws Error that tells the file and what is wrong, without a text; SpillError
 */
export async function takeShards(source: ShardSource): Promise<TakenShards> {
  const { shape, folder, name } = source;
  const ordered = new OrderedFiles(folder, name, { hasOnlyClass: true });
  const check = new RowCheck(source);
  const files: Record<SplitName, string[]> = { train: [], eval: [], test: [] };
  for (const split of BY_RANK) {
    check.begin(split);
    files[split] = await partsIn(path.join(source.shards, split)).catch((cause) => {
      throw wrongShard(path.join(source.shards, split), 'there are no files', cause);
    });
    for (const file of files[split]) {
      const shard = await ShardFile.open(file, shape);
      for await (const row of shard.rows()) {
        check.add(row, file);
        ordered.append(split, { source: 'corrections', id: NO_ID, row: check.row }, check.rank);
      }
    }
    check.end(path.join(source.shards, split, 'part-*'));
  }
  ordered.close();
  return { sizes: ordered.sizes, ranks: ordered.ranks, classRows: check.classRows, files };
}

/** Checks rows one after the other. */
class RowCheck {
  readonly classRows: number[];
  /** The row that was checked last, and its rank. */
  readonly row: SpilledRow = { ...emptyRow(), origin: originCode(null) };
  readonly #source: ShardSource;
  readonly #reader: IdentityReader;
  readonly #ranker: TextRanker;
  #split: SplitName = 'test';
  #rows = 0;
  #splitClassRows: number[] = [];
  #last = { high: -1, low: -1, text: new Uint8Array() };

  constructor(source: ShardSource) {
    this.#source = source;
    this.#reader = new IdentityReader(source.shape, { texts: source.shape.texts.map((_, index) => index) });
    this.#ranker = new TextRanker(source.seed);
    this.classRows = source.shape.classNames.map(() => 0);
  }

  get rank(): RankBound {
    return this.#ranker;
  }

  begin(split: SplitName): void {
    this.#split = split;
    this.#rows = 0;
    this.#splitClassRows = this.classRows.map(() => 0);
  }

  /** @throws Error that tells what is wrong with the row */
  add({ texts, classId }: ShardRow, file: string): void {
    this.#rows++;
    const problem = this.#problemOf(texts, classId);
    if (problem !== null) throw wrongShard(file, `row ${this.#rows} of ${this.#split} ${problem}`);
    const { row } = this;
    row.classId = Number(classId);
    row.rankHigh = this.#ranker.high;
    row.rankLow = this.#ranker.low;
    this.#last = { high: row.rankHigh, low: row.rankLow, text: row.text.slice() };
    this.classRows[row.classId]++;
    this.#splitClassRows[row.classId]++;
  }

  /** @throws Error when there are other rows than were told */
  end(files: string): void {
    const { rows, classRows } = this.#source.reportedSplits[this.#split];
    const found = { rows: this.#rows, classRows: this.#splitClassRows };
    if (JSON.stringify(found) !== JSON.stringify({ rows, classRows }))
      throw wrongShard(
        files,
        `there are ${this.#rows} rows, and not those of each class that the report tells (${rows})`,
      );
  }

  #problemOf(texts: readonly unknown[], classId: unknown): string | null {
    if (!texts.every((text) => text instanceof Uint8Array)) return 'has no text';
    const identity = this.#reader.read(texts);
    if (typeof identity === 'string' || !isSame(identity, joinIdentity(texts)))
      return 'has a text that is not cleaned';
    const isClass = typeof classId === 'bigint' && classId >= 0n && classId < this.classRows.length;
    if (!isClass) return 'has no class of the dataset';
    this.row.text = identity;
    this.#ranker.rank(identity);
    if (splitOf(this.#ranker, this.#source.shares) !== this.#split) return 'belongs to another split';
    const order = this.#ranker.high - this.#last.high || this.#ranker.low - this.#last.low;
    const isAfter = order > 0 || (order === 0 && Buffer.compare(identity, this.#last.text) > 0);
    return isAfter ? null : 'stands after one of a higher rank, or stands there twice';
  }
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
