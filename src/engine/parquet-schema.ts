import type { SchemaElement } from 'hyparquet';
import { type ColumnType, type DatasetShape, fileColumns } from '../model/shape.ts';

/** How the values of a column are written. */
interface ColumnEncoding {
  readonly encoding?: 'PLAIN' | 'RLE_DICTIONARY';
  readonly statistics?: boolean;
  readonly columnIndex?: boolean;
}

// No minima and maxima of free text: nobody filters by them, and finding them is a tenth of the writing.
const FREE_TEXT: ColumnEncoding = { encoding: 'PLAIN', statistics: false };

/** How the values of each type are written. */
export const ENCODINGS: Readonly<Record<ColumnType, ColumnEncoding>> = {
  string: FREE_TEXT,
  strings: { statistics: false },
  bools: { statistics: false },
  int64s: { statistics: false },
  float32s: { statistics: false },
  float64s: { statistics: false },
  timestamptz: {},
  timestamp: {},
  date: {},
  messages: { statistics: false },
  class: { encoding: 'RLE_DICTIONARY', columnIndex: true },
  classes: {},
  'multi-hot': { statistics: false },
  spans: { statistics: false },
  bool: {},
  int64: {},
  float32: {},
  float64: {},
};

const TEXT = {
  type: 'BYTE_ARRAY',
  converted_type: 'UTF8',
  logical_type: { type: 'STRING' },
} as const;

/** The schema of a dataset's parquet files; lists have the three levels of the format's LogicalTypes.md. */
export function parquetSchema(shape: DatasetShape): SchemaElement[] {
  const columns = fileColumns(shape);
  return [
    { name: 'schema', num_children: columns.length },
    ...columns.flatMap(({ name, type }) => elementsOf(name, type)),
  ];
}

function elementsOf(name: string, type: ColumnType): SchemaElement[] {
  switch (type) {
    case 'string':
      return [optional(name, TEXT)];
    case 'class':
    case 'int64':
      return [optional(name, { type: 'INT64' })];
    case 'bool':
      return [optional(name, { type: 'BOOLEAN' })];
    case 'float32':
      return [optional(name, { type: 'FLOAT' })];
    case 'float64':
      return [optional(name, { type: 'DOUBLE' })];
    case 'classes':
      return listOf(name, [optional('element', { type: 'INT64' })]);
    case 'timestamptz':
      return [optional(name, { ...instant(true), converted_type: 'TIMESTAMP_MICROS' })];
    case 'timestamp':
      return [optional(name, instant(false))];
    case 'date':
      return [optional(name, { type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } })];
    case 'bools':
      return listOf(name, [optional('element', { type: 'BOOLEAN' })]);
    case 'int64s':
      return listOf(name, [optional('element', { type: 'INT64' })]);
    case 'float64s':
      return listOf(name, [optional('element', { type: 'DOUBLE' })]);
    case 'float32s':
    case 'multi-hot':
      return listOf(name, [optional('element', { type: 'FLOAT' })]);
    case 'strings':
      return listOf(name, [optional('element', TEXT)]);
    case 'spans':
      return listOf(name, [
        optional('element', { num_children: 3 }),
        optional('start', { type: 'INT64' }),
        optional('end', { type: 'INT64' }),
        optional('label', TEXT),
      ]);
    case 'messages':
      return listOf(name, [
        optional('element', { num_children: 2 }),
        optional('role', TEXT),
        optional('content', TEXT),
      ]);
  }
}

/** Microseconds since 1970. @param isAdjustedToUTC false for a time without a time zone, whose converted type would claim UTC */
function instant(isAdjustedToUTC: boolean) {
  return { type: 'INT64', logical_type: { type: 'TIMESTAMP', isAdjustedToUTC, unit: 'MICROS' } } as const;
}

function optional(name: string, element: Omit<SchemaElement, 'name'>): SchemaElement {
  return { name, ...element, repetition_type: 'OPTIONAL' };
}

function listOf(name: string, element: readonly SchemaElement[]): SchemaElement[] {
  return [
    optional(name, { converted_type: 'LIST', logical_type: { type: 'LIST' }, num_children: 1 }),
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    ...element,
  ];
}
