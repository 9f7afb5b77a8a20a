import type { ColumnType, DatasetShape } from '../model/shape.ts';
import { type Line, words } from '../text/line.ts';
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

/** Returns what a column is published as, `label (one of 3 classes)`; null for a role that is not published. */
export function publishedText({ publishedAs }: ColumnUse, { classNames }: DatasetShape): Line | null {
  if (publishedAs === null) return null;
  const { name, type } = publishedAs;
  return words`${name} (${TYPES[type].replace('#', String(classNames.length))})`;
}
