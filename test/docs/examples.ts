import path from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { parse } from 'yaml';
import { settingsFrom } from '../../src/action/pipeline-settings.ts';
import type { PrepareDatasetInputs } from '../../src/action/prepare-dataset-inputs.ts';
import { readConfig } from '../../src/config/read-config.ts';
import type { DatasetDefinition } from '../../src/model/definition.ts';
import type { Progress } from '../../src/model/progress.ts';
import { createCorrectionsDatabase } from '../../src/postgres/corrections-database.ts';
import type { TestDatabase } from '../support/postgres/server.ts';
import { writeTrain } from '../support/prepare.ts';
import { readAndCollect } from '../support/read-rows.ts';
import { type Block, blocksOf, filesIn, ROOT, readText } from './markdown.ts';

export const PRESETS_FOLDER = path.join(ROOT, 'presets');
/** Stands for the folder `.github` of a repository that uses the action. */
const GITHUB_FOLDER = path.join(ROOT, 'examples/config');
const progress = { readingRows: () => undefined, readRows: () => undefined } as unknown as Progress;

/** Inputs at their defaults, as far as they decide which rows a dataset has. */
const INPUTS = {
  correctRatio: 0.5,
  randomState: 42,
  split: '80/10/10',
  splitMethod: 'stable',
  minDatasetLen: 1000,
  private: true,
  gates: {},
} as const;

/** A file that declares datasets, as the documentation shows it. */
export interface Example {
  /** Where it stands. */
  readonly name: string;
  readonly config: string;
  /** SQL that makes its tables, null where the text gives none. */
  readonly tables: string | null;
  /** What follows it: the rows it publishes as JSON, one a line, or what is wrong with it; null when neither does. */
  readonly gives: Pick<Block, 'language' | 'text'> | null;
}

/** The files that stand in a Markdown file, with what stands beside them in their section. */
export function examplesIn(file: string): Example[] {
  const blocks = blocksOf(file);
  return blocks.flatMap(({ language, text, section, line }, index) => {
    if (language !== 'yaml' || !isConfig(text)) return [];
    const before = blocks.slice(0, index).filter((block) => block.section === section);
    const tables = before.findLast((block) => block.language === 'sql')?.text ?? null;
    const next = blocks[index + 1];
    const isResult = next?.section === section && ['json', 'text'].includes(next.language);
    return [{ name: `${file}:${line} ${section}`, config: text, tables, gives: isResult ? next : null }];
  });
}

export function isConfig(yaml: string): boolean {
  return /^version: 1$/m.test(yaml);
}

/** A workflow, and the datasets its actions are given. */
export interface WorkflowExample {
  readonly name: string;
  readonly config: string;
  /** What it starts for each dataset, as YAML; null where it starts nothing. */
  readonly targets: string | null;
}

/** The inputs `config` of the example workflows and of the workflows and steps in Markdown files. */
export function workflowExamples(markdown: readonly string[]): WorkflowExample[] {
  const ofExamples = filesIn('examples', '.yml').map((name) => ({ name, text: readText(name) }));
  const ofMarkdown = markdown.flatMap((file) =>
    blocksOf(file)
      .filter(({ language, text }) => language === 'yaml' && !isConfig(text))
      .map(({ text, line }) => ({ name: `${file}:${line}`, text })),
  );
  return [...ofExamples, ...ofMarkdown].flatMap(({ name, text }) =>
    [...inputsIn(parse(text))].map((inputs) => ({ name, ...inputs })),
  );
}

/** Every `with` of a workflow that has a `config`. */
function* inputsIn(value: unknown): Generator<{ config: string; targets: string | null }> {
  if (typeof value !== 'object' || value === null) return;
  const { config, targets = null } = value as { config?: unknown; targets?: string | null };
  if (typeof config === 'string' && !config.includes('${{')) yield { config, targets };
  for (const part of Object.values(value)) yield* inputsIn(part);
}

/** Reads a file as the action does that is given it; a path in `.github` is one of the examples. */
export function readExample(config: string): DatasetDefinition[] {
  const given = config.replace(/^\.github\//, '');
  return readConfig(given, { workspace: GITHUB_FOLDER, presetsFolder: PRESETS_FOLDER });
}

/** Reads the rows of datasets from a database, up to their split. */
export async function readRows(
  definitions: readonly DatasetDefinition[],
  database: TestDatabase,
): ReturnType<typeof readAndCollect> {
  const { targets } = settingsFrom({ ...INPUTS, datasets: definitions } as PrepareDatasetInputs);
  const corrections = createCorrectionsDatabase({ url: database.url({ params: { sslmode: 'disable' } }) });
  return readAndCollect(corrections, targets, progress);
}

/** The rows of a dataset as they are published, in one split. */
export async function publishedRows({
  shape,
  rows: { rows },
}: Awaited<ReturnType<typeof readRows>>[number]): Promise<unknown[]> {
  const [{ chunks }] = writeTrain(shape, rows);
  const { buffer } = new Uint8Array(Buffer.concat(chunks));
  const published = await parquetReadObjects({ file: buffer, compressors });
  return published.map(asJson);
}

function asJson(row: unknown): unknown {
  const plain = (_: string, value: unknown) => {
    if (typeof value === 'bigint') return Number(value);
    return typeof value === 'number' ? Number(value.toPrecision(6)) : value;
  };
  return JSON.parse(JSON.stringify(row, plain));
}
