/**
 * Returns the insertions, deletions, substitutions and swaps of neighbours that make one word the other, where no
 * character is changed twice: the optimal string alignment distance, which is that of Wagner and Fischer (1974) with
 * the swaps of Damerau (1964).
 *
 * @param most largest number of edits that matters; a greater distance is only known to be greater
 * @returns the number of edits, or Infinity for more than `most`
 */
export function editDistance(a: string, b: string, most = Number.POSITIVE_INFINITY): number {
  const parts = differingParts(a, b);
  // One edit leaves at most two characters that differ, each of at most two units.
  if (most < 2 && Math.max(parts[0].length, parts[1].length) > 4) return Number.POSITIVE_INFINITY;
  const [from, to] = parts.map((part) => Array.from(part));
  if (Math.abs(from.length - to.length) > most) return Number.POSITIVE_INFINITY;
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const now = [row];
    for (let column = 1; column <= to.length; column++) {
      const isSame = from[row - 1] === to[column - 1];
      const isSwap = row > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      const edits = Math.min(last[column] + 1, now[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1));
      now.push(isSwap ? Math.min(edits, beforeLast[column - 2] + 1) : edits);
    }
    // A swap needs the last two rows.
    if (Math.min(...now, ...last) > most) return Number.POSITIVE_INFINITY;
    [beforeLast, last] = [last, now];
  }
  const distance = last[to.length];
  return distance > most ? Number.POSITIVE_INFINITY : distance;
}

/** Returns two words without their common start and their common end, where nothing is edited. */
function differingParts(a: string, b: string): [string, string] {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  if (isHighSurrogate(a.charCodeAt(start - 1))) start--;
  let end = 0;
  while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  if (end > 0 && isLowSurrogate(a.charCodeAt(a.length - end))) end--;
  return [a.slice(start, a.length - end), b.slice(start, b.length - end)];
}

/** // Half a character must not count as a whole one. */
function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000;
}
