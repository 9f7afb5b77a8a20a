import { editDistance } from './edit-distance.ts';

/** Characters of names that a single edit may have made of another; shorter ones are too often both words. */
const SHORTEST_MISSPELT = 4;

/**
 * Finds the accepted class that a name which is none was probably meant as: the same but for case, width, white space,
 * invisible characters and punctuation, or else one letter away (missing, added, another, or swapped with its
 * neighbour).
 *
 * @param accepted names of the classes, which are looked at once
 * @returns takes a name as the database has it; gives null when no class is near, or more than one is as near: numbers
 * that differ are no misspelling
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

/** What is left of a name without what people write now so, now so; upper case first makes “ß” “ss” and “ς” “σ”. */
function fold(name: string): string {
  return name
    .normalize('NFKC')
    .toUpperCase()
    .toLowerCase()
    .replace(/[\p{White_Space}\p{P}\p{Cf}\p{Cc}]+/gu, '');
}

function isMisspelt(a: string, b: string): boolean {
  // A character has two units at most.
  if (Math.abs(a.length - b.length) > 2 || editDistance(a, b, 1) !== 1) return false;
  const shorter = Math.min(Array.from(a).length, Array.from(b).length);
  return shorter >= SHORTEST_MISSPELT && digitsOf(a) === digitsOf(b);
}

function digitsOf(name: string): string {
  return name.replace(/\P{N}/gu, '');
}
