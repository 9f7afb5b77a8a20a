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
