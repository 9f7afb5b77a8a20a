import { isUtf8 } from 'node:buffer';
import type { DatasetShape, RowLayout } from '../../model/shape.ts';
import { areAnswers } from '../../model/tasks.ts';
import type { PiiReader } from '../../pii/pii-reader.ts';
import { parseJson } from '../../text/json.ts';
import { type Cleaner, createCleaner, TEXT_SEPARATOR, type TextOfHtml } from './cleaner.ts';
import { areSameMessages, type MessagesProblem, parseMessages } from './messages.ts';

/** Reasons to drop a row because of its texts. */
export type TextProblem = MessagesProblem | 'nullMessage' | 'invalidUtf8' | 'sameAnswers' | 'notText';

/** A text of a row. */
interface TextPart {
  readonly position: number;
  readonly isMessages: boolean;
  /** True for a text that is read as JSON. */
  readonly isJson: boolean;
  /** True if a model learns to write it. */
  readonly isAnswer: boolean;
}

/**
 * Makes the identity of rows: the cleaned text, of several texts each, joined by the unit separator, messages as JSON
 * of their roles and contents. Rows with the same identity are the same row.
 */
export class IdentityReader {
  readonly #cleaner: Cleaner;
  /** Cleans the content of a message; null where contents are kept as they are. */
  readonly #cleanContent: ((content: string) => string) | null;
  readonly #parts: readonly TextPart[];
  readonly #pii: PiiReader | null;
  #scratch = new Uint8Array(1 << 12);
  #isChanged = false;
  #source: Uint8Array = new Uint8Array();

  /**
   * @param layout positions of the texts in a row
   * @param readers.pii looks for personal data in the texts; null to look for none
   * @param readers.textOfHtml needed where HTML is cleaned
   */
  constructor(
    shape: Pick<DatasetShape, 'task' | 'clean' | 'texts'>,
    { texts: positions, jsonTexts = [] }: Pick<RowLayout, 'texts' | 'jsonTexts'>,
    { pii = null, textOfHtml = null }: { pii?: PiiReader | null; textOfHtml?: TextOfHtml | null } = {},
  ) {
    this.#pii = pii;
    this.#cleaner = createCleaner(shape.clean, textOfHtml);
    this.#cleanContent = shape.clean === 'none' ? null : (content) => this.#cleaned(content);
    const isAnswer = areAnswers(shape.task);
    this.#parts = shape.texts.map(({ type }, index) => ({
      position: positions[index],
      isMessages: type === 'messages',
      isJson: jsonTexts.includes(positions[index]),
      isAnswer: isAnswer[index],
    }));
  }

  /**
   * @param row fields as UTF-8 bytes, null for NULL
   * @returns the identity, valid until the next call, or why there is none
   */
  read(row: readonly (Uint8Array | null)[]): Uint8Array | TextProblem {
    this.#isChanged = false;
    this.#pii?.begin();
    if (this.#parts.length === 1) return this.#textOf(row, this.#parts[0]);
    let length = 0;
    /** Position of the previous answer, below 0 without one. */
    let [answerStart, answerEnd] = [-1, -1];
    for (const part of this.#parts) {
      const text = this.#textOf(row, part);
      if (typeof text === 'string') return text;
      while (length + 1 + text.length > this.#scratch.length) this.#growScratch();
      if (length > 0) this.#scratch[length++] = TEXT_SEPARATOR;
      this.#scratch.set(text, length);
      if (part.isAnswer) {
        const before = this.#scratch.subarray(answerStart, answerEnd);
        if (answerStart >= 0 && areSame(before, text, part)) return 'sameAnswers';
        [answerStart, answerEnd] = [length, length + text.length];
      }
      length += text.length;
    }
    return this.#scratch.subarray(0, length);
  }

  /** Whether cleaning changed a text of the row that was read last. */
  get isChanged(): boolean {
    return this.#isChanged;
  }

  /** The last text that was read, before it was cleaned: UTF-8 bytes. */
  get source(): Uint8Array {
    return this.#source;
  }

  #textOf(
    row: readonly (Uint8Array | null)[],
    { position, isMessages, isJson, isAnswer }: TextPart,
  ): Uint8Array | TextProblem {
    const found = row[position];
    if (found === null) return 'nullMessage';
    if (!isUtf8(found)) return 'invalidUtf8';
    const field = isJson ? textInJson(found) : found;
    if (typeof field === 'string') return field;
    if (isMessages) return parseMessages(field, { isAnswer, clean: this.#cleanContent, pii: this.#pii });
    this.#source = field;
    const text = this.#cleaner.clean(field);
    if (text !== field) this.#isChanged = true;
    if (text.length === 0) return 'empty';
    return this.#pii === null ? text : this.#pii.read(text);
  }

  #cleaned(content: string): string {
    const bytes = Buffer.from(content);
    const text = this.#cleaner.clean(bytes);
    if (text === bytes) return content;
    this.#isChanged = true;
    return Buffer.from(text.buffer, text.byteOffset, text.length).toString();
  }

  #growScratch(): void {
    const larger = new Uint8Array(2 * this.#scratch.length);
    larger.set(this.#scratch);
    this.#scratch = larger;
  }
}

/** Returns the text of a value of JSON, or why it has none; a number is its digits. */
function textInJson(json: Uint8Array): Uint8Array | TextProblem {
  const value = parseJson(json);
  if (value === null) return 'nullMessage';
  if (typeof value === 'object') return 'notText';
  if (typeof value !== 'string') return json;
  return value.isWellFormed() ? Buffer.from(value) : 'invalidUtf8';
}

/** Returns whether two answers are the same; texts are already trimmed. */
function areSame(one: Uint8Array, other: Uint8Array, { isMessages }: TextPart): boolean {
  return isMessages ? areSameMessages(one, other) : Buffer.compare(one, other) === 0;
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
