import { type CharacterReader, UNSEEN_SIGN } from './characters.ts';

/** The gap between two groups of digits that may be one number. */
type Gap = 'space' | 'hyphen' | 'dot' | 'bracket' | 'slash';

const GAPS: ReadonlyMap<string, Gap> = new Map<string, Gap>([
  [' ', 'space'],
  ['  ', 'space'],
  ['-', 'hyphen'],
  [' -', 'hyphen'],
  ['- ', 'hyphen'],
  [' - ', 'hyphen'],
  ['.', 'dot'],
  [')', 'bracket'],
  [') ', 'bracket'],
  [')-', 'bracket'],
  [') - ', 'bracket'],
  ['(', 'bracket'],
  [' (', 'bracket'],
  ['-(', 'bracket'],
  ['/', 'slash'],
  ['/ ', 'slash'],
  [' /', 'slash'],
  [' / ', 'slash'],
  [')/', 'slash'],
  [')/ ', 'slash'],
  [') /', 'slash'],
  [') / ', 'slash'],
]);
const LONGEST_GAP = 4;

/** Largest number of invisible characters in a row that are skipped: marks of direction around a copied number. */
const MOST_UNSEEN = 8;

const ZERO = 0x30;
const NINE = 0x39;

/** A group of digits. */
export interface DigitGroup {
  readonly start: number;
  end: number;
  /** In ASCII. */
  digits: string;
  /** The gap before it; null before the first. */
  readonly gap: Gap | null;
  /** True if it is part of a match. */
  isTaken: boolean;
}

/** Largest number of digits of a group that are kept. No number in the search has more. */
const MOST_DIGITS = 24;

/** Groups of digits, separated only by characters that people write in numbers. */
export class DigitChain {
  readonly groups: DigitGroup[] = [];
  /** Digits of all groups. */
  length = 0;
  readonly #reader: CharacterReader;

  constructor(reader: CharacterReader) {
    this.#reader = reader;
  }

  /**
   * Reads the chain whose first digit is at a position.
   *
   * @param limit position before which it ends
   * @returns the position after its last digit
   */
  read(text: Uint8Array, start: number, limit: number): number {
    this.groups.length = 0;
    this.length = 0;
    let gap: Gap | null = null;
    let end = start;
    for (let next = start; next >= 0; next = this.#afterGap) {
      end = this.#readGroup(text, next, limit, gap);
      gap = this.#readGap(text, end, limit);
    }
    return end;
  }

  /** Position of the digit after the gap last read, -1 when there is none. */
  #afterGap = -1;

  #readGroup(text: Uint8Array, start: number, limit: number, gap: Gap | null): number {
    const group: DigitGroup = { start, end: start, digits: '', gap, isTaken: false };
    let position = start;
    let unseen = 0;
    while (position < limit && unseen <= MOST_UNSEEN) {
      const sign = this.#reader.at(text, position);
      position += this.#reader.width;
      if (sign === UNSEEN_SIGN) {
        unseen++;
        continue;
      }
      if (sign < ZERO || sign > NINE) break;
      unseen = 0;
      group.end = position;
      this.length++;
      if (group.digits.length < MOST_DIGITS) group.digits += String.fromCharCode(sign);
    }
    this.groups.push(group);
    return group.end;
  }

  #readGap(text: Uint8Array, start: number, limit: number): Gap | null {
    this.#afterGap = -1;
    let gap = '';
    let unseen = 0;
    for (let position = start; position < limit; position += this.#reader.width) {
      const sign = this.#reader.at(text, position);
      if (sign === UNSEEN_SIGN) {
        if (++unseen > MOST_UNSEEN) return null;
        continue;
      }
      if (sign >= ZERO && sign <= NINE) {
        const known = GAPS.get(gap) ?? null;
        if (known !== null) this.#afterGap = position;
        return known;
      }
      gap += String.fromCharCode(sign);
      if (gap.length > LONGEST_GAP) return null;
    }
    return null;
  }
}
