import { isUtf8 } from 'node:buffer';
import path from 'node:path';
import { OrderedFiles } from '../engine/disk/disk-rows.ts';
import { joinIdentity } from '../engine/rows/identity.ts';
import { TextRanker } from '../engine/rows/rank.ts';
import { originCode } from '../engine/rows/row-origin.ts';
import { emptyRow, type SpilledRow } from '../engine/rows/row-spill.ts';
import { trimWhitespace, whitespaceLength } from '../engine/rows/whitespace.ts';
import { splitOf } from '../engine/split/split-stable.ts';
import type { RankBound, SplitName, SplitShares } from '../model/rows.ts';
import type { DatasetShape } from '../model/shape.ts';
import type { Probes } from './database-rows.ts';
import { ProbeCheck } from './probe-check.ts';
import { partsIn } from './read-report.ts';
import type { ReportedSplit } from './report.ts';
import { ShardFile, type ShardRow, wrongShard } from './shard-file.ts';

/** The output of Spark for a dataset, before it is checked and taken over. */
export interface ShardSource {
  readonly shape: DatasetShape;
  /** Folder that Spark wrote the dataset to. */
  readonly shards: string;
  /** Folder of rows in order, and the prefix of the names of its files. */
  readonly folder: string;
  readonly name: string;
  readonly shares: Pick<SplitShares, 'testBelow' | 'evalBelow'>;
  readonly seed: number;
  readonly reportedSplits: Readonly<Record<SplitName, ReportedSplit>>;
  /** Rows of each class in the database; null if they were not counted. */
  readonly mostOfClass: readonly (number | null)[];
  /** Rows of the database that must be found. */
  readonly probes: Probes;
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
const SPACE = 0x20;

/**
 * Reads the shards of a dataset once, and stores their rows like `src/engine/disk`. Checks that every row has a class
 * and a text without white space to clean, that it is in the split and the position of its rank and nowhere else, that
 * the number of rows is the reported one, and that the rows that were read from the database are among them.
 *
 * @param droppedFiles the list of dropped rows
 * @throws Error with the file and its problem, without a text; SpillError
 */
export async function takeShards(source: ShardSource, droppedFiles: readonly string[]): Promise<TakenShards> {
  const { shape, folder, name } = source;
  const ordered = new OrderedFiles(folder, name, { hasOnlyClass: true, confidences: 0 });
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
  await check.endAll(droppedFiles);
  return { sizes: ordered.sizes, ranks: ordered.ranks, classRows: check.classRows, files };
}

/** Checks rows in their order. */
class RowCheck {
  readonly classRows: number[];
  /** The row that was checked last, and its rank. */
  readonly row: SpilledRow = { ...emptyRow(), origin: originCode(null) };
  readonly #source: ShardSource;
  readonly #ranker: TextRanker;
  readonly #probes: ProbeCheck;
  #split: SplitName = 'test';
  #rows = 0;
  #splitClassRows: number[] = [];
  #last = { high: -1, low: -1, text: new Uint8Array() };

  constructor(source: ShardSource) {
    this.#source = source;
    this.#ranker = new TextRanker(source.seed);
    this.classRows = source.shape.classNames.map(() => 0);
    this.#probes = new ProbeCheck(source.probes);
  }

  get rank(): RankBound {
    return this.#ranker;
  }

  begin(split: SplitName): void {
    this.#split = split;
    this.#rows = 0;
    this.#splitClassRows = this.classRows.map(() => 0);
  }

  /** @throws Error with what is wrong with the row */
  add({ texts, classId }: ShardRow, file: string): void {
    this.#rows++;
    const problem = this.#problemOf(texts, classId);
    if (problem !== null) throw wrongShard(file, `row ${this.#rows} of ${this.#split} ${problem}`);
    const { row } = this;
    row.classId = Number(classId);
    row.rankHigh = this.#ranker.high;
    row.rankLow = this.#ranker.low;
    this.#last = { high: row.rankHigh, low: row.rankLow, text: row.text.slice() };
    const unlike = this.#probes.problemOf(row);
    if (unlike !== null) throw wrongShard(file, `row ${this.#rows} of ${this.#split} ${unlike}`);
    this.classRows[row.classId]++;
    this.#splitClassRows[row.classId]++;
  }

  /** @throws Error if the rows differ from the reported ones */
  end(files: string): void {
    const { rows, classRows } = this.#source.reportedSplits[this.#split];
    const found = { rows: this.#rows, classRows: this.#splitClassRows };
    if (JSON.stringify(found) !== JSON.stringify({ rows, classRows }))
      throw wrongShard(
        files,
        `there are ${this.#rows} rows, and the report counts others by class (${rows})`,
      );
  }

  /** @throws Error if the database has fewer rows of a class, or one that is neither published nor listed as dropped */
  async endAll(droppedFiles: readonly string[]): Promise<void> {
    const { shards, mostOfClass } = this.#source;
    for (const [id, rows] of this.classRows.entries()) {
      const most = mostOfClass[id] ?? rows;
      if (rows > most)
        throw wrongShard(
          path.join(shards, '*'),
          `${rows} rows have the class ${id}, but only ${most} in the database`,
        );
    }
    await this.#probes.end(path.join(shards, 'dropped'), droppedFiles);
  }

  #problemOf(texts: readonly unknown[], classId: unknown): string | null {
    if (!texts.every((text) => text instanceof Uint8Array)) return 'has no text';
    if (!texts.every(isTidy)) return 'has a text that is not cleaned';
    const identity = joinIdentity(texts);
    const isClass = typeof classId === 'bigint' && classId >= 0n && classId < this.classRows.length;
    if (!isClass) return 'has no class of the dataset';
    this.row.text = identity;
    this.#ranker.rank(identity);
    if (splitOf(this.#ranker, this.#source.shares) !== this.#split) return 'belongs to another split';
    const order = this.#ranker.high - this.#last.high || this.#ranker.low - this.#last.low;
    const isAfter = order > 0 || (order === 0 && Buffer.compare(identity, this.#last.text) > 0);
    return isAfter ? null : 'is after one of a higher rank, or occurs twice';
  }
}

/**
 * True for a text that may have been cleaned: valid UTF-8, not empty, without white space except single spaces between
 * other characters. It may still have a tag: a tag over two lines becomes a tag only when the line break has become a
 * space, and cleaning it again would change it.
 */
function isTidy(text: Uint8Array): boolean {
  if (text.length === 0 || !isUtf8(text) || trimWhitespace(text).length < text.length) return false;
  for (let position = 0; position < text.length; position++) {
    const width = whitespaceLength(text, position, text.length);
    if (width > 1 || (width === 1 && (text[position] !== SPACE || text[position + 1] === SPACE)))
      return false;
  }
  return true;
}
