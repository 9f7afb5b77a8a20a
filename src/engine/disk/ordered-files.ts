import path from 'node:path';
import type { SplitName } from '../../model/rows.ts';
import type { NamedRow } from '../rows/dropped-rows.ts';
import type { SpilledRow } from '../rows/row-spill.ts';
import { AppendFile } from './append-file.ts';
import { type RecordPart, RowReader, writeRow } from './row-record.ts';

const BUFFER_BYTES = 1 << 20;

/** Writes the rows of a dataset to files, one a split, in the order of their ranks. */
export class OrderedFiles {
  readonly sizes: Record<SplitName, number> = { train: 0, eval: 0, test: 0 };
  /** Number of different ranks: rows with the same one stay in one split. */
  ranks = 0;
  readonly #files: Readonly<Record<SplitName, AppendFile>>;
  readonly #parts: readonly RecordPart[];
  #high = -1;
  #low = -1;

  /** @param name which its files begin with */
  constructor(folder: string, name: string, { hasOnlyClass }: Pick<RecordPart, 'hasOnlyClass'>) {
    const open = (split: SplitName) => new AppendFile(orderedFile(folder, name, split), BUFFER_BYTES);
    this.#files = { train: open('train'), eval: open('eval'), test: open('test') };
    this.#parts = [orderedPart(hasOnlyClass)];
  }

  /** Appends a row, which ranks above all before it. @param rank of its group, or its text */
  append(
    split: SplitName,
    { source, id, row }: NamedRow & { readonly row: SpilledRow },
    rank: { high: number; low: number },
  ): void {
    if (rank.high !== this.#high || rank.low !== this.#low) this.ranks++;
    this.#high = rank.high;
    this.#low = rank.low;
    this.sizes[split]++;
    writeRow(this.#files[split], this.#parts, { source, id, rows: [row] });
  }

  close(): void {
    for (const file of Object.values(this.#files)) file.close();
  }
}

/** Reads the records of such files. */
export function orderedReader(hasOnlyClass: boolean): RowReader {
  return new RowReader([orderedPart(hasOnlyClass)], 0);
}

export function orderedFile(folder: string, name: string, split: SplitName): string {
  return path.join(folder, `${name}-${split}`);
}

function orderedPart(hasOnlyClass: boolean): RecordPart {
  return { hasOnlyClass, isGrouped: false, isNoted: false };
}
