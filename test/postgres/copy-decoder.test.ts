import { describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { CopyDecoder, CopyFormatError } from '../../src/postgres/copy-decoder.ts';

type Row = (Uint8Array | null)[];

const SIGNATURE = [0x50, 0x47, 0x43, 0x4f, 0x50, 0x59, 0x0a, 0xff, 0x0d, 0x0a, 0x00];

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

function int16(value: number): Buffer {
  return int32(value).subarray(2);
}

function header({ flags = 0, extension = Buffer.alloc(0) } = {}): Buffer {
  return Buffer.concat([Buffer.from(SIGNATURE), int32(flags), int32(extension.length), extension]);
}

function tuple(row: Row): Buffer {
  const fields = row.map((field) =>
    field === null ? int32(-1) : Buffer.concat([int32(field.length), field]),
  );
  return Buffer.concat([int16(row.length), ...fields]);
}

const TRAILER = int16(-1);

function encode(rows: readonly Row[], extension?: Buffer<ArrayBuffer>): Buffer {
  return Buffer.concat([header({ extension }), ...rows.map(tuple), TRAILER]);
}

function decode(chunks: Iterable<Uint8Array>, columnCount = 2): (string | null)[][] {
  const rows: (string | null)[][] = [];
  const decoder = new CopyDecoder(columnCount, (fields) => {
    rows.push(fields.map((field) => field && Buffer.from(field).toString('hex')));
  });
  for (const chunk of chunks) decoder.push(chunk);
  expect(decoder.end()).toBe(rows.length);
  return rows;
}

function hex(rows: readonly Row[]): (string | null)[][] {
  return rows.map((row) => row.map((field) => field && Buffer.from(field).toString('hex')));
}

function* split(bytes: Uint8Array, cuts: readonly number[]): Generator<Uint8Array> {
  const sorted = [0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  for (let i = 1; i < sorted.length; i++) yield bytes.subarray(sorted[i - 1], sorted[i]);
}

const field = fc.option(fc.uint8Array({ maxLength: 40 }), { nil: null });
const rowsOfTwo = fc.array(fc.tuple(field, field), { maxLength: 20 });
const extension = fc.uint8Array({ maxLength: 12 }).map((bytes) => Buffer.from(bytes));

describe('CopyDecoder', () => {
  test('yields the encoded rows, wherever the bytes are split', () => {
    fc.assert(
      fc.property(rowsOfTwo, extension, fc.array(fc.nat(), { maxLength: 60 }), (rows, extra, cuts) => {
        expect(decode(split(encode(rows, extra), cuts))).toEqual(hex(rows));
      }),
      { numRuns: 500 },
    );
  });

  test('reads a stream that arrives byte by byte', () => {
    const rows: Row[] = [
      [Buffer.from('सडक 😀'), Buffer.from('NORMAL')],
      [null, Buffer.alloc(0)],
    ];
    const bytes = encode(rows);
    expect(decode(split(bytes, [...bytes.keys()]))).toEqual(hex(rows));
  });

  test('says so when the stream is cut off anywhere', () => {
    fc.assert(
      fc.property(rowsOfTwo, fc.nat(), fc.array(fc.nat(), { maxLength: 5 }), (rows, cutOff, cuts) => {
        const bytes = encode(rows);
        const truncated = bytes.subarray(0, cutOff % bytes.length);
        expect(() => decode(split(truncated, cuts))).toThrow(CopyFormatError);
      }),
    );
  });

  test('gives rows or a clear error for a corrupted stream', () => {
    fc.assert(
      fc.property(rowsOfTwo, fc.nat(), fc.nat({ max: 255 }), fc.array(fc.nat()), (rows, at, value, cuts) => {
        const bytes = encode(rows);
        bytes[at % bytes.length] = value;
        try {
          decode(split(bytes, cuts));
        } catch (error) {
          expect(error).toBeInstanceOf(CopyFormatError);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('hands over views of the chunk a row lies in', () => {
    const chunk = encode([[Buffer.from('text'), null]]);
    const decoder = new CopyDecoder(2, ([message]) => expect(message!.buffer).toBe(chunk.buffer));
    decoder.push(chunk);
    expect(decoder.end()).toBe(1);
    expect.assertions(2);
  });

  test('copies a field that arrives in many chunks a few times, and not once for each chunk', () => {
    const length = 4 * 2 ** 20;
    const bytes = encode([[Buffer.alloc(length, 'x'), null]]);
    const cuts = Array.from({ length: length / 4096 }, (_, i) => i * 4096);
    const chunks = [...split(bytes, cuts)];
    let decoded = 0;
    const decoder = new CopyDecoder(2, ([message]) => {
      decoded = message!.length;
    });
    let copied = 0;
    const set = jest.spyOn(Uint8Array.prototype, 'set').mockImplementation(function (
      this: Uint8Array,
      from,
      at,
    ) {
      copied += from.length;
      for (let i = 0; i < from.length; i++) this[(at ?? 0) + i] = from[i]!;
    });
    try {
      for (const chunk of chunks) decoder.push(chunk);
    } finally {
      set.mockRestore();
    }
    expect([decoder.end(), decoded]).toEqual([1, length]);
    expect(copied).toBeGreaterThanOrEqual(length);
    expect(copied).toBeLessThan(4 * length);
  });

  test('lets through what the row handler throws', () => {
    const decoder = new CopyDecoder(1, () => {
      throw new RangeError('from the handler');
    });
    expect(() => decoder.push(encode([[null]]))).toThrow(RangeError);
  });

  test('ignores the flags that may be ignored', () => {
    expect(decode([header({ flags: 0xffff }), TRAILER])).toEqual([]);
  });

  test.each<[string, Buffer[]]>([
    ['it does not begin with the signature', [Buffer.from('PGCOPY\n\xfe')]],
    ['it does not begin with the signature', [Buffer.from('HTTP/1.1 400')]],
    ['the header has a flag this reader does not know', [header({ flags: 1 << 16 })]],
    ['the header has a flag this reader does not know', [header({ flags: 1 << 31 })]],
    ['the header extension has the length -1', [header().subarray(0, -4), int32(-1)]],
    ['row 1 has 1 fields instead of 2', [header(), tuple([null])]],
    ['row 2 has -2 fields instead of 2', [header(), tuple([null, null]), int16(-2)]],
    ['field 1 of row 1 has the length -2', [header(), int16(2), int32(-2)]],
    ['field 2 of row 1 has the length 1073741824', [header(), int16(2), int32(-1), int32(2 ** 30)]],
    ['there is data after the trailer', [encode([]), Buffer.of(0)]],
    ['there is data after the trailer', [Buffer.concat([encode([]), Buffer.of(0)])]],
    ['the data ends early, after 0 rows', []],
    ['the data ends early, after 1 rows', [header(), tuple([null, null])]],
  ])('tells: %s', (message, chunks) => {
    expect(() => decode(chunks)).toThrow(new CopyFormatError(message));
  });
});
