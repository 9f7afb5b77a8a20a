/** Edits up to which a name is taken for a misspelt one. */
const MAX_EDITS = 3;

/** The known name that is nearest to one that is not known, by edit distance; null when none is near. */
export function nearest(name: string, known: readonly string[]): string | null {
  const limit = Math.min(MAX_EDITS, Math.floor(name.length / 2));
  const near = known
    .filter((candidate) => Math.abs(candidate.length - name.length) <= limit)
    .map((candidate) => ({ candidate, edits: editDistance(name.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ edits }) => edits <= limit)
    .sort((a, b) => a.edits - b.edits);
  return near[0]?.candidate ?? null;
}

/** Insertions, deletions and substitutions that make one word the other (Wagner and Fischer, 1974). */
function editDistance(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const now = [row];
    for (let column = 1; column <= b.length; column++) {
      const substitution = before[column - 1] + (a[row - 1] === b[column - 1] ? 0 : 1);
      now.push(Math.min(before[column] + 1, now[column - 1] + 1, substitution));
    }
    before = now;
  }
  return before[b.length];
}
