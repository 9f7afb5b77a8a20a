import type { Matches } from './matches.ts';

const AT = 0x40;
const DOT = 0x2e;
const SPACE = 0x20;
const HYPHEN = 0x2d;

/** Bytes that tell how much is looked at around an `@` with other letters than ASCII's. */
const WINDOW = 256;
const LOCAL_PART = /[\p{L}\p{M}\p{N}._%+-]+$/u;
const DOMAIN = /^[\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)*\.[\p{L}\p{M}]{2,}/u;

/** Bytes of a local part as people write it; RFC 5322 has more, which stand around addresses far more often than in them. */
const LOCAL = byteSet("A-Za-z0-9._%+'&~=-");
const ALPHANUMERIC = byteSet('A-Za-z0-9');
const LETTER = byteSet('A-Za-z');
const DOMAIN_BYTE = byteSet('A-Za-z0-9.-');

/**
 * Finds e-mail addresses: a local part, `@`, with or without a space beside it, and a domain name that ends in letters. Those of other
 * alphabets (RFC 6531) are found where they have no letter of ASCII next to the `@`. Linear in the text's length.
 */
export function findEmails(text: Uint8Array, matches: Matches): void {
  let floor = 0;
  for (let at = text.indexOf(AT); at !== -1; at = text.indexOf(AT, at + 1)) {
    const localEnd = text[at - 1] === SPACE ? at - 1 : at;
    const domain = text[at + 1] === SPACE ? at + 2 : at + 1;
    const isAscii = text[localEnd - 1] < 0x80 && text[domain] < 0x80;
    const start = isAscii ? localPartStart(text, localEnd, floor) : foreignStart(text, localEnd, floor);
    floor = at + 1;
    if (start === localEnd) continue;
    const end = isAscii ? domainEnd(text, domain) : foreignEnd(text, domain);
    if (end === domain) continue;
    matches.add('email', start, end);
    floor = end;
  }
}

function localPartStart(text: Uint8Array, at: number, floor: number): number {
  let start = at;
  while (start > floor && LOCAL[text[start - 1]] === 1) start--;
  while (start < at && ALPHANUMERIC[text[start]] === 0) start++;
  return start;
}

/** Position after the domain name at `start`, `start` when there is none. */
function domainEnd(text: Uint8Array, start: number): number {
  let end = start;
  while (end < text.length && DOMAIN_BYTE[text[end]] === 1) end++;
  if (ALPHANUMERIC[text[start]] === 0) return start;
  let found = start;
  for (let label = start; label < end; ) {
    const next = endOfLabel(text, label, end);
    if (next === label) break;
    const letters = lettersEnd(text, label, next);
    if (label > start && letters - label >= 2) found = letters;
    label = next + 1;
  }
  return found;
}

function endOfLabel(text: Uint8Array, start: number, end: number): number {
  let position = start;
  while (position < end && text[position] !== DOT) position++;
  return position;
}

/** Position after the letters a last label may be made of; one in Punycode is taken whole. */
function lettersEnd(text: Uint8Array, start: number, end: number): number {
  let position = start;
  while (position < end && LETTER[text[position]] === 1) position++;
  const isPunycode = position - start === 2 && text[position] === HYPHEN && text[position + 1] === HYPHEN;
  return isPunycode ? end : position;
}

function foreignStart(text: Uint8Array, at: number, floor: number): number {
  const window = Buffer.from(text.subarray(Math.max(floor, at - WINDOW), at)).toString();
  return at - Buffer.byteLength(LOCAL_PART.exec(window)?.[0] ?? '');
}

function foreignEnd(text: Uint8Array, start: number): number {
  const window = Buffer.from(text.subarray(start, start + WINDOW)).toString();
  return start + Buffer.byteLength(DOMAIN.exec(window)?.[0] ?? '');
}

function byteSet(characters: string): Uint8Array {
  const isIn = new RegExp(`^[${characters}]$`);
  return Uint8Array.from({ length: 256 }, (_, byte) =>
    byte < 0x80 && isIn.test(String.fromCharCode(byte)) ? 1 : 0,
  );
}
