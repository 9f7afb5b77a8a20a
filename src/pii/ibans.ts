import { getCountrySpecifications, isValidIBAN } from 'ibantools';
import { type CharacterReader, UNSEEN_SIGN } from './characters.ts';

/** Letters before the check digits: the country. */
export const LETTERS_OF_IBAN = 2;

const SPACE = 0x20;
const HYPHEN = 0x2d;

/** Length of an IBAN of each country that has them, by the country's code. */
type Lengths = ReadonlyMap<string, number>;

/** Finds IBANs (ISO 13616): the country's length, its format and the check digits must be right. */
export class IbanFinder {
  readonly #reader: CharacterReader;
  readonly #lengths: Lengths;

  constructor(reader: CharacterReader) {
    this.#reader = reader;
    this.#lengths = new Map(
      Object.entries(getCountrySpecifications()).flatMap(([country, { chars }]) =>
        chars === null ? [] : [[country, chars] as const],
      ),
    );
  }

  /**
   * @param digits position of the first check digit
   * @param floor position before which nothing belongs to it
   * @returns the position after the IBAN, -1 when there is none
   */
  endAt(text: Uint8Array, digits: number, { floor, ceiling }: { floor: number; ceiling: number }): number {
    const start = digits - LETTERS_OF_IBAN;
    if (start < floor || !isLetter(text[start]) || !isLetter(text[start + 1])) return -1;
    if (start > floor && this.#isAlphanumericAt(text, this.#reader.before(text, start))) return -1;
    const length = this.#lengths.get(String.fromCharCode(text[start], text[start + 1]).toUpperCase());
    return length === undefined ? -1 : this.#endOf(text, start, { length, ceiling });
  }

  #endOf(text: Uint8Array, start: number, { length, ceiling }: { length: number; ceiling: number }): number {
    let iban = '';
    let position = start;
    let isAfterGap = false;
    while (iban.length < length && position < ceiling) {
      const sign = this.#reader.at(text, position);
      position += this.#reader.width;
      if (isAlphanumeric(sign)) {
        iban += String.fromCharCode(sign);
        isAfterGap = false;
      } else if (sign !== UNSEEN_SIGN) {
        if (isAfterGap || (sign !== SPACE && sign !== HYPHEN)) return -1;
        isAfterGap = true;
      }
    }
    const isWhole = position >= ceiling || !this.#isAlphanumericAt(text, position);
    return isWhole && isValidIBAN(iban.toUpperCase()) ? position : -1;
  }

  #isAlphanumericAt(text: Uint8Array, position: number): boolean {
    return isAlphanumeric(this.#reader.at(text, position));
  }
}

function isLetter(byte: number): boolean {
  const lower = byte | 0x20;
  return byte < 0x80 && lower >= 0x61 && lower <= 0x7a;
}

function isAlphanumeric(sign: number): boolean {
  return isLetter(sign) || (sign >= 0x30 && sign <= 0x39);
}
