import { createReadStream, readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { isRecord, parseJson } from '../text/json.ts';
import type { SparkReport } from './report.ts';
import { wrongShard } from './shard-file.ts';

/** Lists files that Spark wrote to a folder, in the order of their content. @throws Error of the file system */
export async function partsIn(folder: string): Promise<string[]> {
  const names = await readdir(folder);
  return names
    .filter((name) => name.startsWith('part-'))
    .sort()
    .map((name) => path.join(folder, name));
}

/** Reads the lines of JSON that Spark wrote about dropped rows. @param files in the order of their rows */
export function* linesOf(files: readonly string[]): Generator<Uint8Array> {
  for (const file of files) yield readFileSync(file);
}

/** A row in the list of dropped rows, unchecked. */
type ListedRow = Readonly<Record<'id' | 'source' | 'reason', unknown>>;

/**
 * Reads the rows of the list of dropped rows.
 *
 * @param files in the order of their rows
 * @throws Error that names the file and the malformed line, without its text
 */
export async function* droppedRows(files: readonly string[]): AsyncGenerator<ListedRow> {
  for (const file of files) {
    let number = 0;
    for await (const line of createInterface({ input: createReadStream(file), crlfDelay: 0 })) {
      number++;
      if (line === '') continue;
      const row = parseJson(Buffer.from(line));
      if (!isRecord(row)) throw wrongShard(file, `line ${number} is not a dropped row`);
      yield { id: row.id, source: row.source, reason: row.reason };
    }
  }
}

/**
 * Reads the report that spark/prepare.py wrote last.
 *
 * @param out the folder it wrote to
 * @param datasets names of the datasets of the plan, in its order
 * @throws Error if there is no such report
 */
export async function readReport(out: string, datasets: readonly string[]): Promise<SparkReport> {
  const report = await parse(out).catch((cause) => {
    // The message about malformed JSON would quote it.
    if (cause instanceof SyntaxError) throw new Error(NO_JSON);
    throw new Error(
      'spark-command ended with 0, but {out} has no report. Write to {out} on this machine, or copy the output there before the command ends.',
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
  'The report that spark-command left at {out} is not JSON. Run the prepare.py that {script} names, of this version, and change its files by no later step.';

async function parse(out: string): Promise<SparkReport> {
  const [part] = await partsIn(path.join(out, 'report.json'));
  return JSON.parse(await readFile(part, 'utf8'));
}
