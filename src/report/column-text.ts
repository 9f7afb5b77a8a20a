import type { ColumnType, DatasetShape } from '../model/shape.ts';
import type { ColumnUse } from './dataset-report.ts';

/** Types of columns on the Hub, in words; a # stands for the number of the classes. */
const TYPES: Readonly<Record<ColumnType, string>> = {
  string: 'string',
  strings: 'list of strings',
  messages: 'list of role and content',
  class: 'one of # classes',
  classes: 'list of # classes',
  bool: 'bool',
  int64: 'int64',
  float32: 'float32',
  float64: 'float64',
};

/**
 * Says what a column is published as, `label (one of 3 classes)`; empty for a role that is not published.
 *
 * @param harmless makes a name harmless where it is shown
 */
export function publishedText(
  { publishedAs }: ColumnUse,
  { classNames }: DatasetShape,
  harmless: (name: string) => string,
): string {
  if (publishedAs === null) return '';
  const { name, type } = publishedAs;
  return `${harmless(name)} (${TYPES[type].replace('#', String(classNames.length))})`;
}
