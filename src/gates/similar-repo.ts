import { editDistance } from '../text/edit-distance.ts';

/** Smallest length of a name in which two places may be misspelt. */
const LONG_NAME = 12;
/** Characters of a word for each edit that counts as a misspelling: `open` and `seen` are different words. */
const CHARACTERS_AN_EDIT = 4;

/**
 * How a repo that would be created compares with the repos of its owner. No name is shown: that of the repo may be a
 * secret, and one almost the same would reveal it.
 */
export type SimilarRepo =
  /** The Hub does not list the datasets of the owner. */
  | { readonly kind: 'not-listed' }
  | { readonly kind: 'none' }
  /** One has the same name except for case, `-`, `_` and `.`. */
  | { readonly kind: 'punctuation' }
  /** One has the same name except for a few characters, the first of which is at `place`, from 1. */
  | { readonly kind: 'edits'; readonly edits: number; readonly place: number };

/**
 * Compares the name of a repo that does not exist with those of its owner. Names that differ only in digits count as
 * different.
 *
 * @param repo `owner/name`
 * @param datasets datasets of the owner; null if the Hub does not list them
 * @param used repos that are intended whatever their names, such as those of the other datasets of a run
 */
export function similarRepoOf(
  repo: string,
  datasets: readonly string[] | null,
  used: readonly string[],
): SimilarRepo {
  if (datasets === null) return { kind: 'not-listed' };
  const [owner, name] = partsOf(repo);
  const folded = fold(name);
  const others = datasets
    .filter((other) => other !== repo && !used.includes(other) && partsOf(other)[0] === owner)
    .map((other) => partsOf(other)[1]);
  if (others.some((other) => fold(other) === folded)) return { kind: 'punctuation' };
  const most = name.length < LONG_NAME ? 1 : 2;
  const near = others
    .filter((other) => withoutDigits(other) !== withoutDigits(name))
    .map((other) => ({ edits: misspellings(name, other), place: firstDifference(name, other) }))
    .filter(({ edits }) => edits <= most)
    .sort((a, b) => a.edits - b.edits);
  return near.length === 0 ? { kind: 'none' } : { kind: 'edits', ...near[0] };
}

/** Returns owner and name in lower case: the Hub ignores case in names. */
function partsOf(repo: string): [owner: string, name: string] {
  const [owner, name = ''] = repo.toLowerCase().split('/');
  return [owner, name];
}

/** Returns the edits that make one name the other; Infinity if they make one word another. */
function misspellings(a: string, b: string): number {
  const [ofA, ofB] = [a, b].map((name) => name.split(/[-_.]/));
  if (ofA.length !== ofB.length) return wordEdits(fold(a), fold(b));
  return ofA.reduce((sum, word, index) => sum + wordEdits(word, ofB[index]), 0);
}

function wordEdits(a: string, b: string): number {
  const most = Math.floor(Math.max(a.length, b.length) / CHARACTERS_AN_EDIT);
  return editDistance(a, b, most);
}

function fold(name: string): string {
  return name.replace(/[-_.]/g, '');
}

function withoutDigits(name: string): string {
  return fold(name).replace(/\d/g, '');
}

/** Returns the place of the first character that differs, from 1. */
function firstDifference(a: string, b: string): number {
  let index = 0;
  while (index < a.length && a[index] === b[index]) index++;
  return index + 1;
}
