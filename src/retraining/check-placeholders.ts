import { editDistance } from '../text/edit-distance.ts';
import { PLACEHOLDER_NAMES } from './new-version.ts';

type PlaceholderName = (typeof PLACEHOLDER_NAMES)[number];

/** Other words for the parts of a version, with the placeholder of each. */
const OTHER_WORDS: Readonly<Record<string, PlaceholderName>> = {
  version: 'revision',
  ref: 'revision',
  repo: 'dataset',
  repository: 'dataset',
  sha: 'commit',
};
/** A name in braces, except for `${name}`, a variable of a shell, and `{{ name }}`, of a template. */
const BRACES = /(?<![${])\{\s*([A-Za-z][\w-]*)\s*\}(?!\})/g;
/** Length from which a name may be a misspelt placeholder. */
const SHORTEST_MISSPELT = 4;

/**
 * Checks that a value of JSON holds no text in braces that is meant as a placeholder but is unknown, because it would
 * be sent unchanged. Other texts in braces are left alone: the receiver may expect them.
 *
 * @param place name of the value in the message
 * @throws Error with the correct placeholder
 */
export function checkPlaceholders(value: unknown, place: string): void {
  if (Array.isArray(value)) for (const item of value) checkPlaceholders(item, place);
  else if (typeof value === 'object' && value !== null) checkPlaceholders(Object.values(value), place);
  if (typeof value !== 'string') return;
  for (const [found, name] of value.matchAll(BRACES)) {
    const meant = meantBy(name);
    if (meant !== null && found !== `{${meant}}`) {
      throw new Error(`of ${place} has ${found}, which is not a placeholder. Write {${meant}} instead`);
    }
  }
}

/** Returns the placeholder that a name is or probably means; null if none is near. */
function meantBy(name: string): PlaceholderName | null {
  const lower = name.toLowerCase();
  const known = PLACEHOLDER_NAMES.find((each) => each === lower);
  if (known !== undefined) return known;
  if (Object.hasOwn(OTHER_WORDS, lower)) return OTHER_WORDS[lower];
  if (lower.length < SHORTEST_MISSPELT) return null;
  return PLACEHOLDER_NAMES.find((each) => editDistance(lower, each, 1) <= 1) ?? null;
}
