import { parseDocument } from 'yaml';

const ANY_BLOCK_BEGIN = /<!-- prepare-dataset:begin[^<>]*-->/;
const ANY_BLOCK_END = /<!-- prepare-dataset:end -->/g;
/** The card of the Python service, from its title to its last line, which this card replaces. */
const LEGACY_BEGIN = /# Dataset: `[^`]*`/;
const LEGACY_END = /_Last updated automatically by the pipeline on [^\n]*_/g;
/** Longer front matter is nobody's handiwork, and the time to parse broken YAML grows with the square of its length. */
const LONGEST_FRONT_MATTER = 65_536;
const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---(?:\r?\n|$)/;

/** Keys of the front matter that this project writes. */
const OWN_KEYS = [
  'language',
  'task_categories',
  'task_ids',
  'size_categories',
  'pretty_name',
  'dataset_info',
  'configs',
];

/**
 * What a person wrote into a card that is found on the Hub: keys of the front matter, and the text around our block;
 * no text when there is nothing but ours. Any text is taken, in time linear in its length.
 */
export function readExistingCard(existing: string | null): {
  readonly foreignKeys: Readonly<Record<string, unknown>>;
  readonly foreignText: { readonly before: string; readonly after: string } | null;
} {
  if (existing === null) return { foreignKeys: {}, foreignText: null };
  const frontMatter = FRONT_MATTER.exec(existing);
  const body = frontMatter === null ? existing : existing.slice(frontMatter[0].length);
  return { foreignKeys: readForeignKeys(frontMatter?.[1]), foreignText: readForeignText(body) };
}

/** Front matter keys that are not ours; front matter that is not YAML is given up, since the Hub refuses it. */
function readForeignKeys(yaml: string | undefined): Record<string, unknown> {
  if (yaml === undefined || yaml.length > LONGEST_FRONT_MATTER) return {};
  const keys = parseYaml(yaml);
  if (typeof keys !== 'object' || keys === null || Array.isArray(keys)) return {};
  // `datasets: [<this repo>]` was written by the Python service and is a key of model cards.
  return Object.fromEntries(
    Object.entries(keys).filter(([key]) => key !== 'datasets' && !OWN_KEYS.includes(key)),
  );
}

/** A document of YAML; null when it is none, refers to itself without end, or nests too deep to be read. */
function parseYaml(yaml: string): unknown {
  try {
    const document = parseDocument(yaml, { logLevel: 'silent' });
    return document.errors.length > 0 ? null : document.toJS();
  } catch {
    return null;
  }
}

/** Finds text from the first begin to the first end after it, in time linear in the length of the text. */
function findPart(text: string, begin: RegExp, end: RegExp): { from: number; to: number } | null {
  const first = begin.exec(text);
  if (first === null) return null;
  end.lastIndex = first.index + first[0].length;
  const last = end.exec(text);
  return last === null ? null : { from: first.index, to: last.index + last[0].length };
}

function readForeignText(body: string): { before: string; after: string } | null {
  const generated =
    findPart(body, ANY_BLOCK_BEGIN, ANY_BLOCK_END) ?? findPart(body, LEGACY_BEGIN, LEGACY_END);
  const before = generated === null ? '' : body.slice(0, generated.from);
  const after = generated === null ? `\n\n${body.trimStart()}` : body.slice(generated.to);
  if (after.trim() === '' && /^\s*(# Sambodhan grievances by \w+\s*)?$/.test(before)) return null;
  return { before: before.trimStart(), after };
}
