import type { MissingClass } from '../../dataset/prepare.ts';

/**
 * Says of a class that splits have no row of it.
 *
 * @param harmless makes its name harmless where the sentence is shown
 */
export function describeMissingClass(
  { className, splits }: MissingClass,
  harmless: (name: string) => string,
): string {
  return `“${harmless(className)}” has no row in ${splits.join(' and ')}. Collect more reviews of this class.`;
}
