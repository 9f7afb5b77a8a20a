import { isRecord } from '../text/json.ts';

/**
 * The names of the classes in the order of their ids.
 *
 * @param labelMap a version's map of names to ids, of any origin
 * @returns null when the ids are not those from 0 on, each once
 */
export function classNamesOf(labelMap: unknown): readonly string[] | null {
  if (!isRecord(labelMap)) return null;
  const classes = Object.entries(labelMap).toSorted(([, a], [, b]) => Number(a) - Number(b));
  return classes.every(([, id], index) => id === index) ? classes.map(([name]) => name) : null;
}
