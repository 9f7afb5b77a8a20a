import { PII_KINDS, type PiiKind } from '../model/trust.ts';

/** A match in a text; positions are in bytes. */
interface Match {
  readonly start: number;
  readonly end: number;
  /** Position of its kind in {@link PII_KINDS}. */
  readonly kind: number;
}

/** A part of a text that is replaced, in bytes, and the length of what replaces it. */
export interface Redaction {
  readonly start: number;
  readonly end: number;
  readonly length: number;
}

/** The replacement of each kind. */
const REPLACEMENTS = PII_KINDS.map((kind) => Buffer.from(`[${kind.toUpperCase()}]`));

/** The matches in one text. Only their numbers and the redacted text leave this folder. */
export class Matches {
  readonly #matches: Match[] = [];
  #scratch = new Uint8Array(1 << 12);

  get length(): number {
    return this.#matches.length;
  }

  clear(): void {
    this.#matches.length = 0;
  }

  add(kind: PiiKind, start: number, end: number): void {
    this.#matches.push({ start, end, kind: PII_KINDS.indexOf(kind) });
  }

  /** The match with a number, in the order in which they were added. */
  at(number: number): Match {
    return this.#matches[number];
  }

  /** Position after the matches from a number on; 0 when there are none. */
  endFrom(number: number): number {
    return this.#matches.slice(number).reduce((last, { end }) => Math.max(last, end), 0);
  }

  /** Adds how many there are of each kind to `counts`, in the order of {@link PII_KINDS}. */
  countInto(counts: Uint32Array): void {
    for (const { kind } of this.#matches) counts[kind]++;
  }

  /** Returns the matches in the order in which they are in the text, and the length of what replaces each. */
  replacements(): Redaction[] {
    return this.#matches
      .toSorted((a, b) => a.start - b.start)
      .map(({ start, end, kind }) => ({ start, end, length: REPLACEMENTS[kind].length }));
  }

  /** @returns the text with each match replaced by its kind: a view, valid until the next call */
  replaceIn(text: Uint8Array): Uint8Array {
    this.#matches.sort((a, b) => a.start - b.start);
    const room = text.length + this.#matches.length * LONGEST_REPLACEMENT;
    if (this.#scratch.length < room) this.#scratch = new Uint8Array(2 * room);
    let length = 0;
    let position = 0;
    const append = (bytes: Uint8Array) => {
      this.#scratch.set(bytes, length);
      length += bytes.length;
    };
    for (const { start, end, kind } of this.#matches) {
      append(text.subarray(position, start));
      append(REPLACEMENTS[kind]);
      position = end;
    }
    append(text.subarray(position));
    return this.#scratch.subarray(0, length);
  }
}

const LONGEST_REPLACEMENT = Math.max(...REPLACEMENTS.map(({ length }) => length));
