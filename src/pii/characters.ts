/** Code points from here on are not digits: those of all scripts are below. */
const CODE_POINTS = 0x20000;
const NOT_LOOKED_AT = 0;
const NO_DIGIT = 1;
const INVISIBLE = 2;
/** Bits of a digit's value. */
const FIRST_DIGIT = 3;

const DIGIT = /\p{Nd}/u;
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/u;

/** The ASCII characters of signs that look alike, by which a number with such signs is read. */
const LOOK_ALIKES: readonly (readonly [ascii: string, signs: string])[] = [
  ['-', '\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d'],
  [' ', '\t\u00a0\u2002\u2003\u2005\u2007\u2008\u2009\u200a\u202f\u205f\u3000'],
  ['+', '\ufe62\uff0b'],
  ['(', '\uff08'],
  [')', '\uff09'],
  ['.', '\uff0e'],
  ['/', '\u2044\uff0f'],
];

/** Replaces a sign that cannot be seen. */
export const UNSEEN_SIGN = 0;
/** Replaces a character of another alphabet, or invalid bytes. */
export const OTHER = 0x80;

const SIGNS: ReadonlyMap<number, number> = new Map(
  LOOK_ALIKES.flatMap(([ascii, signs]) =>
    Array.from(signs, (sign) => [sign.codePointAt(0)!, ascii.charCodeAt(0)]),
  ),
);

/**
 * Reads the characters of a text as ASCII characters with the same meaning: digits of every script (`\p{Nd}`), and
 * dashes, spaces and the like. Never fails, whatever the bytes are.
 */
export class CharacterReader {
  /** Bytes of the character last read. */
  width = 1;
  readonly #kinds = new Uint8Array(CODE_POINTS);

  /**
   * @returns the ASCII character at a position; {@link UNSEEN_SIGN} or {@link OTHER} for a character without such a
   * form
   */
  at(text: Uint8Array, position: number): number {
    const lead = text[position];
    if (lead < 0x80) {
      this.width = 1;
      return lead === 0x09 ? 0x20 : lead === UNSEEN_SIGN ? OTHER : lead;
    }
    const codePoint = this.codePointAt(text, position);
    const kind = this.#kindOf(codePoint);
    if (kind >= FIRST_DIGIT) return 0x30 + kind - FIRST_DIGIT;
    return kind === INVISIBLE ? UNSEEN_SIGN : (SIGNS.get(codePoint) ?? OTHER);
  }

  /** True for a digit of any script at a position that holds no ASCII. */
  isDigit(text: Uint8Array, position: number): boolean {
    return this.#kindOf(this.codePointAt(text, position)) >= FIRST_DIGIT;
  }

  /** Position of the character that ends before a position; 0 at the start of the text. */
  before(text: Uint8Array, position: number): number {
    let start = position - 1;
    while (start > 0 && position - start < 4 && (text[start] & 0xc0) === 0x80) start--;
    return Math.max(0, start);
  }

  /** @returns the code point of the character at a position, -1 for invalid bytes */
  codePointAt(text: Uint8Array, position: number): number {
    const lead = text[position];
    if (lead < 0xc0) {
      this.width = 1;
      return lead < 0x80 ? lead : -1;
    }
    const width = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    if (position + width > text.length) {
      this.width = text.length - position;
      return -1;
    }
    this.width = width;
    const second = text[position + 1] & 0x3f;
    if (width === 2) return ((lead & 0x1f) << 6) | second;
    const third = text[position + 2] & 0x3f;
    if (width === 3) return ((lead & 0x0f) << 12) | (second << 6) | third;
    return ((lead & 0x07) << 18) | (second << 12) | (third << 6) | (text[position + 3] & 0x3f);
  }

  #kindOf(codePoint: number): number {
    if (codePoint < 0 || codePoint >= CODE_POINTS) return NO_DIGIT;
    const kind = this.#kinds[codePoint];
    return kind === NOT_LOOKED_AT ? this.#look(codePoint) : kind;
  }

  /** Digits of a script follow each other from its zero on, and several such rows may follow each other. */
  #look(codePoint: number): number {
    let first = codePoint;
    while (DIGIT.test(String.fromCodePoint(first))) first--;
    let kind = NO_DIGIT;
    if (first < codePoint) kind = FIRST_DIGIT + ((codePoint - first - 1) % 10);
    else if (IGNORABLE.test(String.fromCodePoint(codePoint))) kind = INVISIBLE;
    this.#kinds[codePoint] = kind;
    return kind;
  }
}
