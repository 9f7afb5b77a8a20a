import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import type { Compressors } from 'hyparquet';
import { tagNames } from '../model/features.ts';
import type { TaskComparison } from '../model/tasks.ts';
import { isRecord, parseJson } from '../text/json.ts';
import { counted } from '../text/markdown.ts';
import { classSuggester } from '../text/suggest-class.ts';

/** Decompressors of what trainers write parquet with; hyparquet has Snappy itself. */
export const COMPRESSORS: Compressors = {
  ZSTD: (input) => new Uint8Array(zstdDecompressSync(input)),
  GZIP: (input) => new Uint8Array(gunzipSync(input)),
  BROTLI: (input) => new Uint8Array(brotliDecompressSync(input)),
};

/** What a model predicted of one row: ids of classes or of the tags of its tokens, a number, or whether a choice or a flag is the label's. */
export type Predicted = readonly number[] | number | string | boolean;

/** What the predictions of a file must be about. */
interface Expected {
  /** Name of the input, for messages. */
  readonly input: string;
  readonly compares: NonNullable<TaskComparison>;
  /** Tag of the version. */
  readonly version: string;
  /** Labels of the rows of its test split; of spans, the tags of their tokens. */
  readonly labels: readonly Predicted[];
  readonly classNames: readonly string[];
  /** False where ids may mean other classes than those of the version, so that only names are taken. */
  readonly areIdsKnown: boolean;
}

/** The predictions of a file, by the position of the row in the test split. */
export interface Predictions {
  readonly predicted: readonly Predicted[];
  /** True when the file names the version it is about. */
  readonly namesVersion: boolean;
}

/** Rows that are listed in a message. */
const MOST_LISTED = 5;

/**
 * Reads the predictions of a model on a test split: parquet, or a line of JSON per row.
 *
 * @throws Error that names the input, what is wrong and how to fix it; never a value of the file, which may be a text
 */
export async function readPredictions(content: Uint8Array, expected: Expected): Promise<Predictions> {
  const { input } = expected;
  const rows = expected.labels.length;
  const isParquet = Buffer.from(content.subarray(0, 4)).toString('latin1') === 'PAR1';
  const entries = isParquet ? await parquetEntries(content, input) : lineEntries(content, input);
  const versions = new Set(entries.flatMap(({ version }) => (version === undefined ? [] : [version])));
  const others = [...versions].filter((version) => version !== expected.version);
  if (others.length > 0) {
    const named = others.find((version) => typeof version === 'string' && /^v\d{8}_\d{6}$/.test(version));
    throw new Error(
      `${input} holds predictions of another version${named === undefined ? '' : ` (${named})`}. Predict the test split of ${expected.version}, or set version.`,
    );
  }
  const predicted = new Array<Predicted | undefined>(rows);
  const repeated: number[] = [];
  const outside: number[] = [];
  const wrong: number[] = [];
  const read = predictionReader(expected);
  for (const [number, { row: given, predicted: value }] of entries.entries()) {
    const row = typeof given === 'bigint' ? Number(given) : given;
    if (typeof row !== 'number' || !Number.isSafeInteger(row) || row < 0) {
      throw new Error(
        `${input}: entry ${number + 1} has no row. Write the position of the row in the test split as row, a whole number from 0.`,
      );
    }
    if (row >= rows) outside.push(row);
    else if (predicted[row] !== undefined) repeated.push(row);
    else {
      const taken = read.take(value, row);
      if (taken === null) wrong.push(row);
      predicted[row] = taken ?? 0;
    }
  }
  const missing = Array.from(predicted.keys()).filter((row) => predicted[row] === undefined);
  const problems = [
    ...problemOf(outside, `not in the test split, which has ${counted(rows, 'row')}`),
    ...problemOf(repeated, 'repeated'),
    ...problemOf(missing, 'missing'),
  ];
  if (problems.length > 0) {
    throw new Error(
      `${input} does not hold one prediction for each row of the test split of ${expected.version}: ${problems.join('; ')}. Predict exactly that split, at revision ${expected.version}, with row as the position in its files.`,
    );
  }
  if (wrong.length > 0) {
    throw new Error(
      `${input}: ${problemOf(wrong, `with a prediction that is not ${read.what}`)[0]}.${read.hint()}`,
    );
  }
  const namesVersion = entries.length > 0 && entries.every(({ version }) => version !== undefined);
  return { predicted: predicted as Predicted[], namesVersion };
}

interface RawEntry {
  readonly row: unknown;
  readonly predicted: unknown;
  readonly version: unknown;
}

function lineEntries(content: Uint8Array, input: string): RawEntry[] {
  const text = new TextDecoder().decode(content).replace(/^\uFEFF/, '');
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const entry = parseJson(Buffer.from(line));
    if (!isRecord(entry) || !('row' in entry) || !('predicted' in entry)) {
      throw new Error(
        `${input}: line ${index + 1} is not a JSON object with row and predicted, such as {"row": 0, "predicted": "billing"}. Write parquet, or one such line for each row.`,
      );
    }
    return [{ row: entry.row, predicted: entry.predicted, version: entry.version }];
  });
}

