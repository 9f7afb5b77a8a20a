import { editDistance } from './edit-distance.ts';

/** Length from which a name may be a misspelling by one edit; shorter names are too often real words. */
const SHORTEST_MISSPELT = 4;

/**
 * Finds the accepted class that an unknown name probably means: the same except for case, width, white space, invisible
 * characters and punctuation, or one letter away (missing, added, another, or swapped with its neighbour).
 *
 * @param accepted names of the classes, which are read once
 * @returns a function that takes a name of the database, and returns null if no class is near, or if several are as
 * near: names with different numbers are not misspellings of each other
 */
export function classSuggester(accepted: readonly string[]): (met: string) => string | null {
  const classes = accepted.map((name) => ({ name, folded: fold(name) }));
  return (met) => {
    const folded = fold(met);
    if (folded === '') return null;
    const same = classes.filter((each) => each.folded === folded);
    const near = same.length > 0 ? same : classes.filter((each) => isMisspelt(folded, each.folded));
    return near.length === 1 ? near[0].name : null;
  };
}

/** Returns a name without what people vary in writing. Upper case first makes “ß” “ss” and “ς” “σ”. */
function fold(name: string): string {
  return name
    .normalize('NFKC')
    .toUpperCase()
    .toLowerCase()
    .replace(/[\p{White_Space}\p{P}\p{Cf}\p{Cc}]+/gu, '');
}

function isMisspelt(a: string, b: string): boolean {
  // A character has at most two units.
  if (Math.abs(a.length - b.length) > 2 || editDistance(a, b, 1) !== 1) return false;
  const shorter = Math.min(Array.from(a).length, Array.from(b).length);
  return shorter >= SHORTEST_MISSPELT && digitsOf(a) === digitsOf(b);
}

function digitsOf(name: string): string {
  return name.replace(/\P{N}/gu, '');
}
