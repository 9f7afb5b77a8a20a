import fc from 'fast-check';
import { CopyDecoder, CopyFormatError } from '../../src/postgres/copy-decoder.ts';
import { type Fuzzer, fuzzer, mayRefuse, must } from './fuzzer.ts';

const HEADER = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
const field = fc.option(fc.uint8Array({ maxLength: 12 }), { freq: 4 });
const rows = fc.array(fc.tuple(field, field), { maxLength: 4 });
const cuts = fc.array(fc.nat(200), { maxLength: 6 });

export const copyFuzzers: readonly Fuzzer[] = [
  fuzzer('COPY streams cut anywhere', fc.tuple(rows, cuts), ([sent, places]) => {
    const expected = sent.map((row) => row.map((bytes) => bytes && Buffer.from(bytes).toString('hex')));
    must(JSON.stringify(decode(pieces(encode(sent), places))) === JSON.stringify(expected), 'other rows');
  }),
  fuzzer(
    'COPY streams that are broken',
    fc.tuple(rows, cuts, fc.nat(120), fc.uint8Array({ maxLength: 6 }), fc.nat(120)),
    ([sent, places, at, inserted, kept]) => {
      const stream = encode(sent);
      const broken = Buffer.concat([
        stream.subarray(0, at),
        inserted,
        stream.subarray(at + (kept % 3)),
      ]).subarray(0, at + kept);
      mayRefuse(() => decode(pieces(broken, places)), CopyFormatError);
    },
  ),
];

function encode(sent: readonly (readonly (Uint8Array | null)[])[]): Buffer {
  const parts: Buffer[] = [HEADER];
  for (const row of sent) {
    parts.push(integer(row.length, 2));
    for (const bytes of row) parts.push(integer(bytes?.length ?? -1, 4), Buffer.from(bytes ?? []));
  }
  return Buffer.concat([...parts, integer(-1, 2)]);
}

function integer(value: number, bytes: number): Buffer {
  const buffer = Buffer.alloc(bytes);
  buffer.writeIntBE(value, 0, bytes);
  return buffer;
}

function* pieces(stream: Buffer, places: readonly number[]): Generator<Buffer> {
  let from = 0;
  for (const place of [...places, stream.length].sort((a, b) => a - b)) {
    const to = Math.min(place, stream.length);
    yield stream.subarray(from, to);
    from = to;
  }
}

function decode(chunks: Iterable<Buffer>): (string | null)[][] {
  const read: (string | null)[][] = [];
  const decoder = new CopyDecoder(2, (fields) => {
    read.push(fields.map((bytes) => bytes && Buffer.from(bytes).toString('hex')));
  });
  for (const chunk of chunks) decoder.push(chunk);
  must(decoder.end() === read.length, 'another number of rows');
  return read;
}
