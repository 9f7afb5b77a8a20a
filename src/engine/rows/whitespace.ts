const SPACE = 0x20;

/** By byte 1 for those that may start white space. */
export const WHITE_LEAD = new Uint8Array(256).fill(1, 0, SPACE + 1);
for (const byte of [0xc2, 0xe1, 0xe2, 0xe3]) WHITE_LEAD[byte] = 1;

/**
 * Length in bytes of the white space character that starts at a position of UTF-8 text, 0 when none does. White
 * space is what `\s` and `str.strip` of Python mean: U+0009–000D, 001C–0020, 0085, 00A0, 1680, 2000–200A, 2028,
 * 2029, 202F, 205F and 3000, but not U+FEFF.
 *
 * @param end position after the last byte of the text
 */
export function whitespaceLength(text: Uint8Array, position: number, end: number): 0 | 1 | 2 | 3 {
  const first = text[position];
  if (first <= 0x20) return first === 0x20 || (first >= 0x09 && first <= 0x0d) || first >= 0x1c ? 1 : 0;
  if (first < 0xc2 || first > 0xe3) return 0;
  if (first === 0xc2) {
    if (position + 1 >= end) return 0;
    return text[position + 1] === 0x85 || text[position + 1] === 0xa0 ? 2 : 0;
  }
  if (first < 0xe1 || position + 2 >= end) return 0;
  const second = text[position + 1];
  const third = text[position + 2];
  if (first === 0xe1) return second === 0x9a && third === 0x80 ? 3 : 0;
  if (first === 0xe3) return second === 0x80 && third === 0x80 ? 3 : 0;
  if (second === 0x80) return third <= 0x8a || third === 0xa8 || third === 0xa9 || third === 0xaf ? 3 : 0;
  return second === 0x81 && third === 0x9f ? 3 : 0;
}

/** The bytes without the white space at their ends: a view, not a copy. */
export function trimWhitespace<T extends Uint8Array>(bytes: T): T {
  let start = 0;
  for (let width = 1; start < bytes.length && width > 0; start += width) {
    width = whitespaceLength(bytes, start, bytes.length);
  }
  let end = bytes.length;
  for (let width = 1; end > start && width > 0; end -= width) width = whitespaceBefore(bytes, end);
  return bytes.subarray(start, end) as T;
}

/** Length of the white space character that ends before a position, 0 when none does. */
function whitespaceBefore(bytes: Uint8Array, end: number): number {
  for (const width of [1, 2, 3]) {
    if (end >= width && whitespaceLength(bytes, end - width, end) === width) return width;
  }
  return 0;
}

/** Returns the position of the first white space that is more than a space between two words, the length when there is none. */
export function firstSurplusWhitespace(text: Uint8Array): number {
  const end = text.length;
  for (let position = 0; position < end; position++) {
    const byte = text[position];
    if (WHITE_LEAD[byte] === 0) continue;
    if (byte !== SPACE) {
      if (whitespaceLength(text, position, end) > 0) return position;
    } else if (position === 0 || position + 1 === end || whitespaceLength(text, position + 1, end) > 0) {
      return position;
    }
  }
  return end;
}

/**
 * Makes each run of white space one space and removes it at the ends, in place; before `start` only a space right
 * before it may have to go.
 *
 * @returns the length that is left
 */
export function collapseWhitespace(text: Uint8Array, start: number, end: number): number {
  let position = start > 0 && text[start - 1] === SPACE ? start - 1 : start;
  let length = position;
  let pendingSpace = false;
  while (position < end) {
    const byte = text[position];
    const width = WHITE_LEAD[byte] === 1 ? whitespaceLength(text, position, end) : 0;
    if (width > 0) {
      pendingSpace = length > 0;
      position += width;
      continue;
    }
    if (pendingSpace) text[length++] = SPACE;
    pendingSpace = false;
    const from = position++;
    while (position < end && WHITE_LEAD[text[position]] === 0) position++;
    length = moveDown(text, from, position, length);
  }
  return length;
}

/** Moves the bytes from `from` to before `to` down to `target`. @returns the position after them */
function moveDown(text: Uint8Array, from: number, to: number, target: number): number {
  if (target === from) return to;
  if (to - from > LONG_RUN) {
    text.copyWithin(target, from, to);
    return target + to - from;
  }
  let length = target;
  for (let position = from; position < to; position++) text[length++] = text[position];
  return length;
}

/** Bytes from which on one call moves them faster than a loop. */
const LONG_RUN = 64;
