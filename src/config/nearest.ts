import { editDistance } from '../text/edit-distance.ts';

/** Edits up to which a name is taken for a misspelt one. */
const MAX_EDITS = 3;

/** The known name that is nearest to one that is not known, by edit distance; null when none is near. */
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
