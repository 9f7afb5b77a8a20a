import { parseArgs } from 'node:util';
import { nearest } from '../config/nearest.ts';
import { quote } from '../config/problems.ts';
import type { Flag, Given, Subcommand } from './subcommand.ts';
import { UsageError } from './usage-error.ts';

/** Flags of each subcommand. */
export const COMMON_FLAGS: Readonly<Record<string, Flag>> = {
  json: {
    value: null,
    description: 'Print the result as JSON on standard output, and the log on standard error.',
  },
  summary: { value: 'FILE', description: 'Write the summary to this file, in Markdown.' },
  help: { value: null, description: 'Show this help.' },
};

/** What a command line asks for. */
type Asked =
  | { readonly kind: 'version' }
  | { readonly kind: 'help'; readonly subcommand: Subcommand | null }
  | { readonly kind: 'run'; readonly subcommand: Subcommand; readonly given: Given };

/**
 * Parses the words of a command line, without the program's name.
 *
 * @throws UsageError that names what cannot be used, with a suggestion for what was mistyped
 */
export function parseWords(words: readonly string[], subcommands: readonly Subcommand[]): Asked {
  const [name, ...rest] = words;
  const names = subcommands.map((each) => each.name);
  const find = (wanted: string) => subcommands.find((each) => each.name === wanted);
  if (name === undefined) {
    throw new UsageError(`Choose a subcommand: prepare-dataset ${names.join('|')} FILE.`);
  }
  if (['--help', '-h'].includes(name)) return { kind: 'help', subcommand: null };
  if (name === '--version') return { kind: 'version' };
  if (name === 'help') {
    const [of] = rest;
    const subcommand = of === undefined ? null : find(of);
    if (subcommand === undefined) throw new UsageError(unknownSubcommand(of, names));
    return { kind: 'help', subcommand };
  }
  const subcommand = find(name);
  if (subcommand === undefined) throw new UsageError(unknownSubcommand(name, names));
  if (rest.some((word) => word === '--help' || word === '-h')) return { kind: 'help', subcommand };
  return { kind: 'run', subcommand, given: parseGiven(rest, subcommand) };
}

function parseGiven(words: readonly string[], subcommand: Subcommand): Given {
  const known: Readonly<Record<string, Flag>> = { ...subcommand.flags, ...COMMON_FLAGS };
  const { tokens } = parseArgs({
    args: [...words],
    options: Object.fromEntries(
      Object.entries(known).map(([name, { value }]) => [
        name,
        { type: value === null ? ('boolean' as const) : ('string' as const) },
      ]),
    ),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const given: string[] = [];
  const flags = new Map<string, string | true>();
  for (const token of tokens) {
    if (token.kind === 'positional') given.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, inlineValue } = token;
    // Without an =, what begins with a dash is the next flag.
    const value = inlineValue === false && token.value?.startsWith('-') ? undefined : token.value;
    const flag = Object.hasOwn(known, name) ? known[name] : undefined;
    if (flag === undefined) throw new UsageError(unknownFlag(rawName, subcommand, Object.keys(known)));
    if (flags.has(name)) throw new UsageError(`${rawName} was given twice. Give it once.`);
    if (flag.value === null && value !== undefined) {
      throw new UsageError(`${rawName} takes no value. Write ${rawName} alone.`);
    }
    if (flag.value !== null && (value === undefined || value.trim() === '')) {
      throw new UsageError(`${rawName} needs a value: write ${rawName}=${flag.value}.`);
    }
    flags.set(name, value ?? true);
  }
  checkArguments(given, subcommand);
  return { arguments: given, flags };
}

function checkArguments(given: readonly string[], { name, arguments: wanted }: Subcommand): void {
  const line = ['prepare-dataset', name, ...wanted].join(' ');
  if (given.length < wanted.length) {
    const missing = wanted[given.length];
    const what = missing === 'FILE' ? 'the file that declares the datasets' : missing;
    throw new UsageError(`${name} needs ${what}: write ${line}.`);
  }
  if (given.length > wanted.length) {
    throw new UsageError(
      `${name} takes ${wanted.join(' ')} and nothing more, but was also given ${quote(given[wanted.length])}. Write ${line}.`,
    );
  }
}

function unknownSubcommand(name: string, names: readonly string[]): string {
  const near = nearest(name, names);
  const meant = near === null ? '' : ` Did you mean ${near}?`;
  if (/\.ya?ml$/.test(name)) {
    return `${quote(name)} is a file, but no subcommand was given. Write prepare-dataset ${names[0]} ${name}.`;
  }
  return `There is no subcommand ${quote(name)}.${meant} The subcommands are ${names.join(', ')}.`;
}

/** Says what to write instead of a flag that is not there: secrets and dry runs have another place. */
function unknownFlag(raw: string, subcommand: Subcommand, known: readonly string[]): string {
  const name = raw.replace(/^-+/, '');
  const variable = subcommand.variables?.get(name);
  if (variable !== undefined) {
    return `${raw} is a secret, and others on this machine can read a command line. Set the environment variable ${variable} instead.`;
  }
  if (name === 'dry-run') return `${raw} is a subcommand of its own: write prepare-dataset preview FILE.`;
  const near = nearest(name, known);
  const meant =
    near === null
      ? ` prepare-dataset ${subcommand.name} --help lists the flags.`
      : ` Did you mean --${near}?`;
  return `${subcommand.name} has no flag ${raw}.${meant}`;
}
