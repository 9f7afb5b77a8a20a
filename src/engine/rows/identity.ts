import { isUtf8 } from 'node:buffer';
import type { DatasetShape } from '../../model/shape.ts';
import { TASKS } from '../../model/tasks.ts';
import type { PiiReader } from '../../pii/pii-reader.ts';
import { TextCleaner } from './clean.ts';
import { parseMessages } from './messages.ts';
import { trimWhitespace } from './whitespace.ts';

/** Reasons to drop a row that lie in its texts. */
export type TextProblem = 'nullMessage' | 'invalidUtf8' | 'empty' | 'malformed';

/** Stands between the texts of an identity; white space to Python, so no cleaned text holds one. */
export const TEXT_SEPARATOR = 0x1f;
const SPACE = 0x20;

/** True when URLs, tags and runs of white space are cleaned out of a dataset's texts; else only their ends are. */
export function isCleaned({ task }: Pick<DatasetShape, 'task'>): boolean {
  return !TASKS[task].isGenerative;
}

/**
 * Makes the identity of rows: the cleaned text, of several texts each, joined by the unit separator, messages as JSON
 * of their roles and contents. Rows with the same identity are the same row.
 */
export class IdentityReader {
  readonly #cleaner = new TextCleaner();
  readonly #isCleaned: boolean;
  readonly #parts: readonly { readonly position: number; readonly isMessages: boolean }[];
  readonly #pii: PiiReader | null;
  #scratch = new Uint8Array(1 << 12);

  /**
   * @param positions where the texts stand in a row
   * @param pii looks for personal data in the texts; null to look for none
   */
  constructor(
    shape: Pick<DatasetShape, 'task' | 'texts'>,
    positions: readonly number[],
    pii: PiiReader | null = null,
  ) {
    this.#pii = pii;
    this.#isCleaned = isCleaned(shape);
    this.#parts = shape.texts.map(({ type }, index) => ({
      position: positions[index],
      isMessages: type === 'messages',
    }));
  }

  /**
   * @param row fields as UTF-8 bytes, null for NULL
   * @returns the identity, valid until the next call, or why there is none
   */
  read(row: readonly (Uint8Array | null)[]): Uint8Array | TextProblem {
    this.#pii?.begin();
    if (this.#parts.length === 1) return this.#textOf(row, this.#parts[0]);
    let length = 0;
    for (const part of this.#parts) {
      const text = this.#textOf(row, part);
      if (typeof text === 'string') return text;
      while (length + 1 + text.length > this.#scratch.length) this.#growScratch();
      if (length > 0) this.#scratch[length++] = TEXT_SEPARATOR;
      this.#scratch.set(text, length);
      length += text.length;
    }
    return this.#scratch.subarray(0, length);
  }

  #textOf(
    row: readonly (Uint8Array | null)[],
    { position, isMessages }: { position: number; isMessages: boolean },
  ): Uint8Array | TextProblem {
    const field = row[position];
    if (field === null) return 'nullMessage';
    if (!isUtf8(field)) return 'invalidUtf8';
    if (isMessages) return parseMessages(field, this.#pii);
    const text = this.#isCleaned ? this.#cleaner.clean(field) : withoutSeparators(trimWhitespace(field));
    if (text.length === 0) return 'empty';
    return this.#pii === null ? text : this.#pii.read(text);
  }

  #growScratch(): void {
    const larger = new Uint8Array(2 * this.#scratch.length);
    larger.set(this.#scratch);
    this.#scratch = larger;
  }
}

/** The texts of an identity: views, not copies. */
export function splitIdentity(identity: Uint8Array, count: number): Uint8Array[] {
  const texts: Uint8Array[] = [];
  let start = 0;
  for (let text = 1; text < count; text++) {
    const end = identity.indexOf(TEXT_SEPARATOR, start);
    texts.push(identity.subarray(start, end));
    start = end + 1;
  }
  texts.push(identity.subarray(start));
  return texts;
}

/** The identity that texts make. */
export function joinIdentity(texts: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(
    texts.flatMap((text, index) => (index === 0 ? [text] : [Uint8Array.of(TEXT_SEPARATOR), text])),
  );
}

/** The text with a space for each unit separator, which would look like the end of the text. */
function withoutSeparators(text: Uint8Array): Uint8Array {
  return text.includes(TEXT_SEPARATOR) ? text.map((byte) => (byte === TEXT_SEPARATOR ? SPACE : byte)) : text;
}
