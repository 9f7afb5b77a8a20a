import type { PiiSettings } from '../trust.ts';
import { CharacterReader } from './characters.ts';
import { DigitChain } from './digit-chain.ts';
import { findEmails } from './emails.ts';
import { IbanFinder, LETTERS_OF_IBAN } from './ibans.ts';
import { Matches } from './matches.ts';
import { NumberFinder } from './numbers.ts';

const ZERO = 0x30;
const NINE = 0x39;
const ASCII = 0x80;

/** First bytes of characters of which some are digits; of the others none is. */
const DIGIT_LEAD = new Uint8Array(256);
for (const lead of [0xd9, 0xdb, 0xdf, 0xe0, 0xe1, 0xea, 0xef, 0xf0]) DIGIT_LEAD[lead] = 1;

/**
 * Finds personal data in texts. An e-mail address comes before all else, an IBAN before a card, and a card before a phone
 * number; nothing is found twice. The time is linear in the length of a text, whatever it holds.
 */
export class PiiScanner {
  readonly #matches: Matches;
  readonly #reader = new CharacterReader();
  readonly #chain = new DigitChain(this.#reader);
  readonly #findsEmails: boolean;
  readonly #ibans: IbanFinder | null;
  readonly #numbers: NumberFinder;

  /**
   * @param matches where what was found last is kept
   * @throws Error for a region whose phone numbers are not known
   */
  constructor(settings: Pick<PiiSettings, 'find' | 'region'>, matches = new Matches()) {
    this.#matches = matches;
    this.#findsEmails = settings.find.includes('email');
    this.#ibans = settings.find.includes('iban') ? new IbanFinder(this.#reader) : null;
    this.#numbers = new NumberFinder(this.#reader, settings);
  }

  /**
   * Looks for personal data in a text.
   *
   * @param text UTF-8; bytes that are none are passed over
   * @returns how much was found
   */
  find(text: Uint8Array): number {
    this.#matches.clear();
    if (this.#findsEmails) findEmails(text, this.#matches);
    this.#numbers.begin(text.length);
    const emails = this.#matches.length;
    let position = 0;
    for (let email = 0; email < emails; email++) {
      const { start, end } = this.#matches.at(email);
      this.#findNumbers(text, position, start);
      position = end;
    }
    this.#findNumbers(text, position, text.length);
    return this.#matches.length;
  }

  /** Adds how much of each kind the last call found to `counts`, in the order of `PII_KINDS`. */
  countInto(counts: Uint32Array): void {
    this.#matches.countInto(counts);
  }

  /** @returns the text last looked at with what was found replaced: a view, valid until the next call */
  redact(text: Uint8Array): Uint8Array {
    return this.#matches.replaceIn(text);
  }

  #findNumbers(text: Uint8Array, start: number, ceiling: number): void {
    let floor = start;
    let position = this.#nextDigit(text, start, ceiling);
    while (position < ceiling) {
      const known = this.#matches.length;
      const ibanEnd = this.#ibans?.endAt(text, position, { floor, ceiling }) ?? -1;
      if (ibanEnd > 0) this.#matches.add('iban', position - LETTERS_OF_IBAN, ibanEnd);
      let end = ibanEnd;
      if (ibanEnd < 0) {
        end = this.#chain.read(text, position, ceiling);
        this.#numbers.findIn(this.#chain, { text, floor, ceiling, matches: this.#matches });
      }
      if (this.#matches.length > known) floor = this.#matches.lastEnd;
      position = this.#nextDigit(text, end, ceiling);
    }
  }

  /** Position of the next digit of any script from a position on, `end` when there is none. */
  #nextDigit(text: Uint8Array, start: number, end: number): number {
    let position = start;
    while (position < end) {
      const byte = text[position];
      if (byte < ASCII) {
        if (byte >= ZERO && byte <= NINE) return position;
        position++;
      } else if (DIGIT_LEAD[byte] === 0) {
        position++;
      } else {
        if (this.#reader.isDigit(text, position)) return position;
        position += this.#reader.width;
      }
    }
    return end;
  }
}
