import { isRecord } from '../text/json.ts';
import { COLUMN_TYPES, type DatasetShape } from './shape.ts';

/** Returns the dataset's features as `datasets` writes them into the `huggingface` key of a parquet schema. */
export function hubFeatures({ texts, values, classNames }: DatasetShape): Record<string, unknown> {
  const classLabel = { names: classNames, _type: 'ClassLabel' };
  return Object.fromEntries(
    [...texts, ...values].map(({ name, type }) => [name, COLUMN_TYPES[type].feature(classLabel)]),
  );
}

/** Returns the names of the classes in the order of their ids, from features of any origin; null if there are none. */
export function classesOf(features: unknown): readonly string[] | null {
  if (!isRecord(features)) return null;
  for (const feature of Object.values(features)) {
    const label = isRecord(feature) && isRecord(feature.feature) ? feature.feature : feature;
    if (!isRecord(label) || label._type !== 'ClassLabel') continue;
    const { names } = label;
    return Array.isArray(names) && names.every((name) => typeof name === 'string') ? names : null;
  }
  return null;
}

/**
 * Returns the columns that were removed or changed their type since an earlier version; classes are not part of a type.
 */
export function changedColumns(
  before: Readonly<Record<string, unknown>>,
  now: Readonly<Record<string, unknown>>,
): { readonly gone: readonly string[]; readonly retyped: readonly string[] } {
  const typeOf = (feature: unknown) =>
    JSON.stringify(feature, (key, value) => (key === 'names' ? undefined : value));
  const names = Object.keys(before);
  return {
    gone: names.filter((name) => !Object.hasOwn(now, name)),
    retyped: names.filter((name) => Object.hasOwn(now, name) && typeOf(before[name]) !== typeOf(now[name])),
  };
}

/** Returns the same features as the `dataset_info` of a dataset card spells them. */
export function cardFeatures({ texts, values, classNames }: DatasetShape): Record<string, unknown>[] {
  const classLabel = {
    class_label: { names: Object.fromEntries(classNames.map((name, id) => [String(id), name])) },
  };
  return [...texts, ...values].map(({ name, type }) => ({ name, ...COLUMN_TYPES[type].inCard(classLabel) }));
}
