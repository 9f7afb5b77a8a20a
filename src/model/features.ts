import { isRecord } from '../text/json.ts';
import { COLUMN_TYPES, type DatasetShape, fileColumns } from './shape.ts';

/** Returns the dataset's features as `datasets` writes them into the `huggingface` key of a parquet schema. */
export function hubFeatures(shape: DatasetShape): Record<string, unknown> {
  const labelOf = (names: readonly string[]) => ({ names, _type: 'ClassLabel' });
  const columns = fileColumns(shape).map(({ name, type, isTags }) => {
    const names = isTags ? tagNames(shape.classNames) : shape.classNames;
    return [name, COLUMN_TYPES[type].feature(labelOf(names))];
  });
  return Object.fromEntries(columns);
}

/** Returns the names of the tags of tokens, in the order of their ids: outside of all spans, then two for each class. */
export function tagNames(classNames: readonly string[]): readonly string[] {
  return ['O', ...classNames.flatMap((name) => [`B-${name}`, `I-${name}`])];
}

/** Returns the classes of which a list has the tags; null for other names. */
function taggedClasses(names: readonly string[]): readonly string[] | null {
  const classes = names.filter((_, id) => id % 2 === 1).map((name) => name.slice('B-'.length));
  return JSON.stringify(tagNames(classes)) === JSON.stringify(names) ? classes : null;
}

/** Returns the names of the classes in the order of their ids, from features of any origin; null if there are none. */
export function classesOf(features: unknown): readonly string[] | null {
  if (!isRecord(features)) return null;
  for (const feature of Object.values(features)) {
    const label = isRecord(feature) && isRecord(feature.feature) ? feature.feature : feature;
    if (!isRecord(label) || label._type !== 'ClassLabel') continue;
    const { names } = label;
    if (!Array.isArray(names) || !names.every((name) => typeof name === 'string')) return null;
    return label === feature ? names : (taggedClasses(names) ?? names);
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
export function cardFeatures(shape: DatasetShape): Record<string, unknown>[] {
  const labelOf = (names: readonly string[]) => ({
    class_label: { names: Object.fromEntries(names.map((name, id) => [String(id), name])) },
  });
  return fileColumns(shape).map(({ name, type, isTags }) => {
    const names = isTags ? tagNames(shape.classNames) : shape.classNames;
    return { name, ...COLUMN_TYPES[type].inCard(labelOf(names)) };
  });
}
