import { createReadStream, readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { isRecord, parseJson } from '../text/json.ts';
import type { SparkReport } from './report.ts';
import { wrongShard } from './shard-file.ts';

/** Files that Spark wrote to a folder, in the order of what they hold. @throws Error of the file system */
export async function partsIn(folder: string): Promise<string[]> {
  const names = await readdir(folder);
  return names
    .filter((name) => name.startsWith('part-'))
    .sort()
    .map((name) => path.join(folder, name));
}

/** The lines of JSON that Spark wrote of dropped rows. @param files in the order of their rows */
export function* linesOf(files: readonly string[]): Generator<Uint8Array> {
  for (const file of files) yield readFileSync(file);
}

/** A row as the list of dropped rows has it, unchecked. */
type ListedRow = Readonly<Record<'id' | 'source' | 'reason', unknown>>;

/**
 * The rows of the list of dropped rows.
 *
 * @param files in the order of their rows
 * @throws Error that names the file and the line that is none, without what it holds
 */
export async function* droppedRows(files: readonly string[]): AsyncGenerator<ListedRow> {
  for (const file of files) {
    let number = 0;
    for await (const line of createInterface({ input: createReadStream(file), crlfDelay: 0 })) {
      number++;
      if (line === '') continue;
      const row = parseJson(Buffer.from(line));
      if (!isRecord(row)) throw wrongShard(file, `line ${number} is no dropped row`);
      yield { id: row.id, source: row.source, reason: row.reason };
    }
  }
}

/**
 * Reads what spark/prepare.py told last.
 *
 * @param out the folder it wrote to
 * @param datasets names of those it was to prepare, in the order of the plan
 * @throws Error when there is no such report
 */
export async function readReport(out: string, datasets: readonly string[]): Promise<SparkReport> {
  const report = await parse(out).catch((cause) => {
    // What no JSON is would be quoted.
    if (cause instanceof SyntaxError) throw new Error(NO_JSON);
    throw new Error(
      'spark-command ended with 0, but there is no report where {out} says. Have it write to {out} on this machine, or copy what it wrote there before it ends.',
      { cause },
    );
  });
  const names = report.datasets.map(({ name }) => name);
  if (report.version === 2 && JSON.stringify(names) === JSON.stringify(datasets)) return report;
  throw new Error(
    `The report of spark-command is not about the datasets of this run (${datasets.join(', ')}). Run the prepare.py that {script} names.`,
  );
}

const NO_JSON =
  'The report that spark-command left at {out} is no JSON. Run the prepare.py that {script} names, of this version, and nothing after it that changes its files.';

async function parse(out: string): Promise<SparkReport> {
  const [part] = await partsIn(path.join(out, 'report.json'));
  return JSON.parse(await readFile(part, 'utf8'));
}
