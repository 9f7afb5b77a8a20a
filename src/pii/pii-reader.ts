import { PII_KINDS, type PiiSettings } from '../model/trust.ts';
import type { Redaction } from './matches.ts';
import { PiiScanner } from './scanner.ts';

/** Searches the texts of a row for personal data, and redacts it if requested. */
export interface PiiReader {
  /** Prepares for the next row. */
  begin(): void;
  /** Number of matches in the row for each kind, in the order of `PII_KINDS`. */
  readonly finds: Uint32Array;
  /** True if there was a match. */
  readonly hasFound: boolean;
  /** @returns the text, redacted if requested: a view, valid until the next call */
  read(text: Uint8Array): Uint8Array;
  /** What was replaced in the text that was read last, in order; valid until the next one is read. */
  readonly redactions: readonly Redaction[];
  /** Reads a text that is not bytes, such as one in JSON. */
  readText(text: string): string;
}

/** Loads what finds personal data. @throws Error for a region whose phone numbers are not known */
export function openPiiReader(settings: PiiSettings): PiiReader {
  return new ScanningReader(settings);
}

class ScanningReader implements PiiReader {
  readonly finds = new Uint32Array(PII_KINDS.length);
  hasFound = false;
  readonly #scanner: PiiScanner;
  readonly #redacts: boolean;

  constructor(settings: PiiSettings) {
    this.#scanner = new PiiScanner(settings);
    this.#redacts = settings.action === 'redact';
  }

  begin(): void {
    if (!this.hasFound) return;
    this.finds.fill(0);
    this.hasFound = false;
  }

  read(text: Uint8Array): Uint8Array {
    if (this.#scanner.find(text) === 0) return text;
    this.hasFound = true;
    this.#scanner.countInto(this.finds);
    return this.#redacts ? this.#scanner.redact(text) : text;
  }

  get redactions(): readonly Redaction[] {
    return this.#redacts ? this.#scanner.redactions() : [];
  }

  readText(text: string): string {
    const bytes = Buffer.from(text);
    const left = this.read(bytes);
    return left === bytes ? text : Buffer.from(left).toString();
  }
}
