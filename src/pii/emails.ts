import type { CharacterReader } from './characters.ts';
import {
  CASED,
  DIGIT,
  DOT,
  HYPHEN,
  INVISIBLE,
  JOINT,
  LATIN,
  LETTER,
  LetterReader,
  MARK,
  SIGN,
  STOP,
  UNSPACED,
} from './letters.ts';
import type { Matches } from './matches.ts';

const AT = 0x40;
/** U+FE6B and U+FF20, which keyboards of East Asia write in place of `@`. */
const WIDE_ATS = [Buffer.from('\ufe6b'), Buffer.from('\uff20')];
const SPACE = 0x20;
/** Invisible characters that are passed over on either side of an `@`. */
const MOST_INVISIBLE = 8;
/** Smallest number of letters and marks of the last label. No top-level domain has one letter. */
const FEWEST_LETTERS = 2;
/** Two labels of digits are the start of a version number, not of a domain. */
const VERSION = /^v?\d+\.\d+(?![A-Za-z\d\x80-\xff])/;
const VERSION_BYTES = 24;

/**
 * Finds e-mail addresses: a local part, `@`, with or without a space beside it, and a domain whose last label is of letters, in
 * any alphabet (RFC 6531). Characters that cannot be seen do not hide an address, and are taken with it. Linear in the text's
 * length.
 */
export class EmailFinder {
  readonly #reader: CharacterReader;
  readonly #letters: LetterReader;

  constructor(reader: CharacterReader) {
    this.#reader = reader;
    this.#letters = new LetterReader(reader);
  }

  /** Adds the addresses of a text to the matches. */
  findIn(text: Uint8Array, matches: Matches): void {
    let floor = 0;
    const ats = new AtSigns(text);
    for (let at = ats.next(0); at !== -1; at = ats.next(at + 1)) {
      const atEnd = at + (text[at] === AT ? 1 : 3);
      const domain = this.#afterGap(text, atEnd);
      const end = this.#domainEnd(text, domain);
      const start = end === -1 ? -1 : this.#localStart(text, at, { floor, domain });
      floor = atEnd;
      if (start === -1) continue;
      matches.add('email', start, end);
      floor = end;
    }
  }

  /** Position after the invisible characters and the space that may follow an `@`. */
  #afterGap(text: Uint8Array, start: number): number {
    let position = start;
    let hasSpace = false;
    for (let steps = 0; steps < MOST_INVISIBLE && position < text.length; steps++) {
      const isSpace = this.#reader.at(text, position) === SPACE;
      if (isSpace ? hasSpace : this.#letters.at(text, position) !== INVISIBLE) break;
      hasSpace ||= isSpace;
      position += this.#reader.width;
    }
    return position;
  }

  /** @returns position before the invisible characters and the space that may come before an `@` */
  #beforeGap(text: Uint8Array, at: number, floor: number): number {
    let position = at;
    let hasSpace = false;
    for (let steps = 0; steps < MOST_INVISIBLE && position > floor; steps++) {
      const before = this.#reader.before(text, position);
      const isSpace = this.#reader.at(text, before) === SPACE;
      if (isSpace ? hasSpace : this.#letters.at(text, before) !== INVISIBLE) break;
      hasSpace ||= isSpace;
      position = before;
    }
    return position;
  }

