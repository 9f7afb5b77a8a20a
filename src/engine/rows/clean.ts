import { collapseWhitespace, WHITE_LEAD, whitespaceLength } from './whitespace.ts';

const NEWLINE = 0x0a;
const SPACE = 0x20;
const LESS_THAN = 0x3c;
const GREATER_THAN = 0x3e;
const LOWER_H = 0x68;
const LOWER_W = 0x77;

/** First byte of three-byte characters, among them all of Devanagari, of which none is white space. */
const INDIC_LEAD = 0xe0;

/** Bytes that may start something to clean: white space, `<`, `h` and `w`. */
const SUSPECT = WHITE_LEAD.slice();
for (const byte of [LESS_THAN, LOWER_H, LOWER_W]) SUSPECT[byte] = 1;

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
    const start = firstDirty(text);
    if (start === text.length) return text;
    if (this.#scratch.length < text.length) this.#scratch = new Uint8Array(2 * text.length);
    const scratch = this.#scratch;
    scratch.set(text.subarray(0, start));
    let length = copyWithoutUrls(text, start, scratch);
    length = removeTags(scratch, start, length);
    length = collapseWhitespace(scratch, start, length);
    return scratch.subarray(0, length);
  }
}

/** Position of the first byte that cleaning may change, the text's length when there is none. */
function firstDirty(text: Uint8Array): number {
  const end = text.length;
  let position = 0;
  while (position < end) {
    const byte = text[position];
    if (byte === INDIC_LEAD) {
      position += 3;
      continue;
    }
    if (SUSPECT[byte] === 1 && isDirtyAt(text, position, end, byte)) return position;
    position++;
  }
  return end;
}

/** True when cleaning may change something at the suspect byte at `position`, before which all is clean. */
function isDirtyAt(text: Uint8Array, position: number, end: number, byte: number): boolean {
  if (byte === SPACE) {
    if (position === 0 || position + 1 === end) return true;
    const next = text[position + 1];
    return SUSPECT[next] === 1 && whitespaceLength(text, position + 1, end) > 0;
  }
  if (byte === LOWER_H || byte === LOWER_W) return urlEnd(text, position, end) > 0;
  return byte === LESS_THAN || whitespaceLength(text, position, end) > 0;
}

/** Copies what is left of `text` from `start` on without its URLs. @returns the length of `target` that is filled */
function copyWithoutUrls(text: Uint8Array, start: number, target: Uint8Array): number {
  const end = text.length;
  const rest = Buffer.from(text.buffer, text.byteOffset + start, end - start);
  if (!rest.includes(AUTHORITY) && !rest.includes(WWW)) {
    target.set(rest, start);
    return end;
  }
  let length = start;
  let position = start;
  while (position < end) {
    const byte = text[position];
    const skipTo = byte === LOWER_H || byte === LOWER_W ? urlEnd(text, position, end) : 0;
    if (skipTo > 0) {
      position = skipTo;
      continue;
    }
    target[length++] = byte;
    position++;
  }
  return length;
}

/** Position after the URL that starts at `position`, 0 when none does. */
function urlEnd(text: Uint8Array, position: number, end: number): number {
  const start = urlPrefixEnd(text, position, end);
  if (start === 0) return 0;
  let after = start;
  while (after < end && (WHITE_LEAD[text[after]] === 0 || whitespaceLength(text, after, end) === 0)) after++;
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

/**
 * Removes tags in place; none starts before `start`. A `<` without a `>` on its line stays.
 *
 * @returns the length that is left
 */
function removeTags(text: Uint8Array, start: number, end: number): number {
  const filled = text.subarray(0, end);
  let position = filled.indexOf(LESS_THAN, start);
  if (position === -1 || filled.indexOf(GREATER_THAN, position) === -1) return end;
  let length = position;
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
