import type { Cleaning, CleaningStep } from '../../model/cleaning.ts';
import { TextCleaner } from './clean.ts';
import { withoutUrls } from './clean-urls.ts';
import { collapseWhitespace, firstSurplusWhitespace, trimWhitespace } from './whitespace.ts';

/** Separates the texts of an identity; white space to Python, so no cleaned text holds one. */
export const TEXT_SEPARATOR = 0x1f;
const SPACE = 0x20;
const AMPERSAND = 0x26;
const LESS_THAN = 0x3c;
const URL_SIGN = /:\/\/|www\./i;

/** Returns the text of HTML as a browser shows it. */
export type TextOfHtml = (html: string) => string;

/** Cleans texts, UTF-8 bytes, none of which then holds a {@link TEXT_SEPARATOR}. */
export interface Cleaner {
  /**
   * @param text valid UTF-8
   * @returns `text` itself when nothing changes, else bytes that are valid until the next call
   */
  clean(text: Uint8Array): Uint8Array;
}

/**
 * Returns the cleaner for a list of steps.
 *
 * @param textOfHtml returns the text of HTML as a browser shows it; needed for the step `html`
 */
export function createCleaner(cleaning: Cleaning, textOfHtml: TextOfHtml | null): Cleaner {
  if (cleaning === 'python') return new TextCleaner();
  return cleaning === 'none' ? { clean: trimmed } : new StepCleaner(cleaning, textOfHtml);
}

/** Does some steps, each in time linear in the length of the text. */
class StepCleaner implements Cleaner {
  /** Null without the step `html`. */
  readonly #textOfHtml: TextOfHtml | null;
  readonly #hasUrls: boolean;
  readonly #hasWhitespace: boolean;

  constructor(steps: readonly CleaningStep[], textOfHtml: TextOfHtml | null) {
    this.#textOfHtml = steps.includes('html') ? textOfHtml! : null;
    this.#hasUrls = steps.includes('urls');
    this.#hasWhitespace = steps.includes('whitespace');
  }

  clean(text: Uint8Array): Uint8Array {
    let cleaned = text;
    if (this.#textOfHtml !== null && (text.includes(LESS_THAN) || text.includes(AMPERSAND)))
      cleaned = changed(cleaned, this.#textOfHtml);
    if (this.#hasUrls && URL_SIGN.test(textOf(cleaned, 'latin1'))) cleaned = changed(cleaned, withoutUrls);
    return this.#hasWhitespace ? collapsed(cleaned) : trimmed(cleaned);
  }
}

function changed(text: Uint8Array, change: (text: string) => string): Uint8Array {
  const before = textOf(text, 'utf8');
  const after = change(before);
  return after === before ? text : Buffer.from(after);
}

function textOf({ buffer, byteOffset, length }: Uint8Array, encoding: 'latin1' | 'utf8'): string {
  return Buffer.from(buffer, byteOffset, length).toString(encoding);
}

/** Returns a text with one space for each run of white space, and none at its ends. */
function collapsed(text: Uint8Array): Uint8Array {
  const start = firstSurplusWhitespace(text);
  if (start === text.length) return text;
  const copy = new Uint8Array(text);
  return copy.subarray(0, collapseWhitespace(copy, start, copy.length));
}

/** Returns a text without white space at its ends, with a space for each separator, which would look like the end of it. */
function trimmed(text: Uint8Array): Uint8Array {
  const bare = trimWhitespace(text);
  if (bare.includes(TEXT_SEPARATOR)) return bare.map((byte) => (byte === TEXT_SEPARATOR ? SPACE : byte));
  return bare.length === text.length ? text : bare;
}
