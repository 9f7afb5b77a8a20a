import { editDistance } from '../edit-distance.ts';

/** Characters from which on a name one edit away is taken for a misspelling, and from which on one two edits away. */
const [SHORTEST_NAME, LONG_NAME] = [4, 12];

/**
 * How a repo that would be created compares with those its owner has. No name is told: that of the repo may be a
 * secret, and one almost the same would give it away.
 */
export type SimilarRepo =
  /** The Hub does not tell which datasets the owner has. */
  | { readonly kind: 'not-told' }
  | { readonly kind: 'none' }
  /** One is called the same but for case, `-`, `_` and `.`. */
  | { readonly kind: 'punctuation' }
  /** One is called the same but for a few characters, the first of which is the `place`-th, from 1. */
  | { readonly kind: 'edits'; readonly edits: number; readonly place: number };

/**
 * Compares the name of a repo that does not exist with those of its owner. Names that differ in digits only are meant
 * to be two.
 *
 * @param repo `owner/name`
 * @param datasets those of the owner; null when the Hub does not tell
 * @param used repos that are meant whatever their names, such as those of the other datasets of a run
 */
export function similarRepoOf(
  repo: string,
  datasets: readonly string[] | null,
  used: readonly string[],
): SimilarRepo {
  if (datasets === null) return { kind: 'not-told' };
  const [owner, name] = partsOf(repo);
  const folded = fold(name);
  const others = datasets
    .filter((other) => other !== repo && !used.includes(other) && partsOf(other)[0] === owner)
    .map((other) => partsOf(other)[1]);
  if (others.some((other) => fold(other) === folded)) return { kind: 'punctuation' };
  const most = name.length < SHORTEST_NAME ? 0 : name.length < LONG_NAME ? 1 : 2;
  const near = others
    .filter((other) => withoutDigits(other) !== withoutDigits(name))
    .map((other) => ({ edits: editDistance(name, other, most), place: firstDifference(name, other) }))
    .filter(({ edits }) => edits <= most)
    .sort((a, b) => a.edits - b.edits);
  return near.length === 0 ? { kind: 'none' } : { kind: 'edits', ...near[0] };
}

/** Owner and name in lower case: the Hub knows no two that differ in case. */
function partsOf(repo: string): [owner: string, name: string] {
  const [owner, name = ''] = repo.toLowerCase().split('/');
  return [owner, name];
}

function fold(name: string): string {
  return name.replace(/[-_.]/g, '');
}

function withoutDigits(name: string): string {
  return fold(name).replace(/\d/g, '');
}

/** Place of the first character that differs, from 1. */
function firstDifference(a: string, b: string): number {
  let index = 0;
  while (index < a.length && a[index] === b[index]) index++;
  return index + 1;
}
