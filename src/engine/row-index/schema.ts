import type { SchemaElement } from 'hyparquet';

/** Path of the row index in a version. */
export const ROW_INDEX_PATH = 'row_index.parquet';

const TEXT = { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } } as const;

/**
 * The columns of a row index: the rank of a row's identity as an unsigned number, its class id or a hash of its value, its
 * split, and its origin: one of `ROW_ORIGINS`, or `earlier` for a row of an earlier version that is in this one no more.
 */
export const INDEX_SCHEMA: SchemaElement[] = [
  { name: 'schema', num_children: 4 },
  {
    name: 'rank',
    type: 'INT64',
    // The library writes the width of the logical type as i32 where the format has i8, and pyarrow then refuses the file.
    converted_type: 'UINT_64',
    repetition_type: 'REQUIRED',
  },
  { name: 'value', type: 'INT64', repetition_type: 'REQUIRED' },
  { name: 'split', ...TEXT, repetition_type: 'REQUIRED' },
  { name: 'origin', ...TEXT, repetition_type: 'OPTIONAL' },
];

/** About how many bytes a line takes: its rank, which cannot be compressed, and a little for the rest. */
export const LINE_BYTES = 10;

/** Mark of an entry whose row an earlier version held, and the indexed one no more; other entries have 0. */
export const EARLIER = 1;
