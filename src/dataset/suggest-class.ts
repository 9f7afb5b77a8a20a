import { editDistance } from './edit-distance.ts';

/** Characters of names that a single edit may have made of another; shorter ones are too often both words. */
const SHORTEST_MISSPELT = 4;

/**
 * The accepted class that a name which is none was probably meant as: the same but for case, width, white space,
 * invisible characters and punctuation, or else one letter away (missing, added, another, or swapped with its neighbour).
 *
 * @param met the name as the database has it
 * @returns null when there is none, or more than one that is as near: numbers that differ are no misspelling
 */
export function suggestClass(met: string, accepted: readonly string[]): string | null {
  const folded = fold(met);
  if (folded === '') return null;
  const candidates = accepted.map((name) => ({ name, folded: fold(name) }));
  const same = candidates.filter((candidate) => candidate.folded === folded);
  const near =
    same.length > 0 ? same : candidates.filter((candidate) => isMisspelt(folded, candidate.folded));
  return near.length === 1 ? near[0].name : null;
}

/** What is left of a name without what people write now so, now so; upper case first folds “ß” to “ss” and “ς” to “σ”. */
function fold(name: string): string {
  return name
    .normalize('NFKC')
    .toUpperCase()
    .toLowerCase()
    .replace(/[\p{White_Space}\p{P}\p{Cf}\p{Cc}]+/gu, '');
}

function isMisspelt(a: string, b: string): boolean {
  const isLong = Math.min(Array.from(a).length, Array.from(b).length) >= SHORTEST_MISSPELT;
  return isLong && digitsOf(a) === digitsOf(b) && editDistance(a, b, 1) === 1;
}

function digitsOf(name: string): string {
  return name.replace(/\P{N}/gu, '');
}
