import { firstRows } from '../engine/first-rows.ts';
import type { OutputFolder } from '../model/output-folder.ts';
import type { PipelinePorts } from '../pipeline/settings.ts';
import { oneLine } from '../text/markdown.ts';

const ROWS = 5;
/** Longest value that is handed to a terminal, which cuts each line to its width. */
const LONGEST = 500;
const FIRST_FILE = /^data\/train-00000-of-\d+\.parquet$/;

/** The first rows of the training split of each dataset of a preview. */
export class SampleRows {
  readonly #lines = new Map<string, readonly string[]>();

  /** Returns the ports of a run with a folder that keeps the first rows of what passes. */
  watch(ports: PipelinePorts): PipelinePorts {
    const { outputFolder } = ports;
    const watching: OutputFolder = {
      write: async (dataset, files) => {
        const file = files.find(({ path }) => FIRST_FILE.test(path));
        if (file !== undefined) this.#lines.set(dataset, linesOf(await firstRows(file, ROWS)));
        await outputFolder?.write(dataset, files);
      },
      writeDropped: async (dataset, lines) => outputFolder?.writeDropped(dataset, lines),
      writeRowIds: async (dataset, ids, contents) => outputFolder?.writeRowIds(dataset, ids, contents),
      writeReview: async (dataset, lines) => outputFolder?.writeReview(dataset, lines),
    };
    return { ...ports, outputFolder: watching };
  }

  /** Returns the rows of each dataset, each row on lines of its own. */
  lines(): string[] {
    return Array.from(this.#lines, ([dataset, rows]) => [
      '',
      `${dataset}: the first rows of train, shown on this terminal only`,
      ...rows,
    ]).flat();
  }
}

function linesOf(rows: readonly Readonly<Record<string, unknown>>[]): string[] {
  return rows.flatMap((row) =>
    Object.entries(row).map(
      ([column, value], index) => `  ${index === 0 ? '-' : ' '} ${oneLine(column)}: ${textOf(value)}`,
    ),
  );
}

/** A value in one line, without characters that a terminal would obey. */
function textOf(value: unknown): string {
  const plain = (_: string, part: unknown) => (typeof part === 'bigint' ? Number(part) : part);
  const text = typeof value === 'string' ? value : JSON.stringify(value, plain);
  return oneLine(text.slice(0, LONGEST));
}