  /** @returns where the local part before an `@` starts, -1 when there is none */
  #localStart(text: Uint8Array, at: number, { floor, domain }: { floor: number; domain: number }): number {
    // In a script without spaces, a name in ASCII begins where the sentence before it ends.
    const mayHaveSentence = text[domain] < 0x80;
    let start = -1;
    let right = UNSPACED;
    let position = this.#beforeGap(text, at, floor);
    while (position > floor) {
      position = this.#reader.before(text, position);
      const kind = this.#letters.at(text, position);
      if (kind === INVISIBLE || kind === MARK) continue;
      if (!isOfLocalPart(kind) || (mayHaveSentence && kind === UNSPACED && BEGIN_NAME.has(right))) break;
      right = kind;
      if (kind === DIGIT || kind >= LATIN) start = position;
    }
    return start;
  }

  /** @returns where the domain that starts at a position ends, -1 when there is none */
  #domainEnd(text: Uint8Array, start: number): number {
    let end = -1;
    for (let label = start; label < text.length; ) {
      const { lettersEnd, labelEnd } = this.#readLabel(text, label);
      if (labelEnd === label) break;
      if (label > start && lettersEnd > label && !endsAsFile(text, label, lettersEnd)) end = lettersEnd;
      if (labelEnd === text.length) break;
      const separator = this.#letters.at(text, labelEnd);
      // The full stop of Chinese and Japanese can separate labels, but mostly separates sentences.
      if (separator !== DOT && (separator !== STOP || end !== -1)) break;
      label = labelEnd + this.#reader.width;
    }
    return end !== -1 && isVersion(text, start) ? -1 : end;
  }

  /**
   * Reads a label of a domain: letters, digits and hyphens, the first of them no hyphen.
   *
   * @returns where it ends, and where the letters end that it starts with: at its start, when they are no top-level domain
   */
  #readLabel(text: Uint8Array, start: number): { lettersEnd: number; labelEnd: number } {
    let first = 0;
    let letters = 0;
    let lettersEnd = start;
    let areLetters = true;
    let position = start;
    for (; position < text.length; position += this.#reader.width) {
      const kind = this.#letters.at(text, position);
      if (kind === INVISIBLE) continue;
      const isFirst = first === 0;
      if (kind < LATIN && kind !== DIGIT && (isFirst || (kind !== MARK && kind !== HYPHEN))) break;
      if (isFirst) first = kind;
      areLetters &&= kind === MARK || (kind >= LATIN && alphabetOf(kind) === alphabetOf(first));
      if (!areLetters) continue;
      letters++;
      lettersEnd = position + this.#reader.width;
    }
    if (first === 0) return { lettersEnd: start, labelEnd: start };
    if (isPunycode(text, start)) return { lettersEnd: position, labelEnd: position };
    return { lettersEnd: letters < FEWEST_LETTERS ? start : lettersEnd, labelEnd: position };
  }
}

/** Where a text has an `@` of any width, from its start to its end. */
class AtSigns {
  readonly #text: Buffer;
  /** Where the next one of each width is, -1 when there is none. */
  readonly #next: number[];

  constructor(text: Uint8Array) {
    this.#text = Buffer.from(text.buffer, text.byteOffset, text.length);
    this.#next = [AT, ...WIDE_ATS].map((sign) => this.#text.indexOf(sign));
  }

  /** @returns the first one from a position on, -1 when there is none; positions must not fall */
  next(from: number): number {
    let first = -1;
    for (const [width, sign] of [AT, ...WIDE_ATS].entries()) {
      if (this.#next[width] !== -1 && this.#next[width] < from)
        this.#next[width] = this.#text.indexOf(sign, from);
      const at = this.#next[width];
      if (at !== -1 && (first === -1 || at < first)) first = at;
    }
    return first;
  }
}

/** The characters to the right of a letter where a name in ASCII begins in a sentence without spaces. */
const BEGIN_NAME: ReadonlySet<number> = new Set([LATIN, CASED, DIGIT, SIGN]);

function isOfLocalPart(kind: number): boolean {
  return (
    kind >= LATIN || kind === DIGIT || kind === DOT || kind === HYPHEN || kind === JOINT || kind === SIGN
  );
}

/** Alphabets of which a top-level domain has one; the scripts without upper case count as one. */
function alphabetOf(kind: number): number {
  return Math.min(kind, LETTER);
}

function isVersion(text: Uint8Array, start: number): boolean {
  return VERSION.test(Buffer.from(text.subarray(start, start + VERSION_BYTES)).toString('latin1'));
}

function isPunycode(text: Uint8Array, start: number): boolean {
  const [x, n, ...hyphens] = text.subarray(start, start + 4);
  return (x | 0x20) === 0x78 && (n | 0x20) === 0x6e && hyphens.every((byte) => byte === 0x2d);
}

/** Endings of file names that people write after `@2x` and the like. None of them is a top-level domain. */
const FILE_ENDINGS = new Set(
  (
    'avif bmp eps gif heic heif ico jpeg jpg png psd raw svg tif tiff webp ' +
    'avi flac mkv mpeg mpg ogg wav webm eot otf ttf woff css htm html js json jsx less scss ts tsx vue ' +
    'bak cfg conf csv doc docx exe ini jar log odt pdf php ppt pptx rtf sql tar toml txt xls xlsx xml yaml yml'
  ).split(' '),
);

const LONGEST = Math.max(...Array.from(FILE_ENDINGS, ({ length }) => length));

/**
 * True if a label of a domain, in bytes from `start` to `end`, is an ending of a file name: `png` and no top-level
 * domain.
 */
function endsAsFile(text: Uint8Array, start: number, end: number): boolean {
  if (end - start > LONGEST) return false;
  return FILE_ENDINGS.has(String.fromCharCode(...text.subarray(start, end)).toLowerCase());
}
