import { describe, expect, test } from '@jest/globals';
import { parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { writeTrain } from '../support/prepare.ts';
import { textShape } from '../support/shapes.ts';
import { labelledTexts } from '../support/texts.ts';

const CLASS_NAMES = ['NORMAL', 'URGENT'];
const SAMPLE = [
  ['no water for days', 0],
  ['पानी आएको छैन ।', 1],
  ['😡'.repeat(3), 1],
  ['a', 0],
] as const;

describe('writeDataFiles', () => {
  test('writes the rows in the order given, as string and int64', async () => {
    const [file] = write(SAMPLE, [3, 1, 0]);
    expect(await read(file)).toEqual([
      { grievance: 'a', label: 0n },
      { grievance: 'पानी आएको छैन ।', label: 1n },
      { grievance: 'no water for days', label: 0n },
    ]);
  });

  test('tells datasets the class names in the schema', async () => {
    const [file] = write(SAMPLE, [0]);
    const { key_value_metadata: pairs } = await parquetMetadataAsync(buffer(file));
    const features = JSON.parse(pairs?.find(({ key }) => key === 'huggingface')?.value ?? '').info.features;
    expect(features).toEqual({
      grievance: { dtype: 'string', _type: 'Value' },
      label: { names: CLASS_NAMES, _type: 'ClassLabel' },
    });
  });

  test('cuts row groups so that the viewer reads little, and keeps every row', async () => {
    const rows = Array.from({ length: 45_000 }, (_, row) => [`complaint ${row}`, row % 2] as const);
    const [file] = write(rows);
    const metadata = await parquetMetadataAsync(buffer(file));
    expect(metadata.row_groups.map(({ num_rows }) => num_rows)).toEqual([20_000n, 20_000n, 5_000n]);
    const texts = (await read(file)).map(({ grievance }) => grievance);
    expect(texts).toEqual(rows.map(([text]) => text));
  });

  test('cuts shards below the limit and numbers them', () => {
    const rows = Array.from({ length: 10 }, (_, row) => ['x'.repeat(88 + row), 0] as const);
    const files = write(rows, undefined, 320);
    expect(files.map(({ path }) => path)).toEqual([
      'data/train-00000-of-00004.parquet',
      'data/train-00001-of-00004.parquet',
      'data/train-00002-of-00004.parquet',
      'data/train-00003-of-00004.parquet',
    ]);
  });

  test.each([
    { texts: 7, bytes: 300, shards: [3, 3, 1] },
    { texts: 6, bytes: 300, shards: [3, 3] },
    { texts: 6, bytes: 299, shards: [2, 2, 2] },
    { texts: 3, bytes: 10, shards: [1, 1, 1] },
  ])('cuts $texts rows of 100 bytes into shards of $shards rows for $bytes bytes', async (given) => {
    const rows = Array.from({ length: given.texts }, (_, row) => [`${row}`.padEnd(88, 'x'), 0] as const);
    const files = write(rows, undefined, given.bytes);
    const counts = files.map(async (file) => (await read(file)).length);
    expect(await Promise.all(counts)).toEqual(given.shards);
  });

  test('cuts row groups of 32 MiB, counted as datasets does, whatever their rows', async () => {
    const text = 'x'.repeat((16 << 20) - 12);
    const rows = [text, text, `${text}.`, text, 'y'].map((value) => [value, 0] as const);
    const { row_groups: groups } = await parquetMetadataAsync(buffer(write(rows)[0]));
    expect(groups.map(({ num_rows }) => num_rows)).toEqual([2n, 1n, 2n]);
  });

  test('ends a file with its last row group', async () => {
    const rows = Array.from({ length: 40_000 }, (_, row) => [`${row}`, 0] as const);
    const { row_groups: groups } = await parquetMetadataAsync(buffer(write(rows)[0]));
    expect(groups.map(({ num_rows }) => num_rows)).toEqual([20_000n, 20_000n]);
  });

  test('writes a split without rows as one file without rows', async () => {
    const [file, ...more] = write(SAMPLE, []);
    expect(more).toEqual([]);
    expect(await read(file)).toEqual([]);
  });

  test('gives the same bytes for the same rows', () => {
    expect(buffer(write(SAMPLE)[0])).toEqual(buffer(write(SAMPLE)[0]));
  });

  test('states its size', () => {
    const [file] = write(SAMPLE);
    expect(file.size).toBe(buffer(file).byteLength);
  });
});

function write(
  rows: readonly (readonly [string, number])[],
  order?: number[],
  maxShardBytes?: number,
): ReturnType<typeof writeTrain> {
  return writeTrain(textShape(CLASS_NAMES), labelledTexts(rows), { order, maxShardBytes });
}

function buffer(file: ReturnType<typeof writeTrain>[number]): ArrayBuffer {
  return new Uint8Array(Buffer.concat(file.chunks)).buffer;
}

async function read(file: ReturnType<typeof writeTrain>[number]) {
  return parquetReadObjects({ file: buffer(file), compressors });
}
