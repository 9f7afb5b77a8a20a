import type { PiiSettings } from '../model/trust.ts';
import { CharacterReader } from './characters.ts';
import { DigitChain } from './digit-chain.ts';
import { EmailFinder } from './emails.ts';
import { IbanFinder, LETTERS_OF_IBAN } from './ibans.ts';
import { Matches, type Redaction } from './matches.ts';
import { NumberFinder } from './numbers.ts';

/** Kinds of first bytes of a character: no digit, a digit, or unknown until further bytes are read. */
const NO_DIGIT = 0;
const DIGIT = 1;
const LEAD = 2;
const KINDS = new Uint8Array(256).fill(DIGIT, 0x30, 0x3a);
for (const lead of [0xd9, 0xdb, 0xdf, 0xe0, 0xe1, 0xea, 0xef, 0xf0]) KINDS[lead] = LEAD;

/** Bytes with which U+0900 to U+093F start, none of which is a digit. */
const INDIC_LEAD = 0xe0;
const LETTERS_OF_DEVANAGARI = 0xa4;

/**
 * Finds personal data in texts. If several kinds match the same characters, an e-mail address wins
 * over an IBAN, a card and a phone number, in this order. The time is linear in the length of a text, whatever it
 * holds.
 */
export class PiiScanner {
  readonly #matches: Matches;
  readonly #reader = new CharacterReader();
  readonly #chain = new DigitChain(this.#reader);
  readonly #emails: EmailFinder | null;
  readonly #readsNumbers: boolean;
  readonly #ibans: IbanFinder | null;
  readonly #numbers: NumberFinder;

  /**
   * @param matches receives the matches
   * @throws Error for a region whose phone numbers are not known
   */
  constructor(settings: Pick<PiiSettings, 'find' | 'region'>, matches = new Matches()) {
    this.#matches = matches;
    this.#emails = settings.find.includes('email') ? new EmailFinder(this.#reader) : null;
    this.#readsNumbers = settings.find.some((kind) => kind !== 'email');
    this.#ibans = settings.find.includes('iban') ? new IbanFinder(this.#reader) : null;
    this.#numbers = new NumberFinder(this.#reader, settings);
  }

  /**
   * Looks for personal data in a text.
   *
   * @param text UTF-8; invalid bytes are skipped
   * @returns the number of matches
   */
  find(text: Uint8Array): number {
    this.#matches.clear();
    this.#emails?.findIn(text, this.#matches);
    if (!this.#readsNumbers) return this.#matches.length;
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

  /** Returns what {@link redact} replaces in the text last looked at, in order, and the length of what replaces it. */
  redactions(): Redaction[] {
    return this.#matches.replacements();
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
      floor = Math.max(floor, this.#matches.endFrom(known));
      position = this.#nextDigit(text, end, ceiling);
    }
  }

  /** Position of the next digit of any script from a position on, `end` when there is none. */
  #nextDigit(text: Uint8Array, start: number, end: number): number {
    let position = start;
    while (position < end) {
      const kind = KINDS[text[position]];
      if (kind === NO_DIGIT) {
        position++;
      } else if (kind === DIGIT) {
        return position;
      } else if (text[position] === INDIC_LEAD && text[position + 1] === LETTERS_OF_DEVANAGARI) {
        position += 3;
      } else {
        if (this.#reader.isDigit(text, position)) return position;
        position += this.#reader.width;
      }
    }
    return end;
  }
}
