import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { wrapText } from '../text/wrap.ts';
import { COMMON_FLAGS } from './parse-words.ts';
import type { Flag, Subcommand } from './subcommand.ts';

/** The top of the package: as far from a bundle as from here. */
const TOP = path.resolve(import.meta.dirname, '../..');
const COLUMNS = 80;
const LEFT = 24;

/** Returns the version of the package. */
export function packageVersion(): string {
  return JSON.parse(readFileSync(path.join(TOP, 'package.json'), 'utf8')).version;
}

/** Returns the help of the command. */
export function describeCommand(subcommands: readonly Subcommand[]): string {
  return join([
    'Turns reviewed corrections in PostgreSQL into versioned datasets on the Hugging Face Hub.',
    '',
    'Usage: prepare-dataset SUBCOMMAND FILE [flags]',
    '',
    'FILE declares the datasets; docs/reference/config.md describes it.',
    '',
    ...subcommands.flatMap(({ name, summary }) => pair(name, summary)),
    '',
    'Exit codes: 0 success; 1 a dataset failed or is held; 2 the command line, the file or the environment cannot be used; 130 interrupted.',
    'Flags of a subcommand: prepare-dataset SUBCOMMAND --help',
  ]);
}

/** Returns the help of a subcommand; what an input of the action means is what `action.yml` says. */
export function describeSubcommand({
  name,
  summary,
  arguments: wanted,
  flags,
  variables,
}: Subcommand): string {
  const { inputs } = parse(readFileSync(path.join(TOP, 'action.yml'), 'utf8'));
  const meaning = (input: string): string => {
    const { description, default: standard } = inputs[input];
    return `${plain(description)}${standard === undefined ? '' : ` Default: ${standard}.`}`;
  };
  const flagLines = (of: Readonly<Record<string, Flag>>) =>
    Object.entries(of).flatMap(([flag, { value, description }]) =>
      pair(`--${flag}${value === null ? '' : ` ${value}`}`, description ?? meaning(flag)),
    );
  return join([
    summary,
    '',
    `Usage: ${['prepare-dataset', name, ...wanted].join(' ')} [flags]`,
    ...(variables === undefined
      ? []
      : [
          '',
          'Environment variables',
          ...Array.from(variables, ([input, variable]) => pair(variable, meaning(input))).flat(),
        ]),
    '',
    'Flags',
    ...flagLines(COMMON_FLAGS),
    ...flagLines(flags),
  ]);
}

function join(lines: readonly string[]): string {
  return `${lines.flatMap((line) => (line.startsWith('  ') ? line : wrapText(line, { columns: COLUMNS, indent: 0, hanging: 0 }))).join('\n')}\n`;
}

/** A name, and what it means beside it, or below a long one. */
function pair(name: string, meaning: string): string[] {
  const lines = wrapText(meaning, { columns: COLUMNS, indent: LEFT, hanging: LEFT });
  const label = `  ${name}`;
  if (label.length >= LEFT) return [label, ...lines];
  return [`${label.padEnd(LEFT)}${lines[0].trimStart()}`, ...lines.slice(1)];
}

/** Markdown as a terminal shows it. */
function plain(markdown: string): string {
  return markdown
    .trim()
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/ Or `[A-Z_]+`\./, '')
    .replaceAll('`', '');
}
