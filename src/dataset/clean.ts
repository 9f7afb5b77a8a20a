import { whitespaceLength } from './whitespace.ts';

const NEWLINE = 0x0a;
const SPACE = 0x20;
const LESS_THAN = 0x3c;
const GREATER_THAN = 0x3e;
const LOWER_H = 0x68;
const LOWER_W = 0x77;

/** Bytes that may start something to clean: white space, `<`, `h`, `w`, and the first bytes of wide white space. */
const SUSPECT = new Uint8Array(256);
for (let byte = 0; byte <= SPACE; byte++) SUSPECT[byte] = 1;
for (const byte of [LESS_THAN, LOWER_H, LOWER_W, 0xc2, 0xe1, 0xe2, 0xe3]) SUSPECT[byte] = 1;

/**
 * Cleans texts as Python's `clean_text` of the service this action replaces does, on UTF-8 bytes and in time linear
 * in their length: URLs `https?://\S+|www\.\S+` and then tags `<.*?>` are removed, runs of white space become one
 * space, and white space at the ends is removed.
 */
export class TextCleaner {
  #scratch = new Uint8Array(1 << 16);

  /**
   * @param text valid UTF-8
   * @returns `text` itself when there is nothing to clean, else a view that is valid until the next call
   */
  clean(text: Uint8Array): Uint8Array {
    if (isClean(text)) return text;
    if (this.#scratch.length < text.length) this.#scratch = new Uint8Array(2 * text.length);
    const scratch = this.#scratch;
    let length = copyWithoutUrls(text, scratch);
    length = removeTags(scratch, length);
    length = collapseWhitespace(scratch, length);
    return scratch.subarray(0, length);
  }
}

/** True when cleaning would change nothing; false may also mean that only a closer look can tell. */
function isClean(text: Uint8Array): boolean {
  const end = text.length;
  for (let position = 0; position < end; position++) {
    const byte = text[position];
    if (SUSPECT[byte] === 0) continue;
    if (byte === SPACE) {
      if (position === 0 || position + 1 === end) return false;
      if (whitespaceLength(text, position + 1, end) > 0) return false;
    } else if (
      byte === LESS_THAN ||
      whitespaceLength(text, position, end) > 0 ||
      urlEnd(text, position, end) > 0
    ) {
      return false;
    }
  }
  return true;
}

/** Copies `text` without its URLs. @returns the length of what was copied */
function copyWithoutUrls(text: Uint8Array, target: Uint8Array): number {
  const end = text.length;
  let length = 0;
  let position = 0;
  while (position < end) {
    const skipTo = urlEnd(text, position, end);
    if (skipTo > 0) position = skipTo;
    else target[length++] = text[position++];
  }
  return length;
}

/** Position after the URL that starts at `position`, 0 when none does. */
function urlEnd(text: Uint8Array, position: number, end: number): number {
  const start = urlPrefixEnd(text, position, end);
  if (start === 0) return 0;
  let after = start;
  while (after < end && whitespaceLength(text, after, end) === 0) after++;
  return after > start ? after : 0;
}

/** Position after `http://`, `https://` or `www.` at `position`, 0 when there is none. */
function urlPrefixEnd(text: Uint8Array, position: number, end: number): number {
  if (text[position] === LOWER_W) return startsWith(text, position, end, WWW) ? position + WWW.length : 0;
  if (text[position] !== LOWER_H || !startsWith(text, position, end, HTTP)) return 0;
  const afterScheme = position + HTTP.length + (text[position + HTTP.length] === LOWER_S ? 1 : 0);
  return startsWith(text, afterScheme, end, AUTHORITY) ? afterScheme + AUTHORITY.length : 0;
}

const LOWER_S = 0x73;
const WWW = Buffer.from('www.');
const HTTP = Buffer.from('http');
const AUTHORITY = Buffer.from('://');

function startsWith(text: Uint8Array, position: number, end: number, prefix: Uint8Array): boolean {
  if (position + prefix.length > end) return false;
  for (let index = 0; index < prefix.length; index++)
    if (text[position + index] !== prefix[index]) return false;
  return true;
}

/** Removes tags in place. A `<` without a `>` on its line stays. @returns the length that is left */
function removeTags(text: Uint8Array, end: number): number {
  let length = 0;
  let position = 0;
  let unclosedUntil = 0;
  while (position < end) {
    if (text[position] === LESS_THAN && position >= unclosedUntil) {
      let close = position + 1;
      while (close < end && text[close] !== GREATER_THAN && text[close] !== NEWLINE) close++;
      if (close < end && text[close] === GREATER_THAN) {
        position = close + 1;
        continue;
      }
      unclosedUntil = close;
    }
    text[length++] = text[position++];
  }
  return length;
}

/** Makes each run of white space one space and removes it at the ends, in place. @returns the length that is left */
function collapseWhitespace(text: Uint8Array, end: number): number {
  let length = 0;
  let position = 0;
  let pendingSpace = false;
  while (position < end) {
    const width = whitespaceLength(text, position, end);
    if (width > 0) {
      pendingSpace = length > 0;
      position += width;
      continue;
    }
    if (pendingSpace) text[length++] = SPACE;
    pendingSpace = false;
    text[length++] = text[position++];
  }
  return length;
}
