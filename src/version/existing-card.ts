import { readFrontMatter, takeFrontMatter } from './front-matter.ts';

const ANY_BLOCK_BEGIN = /<!-- prepare-dataset:begin[^<>]*-->/;
const ANY_BLOCK_END = /<!-- prepare-dataset:end -->/g;
/** The card of the Python service, from its title to its last line, which this card replaces. */
const LEGACY_BEGIN = /# Dataset: `[^`]*`/;
const LEGACY_END = /_Last updated automatically by the pipeline on [^\n]*_/g;

/** Keys of the front matter that only this project writes. It writes others, such as `license`, only if the file sets them. */
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
 * Returns what a person wrote into a card on the Hub: the YAML of the front matter, and the text around our block; null
 * if all of the text is ours. Takes any text, in time linear in its length.
 *
 * @param repo whose card it is, `owner/name`
 * @param written keys of the front matter that the new card sets, which replace those of the existing card
 */
export function readExistingCard(
  existing: string | null,
  repo: string,
  written: readonly string[],
): {
  readonly foreignYaml: string;
  readonly foreignText: { readonly before: string; readonly after: string } | null;
} {
  if (existing === null) return { foreignYaml: '', foreignText: null };
  // `datasets: [<this repo>]` was written by the Python service and is a key of model cards.
  const isOurs = (key: string, value: unknown) =>
    OWN_KEYS.includes(key) ||
    written.includes(key) ||
    (key === 'datasets' && [value].flat().every((name) => name === repo));
  const { keptYaml, body } = takeFrontMatter(existing, isOurs);
  const title = readFrontMatter(existing)?.pretty_name;
  return {
    foreignYaml: keptYaml,
    foreignText: readForeignText(body, typeof title === 'string' ? title : ''),
  };
}

/** Finds text from the first begin to the first end after it, in time linear in the length of the text. */
function findPart(text: string, begin: RegExp, end: RegExp): { from: number; to: number } | null {
  const first = begin.exec(text);
  if (first === null) return null;
  end.lastIndex = first.index + first[0].length;
  const last = end.exec(text);
  return last === null ? null : { from: first.index, to: last.index + last[0].length };
}

/** @param title text of the card's own heading */
function readForeignText(body: string, title: string): { before: string; after: string } | null {
  const generated =
    findPart(body, ANY_BLOCK_BEGIN, ANY_BLOCK_END) ?? findPart(body, LEGACY_BEGIN, LEGACY_END);
  // The line between front matter and text is written anew.
  const start = /^(?:\r?\n)?/.exec(body)![0].length;
  const before = generated === null ? '' : body.slice(start, generated.from);
  const after = generated === null ? `\n\n${body.slice(start)}` : body.slice(generated.to);
  if (after.trim() === '' && ['', `# ${title}`].includes(before.trim())) return null;
  return { before, after };
}
