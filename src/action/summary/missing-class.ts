import type { MissingClass } from '../../engine/prepare.ts';

/** Classes that get a sentence of their own. */
const NAMED_CLASSES = 3;

/**
 * Says of classes that splits have no row of them, a sentence each, and of many how many more there are.
 *
 * @param harmless makes a name harmless where the sentences are shown
 */
export function describeMissingClasses(
  missing: readonly MissingClass[],
  harmless: (name: string) => string,
): string[] {
  const named = missing.slice(0, missing.length > NAMED_CLASSES + 1 ? NAMED_CLASSES : undefined);
  const sentences = named.map(
    ({ className, splits }) =>
      `“${harmless(className)}” has no row in ${splits.join(' and ')}. Collect more reviews of this class.`,
  );
  const more = missing.length - named.length;
  return more === 0 ? sentences : [...sentences, `${more} more classes have no row in some split.`];
}
