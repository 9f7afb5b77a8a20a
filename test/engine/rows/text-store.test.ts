import { describe, expect, test } from '@jest/globals';
import { enlarged, release, TextReader, TextStore } from '../../../src/engine/rows/text-store.ts';

const SHARED_BYTES = 8 << 20;
const LANE_BYTES = 128 << 10;

describe('TextStore', () => {
  test('numbers texts from 0 and reads them back, also after its list of places has grown', () => {
    const store = new TextStore();
    const texts = Array.from({ length: 2500 }, (_, number) => `text ${number} `.repeat(number % 7));
    expect(texts.map((text) => store.add(Buffer.from(text)))).toEqual([...texts.keys()]);
    expect(store.length).toBe(2500);
    expect(texts.map((_, number) => read(store, number))).toEqual(texts);
  });

  test('fills a piece of memory to its last byte, and begins the next one with what does not fit', () => {
    const store = new TextStore();
    store.add(Buffer.alloc(SHARED_BYTES - 3, 'a'));
    store.add(Buffer.from('bcd'));
    expect(store.memory.chunks).toHaveLength(1);
    store.add(Buffer.alloc(0));
    expect(store.memory.chunks).toHaveLength(1);
    store.add(Buffer.from('e'));
    expect(store.memory.chunks.map(({ byteLength }) => byteLength)).toEqual([SHARED_BYTES, SHARED_BYTES]);
    expect([1, 2, 3].map((number) => read(store, number))).toEqual(['bcd', '', 'e']);
  });

  test('gives a longer text a piece of its own length', () => {
    const store = new TextStore();
    store.add(Buffer.from('a'));
    store.add(Buffer.alloc(SHARED_BYTES + 1, 'b'));
    store.add(Buffer.from('c'));
    expect(store.memory.chunks.map(({ byteLength }) => byteLength)).toEqual([
      SHARED_BYTES,
      SHARED_BYTES + 1,
      SHARED_BYTES,
    ]);
    expect([store.byteLengthAt(1), read(store, 0), read(store, 2)]).toEqual([SHARED_BYTES + 1, 'a', 'c']);
  });

  test('puts texts after the first 16 MiB next to others of their lane, and uses the same memory again', () => {
    const store = new TextStore();
    const fill = () => {
      for (let piece = 0; piece < 2; piece++) store.add(Buffer.alloc(SHARED_BYTES, 'a'), 0xffffffff);
      for (let text = 0; text < 4; text++)
        store.add(Buffer.from(`text ${text}`), text % 2 === 0 ? 0 : 0xffffffff);
    };
    fill();
    const { chunks, places } = store.memory;
    expect(chunks.map(({ byteLength }) => byteLength)).toEqual([
      SHARED_BYTES,
      SHARED_BYTES,
      LANE_BYTES,
      LANE_BYTES,
    ]);
    const chunkOf = [2, 3, 4, 5].map((text) => places[3 * text]);
    expect(chunkOf).toEqual([2, 3, 2, 3]);
    expect([2, 3, 4, 5].map((text) => read(store, text))).toEqual(['text 0', 'text 1', 'text 2', 'text 3']);
    const bytes = store.bytes;
    store.clear();
    expect(store.bytes).toBe(0);
    fill();
    expect(store.memory.chunks).toEqual(chunks);
    expect(store.bytes).toBe(bytes);
    expect(read(store, 5)).toBe('text 3');
  });

  test('is read through its memory by others, without a copy', () => {
    const store = new TextStore();
    for (const text of ['one', 'two', 'पानी']) store.add(Buffer.from(text));
    const reader = new TextReader(store.memory);
    expect([0, 1, 2].map((number) => read(reader, number))).toEqual(['one', 'two', 'पानी']);
    expect(reader.at(1).buffer).toBe(store.at(1).buffer);
    const target = Buffer.from('........');
    reader.copyTo(1, target, 3);
    expect(target.toString()).toBe('...two..');
  });
});

test('enlarged keeps the values, adds zeros and gives the memory of the shorter array back', () => {
  const array = Uint16Array.of(1, 65_535);
  expect(enlarged(array)).toEqual(Uint16Array.of(1, 65_535, 0, 0));
  expect(array).toHaveLength(0);
});

test('enlarged moves a long array seldom', () => {
  const lengths = [1024];
  for (let array = new Uint8Array(1024); array.length < 1 << 24; ) {
    array = enlarged(array);
    lengths.push(array.length);
  }
  expect(lengths.slice(-4)).toEqual([1 << 15, 1 << 16, 1 << 23, 1 << 24]);
});

test('release gives the memory back', () => {
  const arrays = [new Uint8Array(3), new Uint32Array(4)] as const;
  release(...arrays);
  expect(arrays.map(({ length }) => length)).toEqual([0, 0]);
});

function read(reader: TextReader, number: number): string {
  return Buffer.from(reader.at(number)).toString();
}
