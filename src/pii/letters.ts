import type { CharacterReader } from './characters.ts';

/** Kinds of characters in an address; letters are last. */
const OTHER_KIND = 1;
export const INVISIBLE = 2;
export const MARK = 3;
export const DIGIT = 4;
export const DOT = 5;
export const HYPHEN = 6;
/** `_` and `+`, which join the parts of a name. */
export const JOINT = 7;
/**
 * Further signs of a local part as people write it; RFC 5322 allows more, which are mostly
 * around an address instead of in it.
 */
export const SIGN = 8;
/** The full stop of Chinese and Japanese. */
export const STOP = 9;
export const LATIN = 10;
/** A letter of another alphabet with upper and lower case. */
export const CASED = 11;
/** A letter of an alphabet without upper and lower case. */
export const LETTER = 12;
/** A letter of a script that puts no space between words. */
export const UNSPACED = 13;

/** From this code point on, the range of a code point decides its kind. */
const CODE_POINTS = 0x20000;
const IDEOGRAPHS_END = 0x40000;
const NOT_LOOKED_AT = 0;

const KINDS: readonly (readonly [pattern: RegExp, kind: number])[] = [
  [/\p{Default_Ignorable_Code_Point}/u, INVISIBLE],
  [/[.\uff0e]/u, DOT],
  [/[\u3002\uff61]/u, STOP],
  [/[-\uff0d]/u, HYPHEN],
  [/[_+\uff0b\uff3f]/u, JOINT],
  [/[%'&~=]/u, SIGN],
  [/\p{N}/u, DIGIT],
  [/\p{M}/u, MARK],
  [/(?=\p{L})\p{Script=Latin}/u, LATIN],
  [
    /(?=\p{L})[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Bopomofo}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}\p{scx=Tibetan}]/u,
    UNSPACED,
  ],
  [/[\p{Lu}\p{Ll}\p{Lt}]/u, CASED],
  [/\p{L}/u, LETTER],
];

/** Reads the kinds of the characters of a text in an e-mail address. */
export class LetterReader {
  readonly #reader: CharacterReader;
  readonly #kinds = new Uint8Array(CODE_POINTS);

  /** @param reader knows the width of the character that was read last */
  constructor(reader: CharacterReader) {
    this.#reader = reader;
  }

  /** @returns the kind of the character at a position; {@link OTHER_KIND} for invalid bytes */
  at(text: Uint8Array, position: number): number {
    const codePoint = this.#reader.codePointAt(text, position);
    if (codePoint < 0) return OTHER_KIND;
    if (codePoint >= CODE_POINTS) return kindOfRare(codePoint);
    const known = this.#kinds[codePoint];
    return known === NOT_LOOKED_AT ? this.#look(codePoint) : known;
  }

  #look(codePoint: number): number {
    const character = String.fromCodePoint(codePoint);
    const kind = KINDS.find(([pattern]) => pattern.test(character))?.[1] ?? OTHER_KIND;
    this.#kinds[codePoint] = kind;
    return kind;
  }
}

function kindOfRare(codePoint: number): number {
  if (codePoint < IDEOGRAPHS_END) return UNSPACED;
  return KINDS[0][0].test(String.fromCodePoint(Math.min(codePoint, 0x10ffff))) ? INVISIBLE : OTHER_KIND;
}
