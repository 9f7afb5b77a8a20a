import { editDistance } from '../text/edit-distance.ts';
import { PLACEHOLDER_NAMES } from './new-version.ts';

type PlaceholderName = (typeof PLACEHOLDER_NAMES)[number];

/** Other words for what the placeholders stand for. */
const OTHER_WORDS: Readonly<Record<string, PlaceholderName>> = {
  version: 'revision',
  ref: 'revision',
  repo: 'dataset',
  repository: 'dataset',
  sha: 'commit',
};
/** A name in braces, but for `${name}`, a variable of a shell, and `{{ name }}`, of a template. */
const BRACES = /(?<![${])\{\s*([A-Za-z][\w-]*)\s*\}(?!\})/g;
/** A name of so many letters may be a misspelt one. */
const SHORTEST_MISSPELT = 4;

/**
 * Checks that a value of JSON holds no text in braces that is meant as a placeholder and is none, which would be sent as it
 * is. Other texts in braces are left alone: they may be what the receiver expects.
 *
 * @param place what holds the value, for the message
 * @throws Error with the placeholder to write instead
 */
export function checkPlaceholders(value: unknown, place: string): void {
  if (Array.isArray(value)) for (const item of value) checkPlaceholders(item, place);
  else if (typeof value === 'object' && value !== null) checkPlaceholders(Object.values(value), place);
  if (typeof value !== 'string') return;
  for (const [found, name] of value.matchAll(BRACES)) {
    const meant = meantBy(name);
    if (meant !== null && found !== `{${meant}}`) {
      throw new Error(`of ${place} has ${found}, which is no placeholder. Write {${meant}} instead`);
    }
  }
}

/** The placeholder a name is or is meant as; null when it is near to none. */
function meantBy(name: string): PlaceholderName | null {
  const lower = name.toLowerCase();
  const known = PLACEHOLDER_NAMES.find((each) => each === lower);
  if (known !== undefined) return known;
  if (Object.hasOwn(OTHER_WORDS, lower)) return OTHER_WORDS[lower];
  if (lower.length < SHORTEST_MISSPELT) return null;
  return PLACEHOLDER_NAMES.find((each) => editDistance(lower, each, 1) <= 1) ?? null;
}