async function parquetEntries(content: Uint8Array, input: string): Promise<RawEntry[]> {
  const { parquetMetadata, parquetReadObjects } = await import('hyparquet');
  const file = Uint8Array.from(content).buffer;
  let rows: Record<string, unknown>[];
  let columns: string[];
  try {
    const metadata = parquetMetadata(file);
    const { num_children: count = 0 } = metadata.schema[0];
    columns = topColumns(metadata.schema, count);
    const wanted = ['row', 'predicted', 'version'].filter((name) => columns.includes(name));
    rows = await parquetReadObjects({ file, columns: wanted, compressors: COMPRESSORS });
  } catch (cause) {
    throw new Error(
      `${input} is not parquet that can be read. Write it uncompressed, or with snappy, gzip, brotli or zstd.`,
      { cause },
    );
  }
  const absent = ['row', 'predicted'].filter((name) => !columns.includes(name));
  if (absent.length > 0) {
    throw new Error(
      `${input} has no column ${absent.join(' and ')}; its columns are ${columns.join(', ')}. Write the columns row and predicted.`,
    );
  }
  return rows.map(({ row, predicted, version }) => ({ row, predicted, version }));
}

/** Names of the columns, without those inside of lists. */
function topColumns(schema: readonly { name: string; num_children?: number }[], count: number): string[] {
  const names: string[] = [];
  let at = 1;
  const skip = () => {
    const { num_children: children = 0 } = schema[at++];
    for (let child = 0; child < children; child++) skip();
  };
  for (let column = 0; column < count; column++) {
    names.push(schema[at].name);
    skip();
  }
  return names;
}

function problemOf(rows: readonly number[], what: string): string[] {
  if (rows.length === 0) return [];
  const listed = rows.slice(0, MOST_LISTED).join(', ');
  const more = rows.length > MOST_LISTED ? ', …' : '';
  return [`${counted(rows.length, 'row')} ${what} (${listed}${more})`];
}

/** What makes predictions of values; it remembers the classes that unknown names may have meant. */
interface PredictionReader {
  readonly what: string;
  /** Returns null for a value that cannot be read. @param row position in the test split */
  take(value: unknown, row: number): Predicted | null;
  /** Says what helps, after a space. */
  hint(): string;
}

function predictionReader({ compares, classNames, areIdsKnown, labels }: Expected): PredictionReader {
  switch (compares) {
    case 'number':
      return {
        what: 'a finite number',
        take: (value) => {
          const number = typeof value === 'bigint' ? Number(value) : value;
          return typeof number === 'number' && Number.isFinite(number) ? number : null;
        },
        hint: () => ' Write the predicted score as a number.',
      };
    case 'choice':
      return {
        what: '"chosen" or "rejected"',
        take: (value) => (value === 'chosen' || value === 'rejected' ? value : null),
        hint: () => ' Write the name of the column whose answer the model prefers.',
      };
    case 'flag':
      return {
        what: 'true or false',
        take: (value) => (typeof value === 'boolean' ? value : null),
        hint: () => ' Write a boolean.',
      };
    case 'spans':
      return tagReader(labels, { classNames: tagNames(classNames), areIdsKnown });
    case 'class':
    case 'classes':
      return classReader(compares, { classNames, areIdsKnown, noun: 'classes' });
  }
}

/** @param labels tags of the tokens of each row: a prediction has as many */
function tagReader(
  labels: readonly Predicted[],
  { classNames, areIdsKnown }: Pick<Expected, 'classNames' | 'areIdsKnown'>,
): PredictionReader {
  const tag = classReader('class', { classNames, areIdsKnown, noun: 'tags' });
  let hasOtherLength = false;
  return {
    what: 'a list with a tag for each of the tokens of the row',
    take(value, row) {
      const { length } = labels[row] as readonly number[];
      if (!Array.isArray(value)) return null;
      hasOtherLength ||= value.length !== length;
      const found = value.map((each) => tag.take(each, row));
      if (value.length !== length || found.includes(null)) return null;
      return (found as (readonly number[])[]).flat();
    },
    hint: () =>
      `${tag.hint()}${hasOtherLength ? ' Give each token of the column tokens one tag: if the model cut a row, add O for the rest.' : ''}`,
  };
}

function classReader(
  compares: 'class' | 'classes',
  {
    classNames,
    areIdsKnown,
    noun,
  }: Pick<Expected, 'classNames' | 'areIdsKnown'> & { readonly noun: 'classes' | 'tags' },
): PredictionReader {
  const ids = new Map(classNames.map((name, id) => [name.trim().normalize('NFC'), id]));
  const suggest = classSuggester(classNames);
  const meant = new Set<string>();
  let usedIds = false;
  const idOf = (value: unknown): number | null => {
    if (typeof value === 'string') {
      const id = ids.get(value.trim().normalize('NFC'));
      const near = id === undefined && meant.size < MOST_LISTED ? suggest(value) : null;
      if (near !== null) meant.add(near);
      return id ?? null;
    }
    const id = typeof value === 'bigint' ? Number(value) : value;
    if (typeof id !== 'number' || !Number.isInteger(id) || id < 0 || id >= classNames.length) return null;
    usedIds ||= !areIdsKnown;
    return areIdsKnown ? id : null;
  };
  return {
    what: compares === 'class' ? 'a class of the version' : 'a list of classes of the version, each once',
    take(value) {
      if (compares === 'class') {
        const id = idOf(value);
        return id === null ? null : [id];
      }
      if (!Array.isArray(value)) return null;
      const found = value.map(idOf);
      return found.includes(null) || new Set(found).size < found.length ? null : (found as number[]);
    },
    hint() {
      if (usedIds) {
        return ` The label map of the version that this model was promoted with is not known: write names of ${noun} in place of ids.`;
      }
      const similar = meant.size === 0 ? '' : ` Similar ${noun}: ${[...meant].join(', ')}.`;
      return `${similar} Write names or ids of its ${noun}: ${classNames.slice(0, 20).join(', ')}${classNames.length > 20 ? ', …' : ''}.`;
    },
  };
}
