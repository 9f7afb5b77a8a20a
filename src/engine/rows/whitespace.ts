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
