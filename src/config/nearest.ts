import { editDistance } from '../text/edit-distance.ts';

/** Largest number of edits between a misspelt name and the name that is meant. */
const MAX_EDITS = 3;

/** Returns the known name nearest to an unknown one, by edit distance; null if none is near. */
export function nearest(name: string, known: readonly string[]): string | null {
  const limit = Math.min(MAX_EDITS, Math.floor(name.length / 2));
  const near = known
    .map((candidate) => ({
      candidate,
      edits: editDistance(name.toLowerCase(), candidate.toLowerCase(), limit),
    }))
    .filter(({ edits }) => edits <= limit)
    .sort((a, b) => a.edits - b.edits);
  return near[0]?.candidate ?? null;
}
