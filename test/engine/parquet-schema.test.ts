import { expect, test } from '@jest/globals';
import { parquetMetadata, parquetReadObjects, parquetSchema as readSchema } from 'hyparquet';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { ENCODINGS, parquetSchema } from '../../src/engine/parquet-schema.ts';
import { type ColumnType, type DatasetShape, fileColumns } from '../../src/model/shape.ts';
import { textShape } from '../support/shapes.ts';

const TYPES = Object.keys(ENCODINGS) as ColumnType[];

/** A dataset with a column of each type, called like it. */
const SHAPE: DatasetShape = {
  ...textShape(['good', 'bad']),
  texts: [
    { name: 'string', type: 'string' },
    { name: 'messages', type: 'messages' },
  ],
  values: TYPES.filter((type) => type !== 'string' && type !== 'messages').map((type) => ({
    name: type,
    type,
  })),
};

/** Two values of each type, and how they are read. */
const VALUES: Readonly<Record<ColumnType, readonly [unknown, unknown]>> = {
  string: ['जल', ''],
  strings: [['a', null], []],
  messages: [
    [{ role: 'user', content: 'a' }],
    [
      { role: 'user', content: '' },
      { role: 'tool', content: 'b' },
    ],
  ],
  class: [1n, 0n],
  classes: [[0n, 1n], []],
  'multi-hot': [
    [1, 0],
    [0, 0],
  ],
  spans: [[{ start: 0n, end: 2n, label: 'good' }], []],
  bool: [true, false],
  int64: [9007199254740993n, -1n],
  float32: [0.5, Number.NaN],
  float64: [0.1, -Infinity],
  bools: [[true, null, false], []],
  int64s: [[-9007199254740993n, null], []],
  float32s: [[0.5, null], []],
  float64s: [[0.1, -Infinity], []],
  timestamptz: [new Date('2026-11-30T21:50:00.123Z'), new Date('0001-01-01T00:00:00Z')],
  timestamp: [new Date('1969-12-31T23:59:59.999Z'), new Date('9999-12-31T23:59:59.999Z')],
  date: [new Date('2026-11-30'), new Date('0001-01-01')],
};

function fileOf(values: (type: ColumnType) => readonly unknown[]): ArrayBuffer {
  const writer = new ByteWriter();
  const parquet = new ParquetWriter({ writer, schema: parquetSchema(SHAPE) });
  const columns = fileColumns(SHAPE);
  parquet.write({
    columnData: columns.map(({ name, type }) => ({ name, data: [...values(type)], ...ENCODINGS[type] })),
  });
  parquet.finish();
  return writer.getBuffer();
}

test('every column can be NULL, and stands in the order of the shape', () => {
  const { children } = readSchema(parquetMetadata(fileOf((type) => VALUES[type])));
  expect(children.map(({ element }) => [element.name, element.repetition_type])).toEqual(
    fileColumns(SHAPE).map(({ name }) => [name, 'OPTIONAL']),
  );
});

test('columns have the types that datasets gives its features', () => {
  const { children } = readSchema(parquetMetadata(fileOf((type) => VALUES[type])));
  const leaf = (node: (typeof children)[number]): unknown =>
    node.children.length === 0
      ? (node.element.logical_type?.type ?? node.element.type)
      : { [node.element.name]: node.children.map(leaf) };
  expect(Object.fromEntries(children.map((node) => [node.element.name, leaf(node)]))).toEqual({
    string: 'STRING',
    messages: { messages: [{ list: [{ element: ['STRING', 'STRING'] }] }] },
    strings: { strings: [{ list: ['STRING'] }] },
    class: 'INT64',
    classes: { classes: [{ list: ['INT64'] }] },
    'multi-hot': { 'multi-hot': [{ list: ['FLOAT'] }] },
    tokens: { tokens: [{ list: ['STRING'] }] },
    ner_tags: { ner_tags: [{ list: ['INT64'] }] },
    spans: { spans: [{ list: [{ element: ['INT64', 'INT64', 'STRING'] }] }] },
    bool: 'BOOLEAN',
    int64: 'INT64',
    float32: 'FLOAT',
    float64: 'DOUBLE',
    bools: { bools: [{ list: ['BOOLEAN'] }] },
    int64s: { int64s: [{ list: ['INT64'] }] },
    float32s: { float32s: [{ list: ['FLOAT'] }] },
    float64s: { float64s: [{ list: ['DOUBLE'] }] },
    timestamptz: 'TIMESTAMP',
    timestamp: 'TIMESTAMP',
    date: 'DATE',
  });
});

test('values of every type are read as they were written', async () => {
  const rows = await parquetReadObjects({ file: fileOf((type) => VALUES[type]) });
  for (const type of TYPES) expect(rows.map((row) => row[type])).toEqual(VALUES[type]);
});

test('a NULL of every type is read as one', async () => {
  const rows = await parquetReadObjects({ file: fileOf((type) => [null, VALUES[type][0]]) });
  for (const type of TYPES) expect([rows[0][type] ?? null, rows[1][type]]).toEqual([null, VALUES[type][0]]);
});
