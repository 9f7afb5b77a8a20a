import { isAscii } from 'node:buffer';
import type { DatasetShape } from '../../model/shape.ts';
import { TASKS } from '../../model/tasks.ts';
import { isRecord, parseJson } from '../../text/json.ts';
import { TEXT_SEPARATOR } from './cleaner.ts';
import { foldText } from './fold-text.ts';
import { joinIdentity, splitIdentity } from './identity.ts';

type FoldedShape = Pick<DatasetShape, 'task' | 'texts' | 'isFolded' | 'clean'>;

const SEPARATOR = String.fromCharCode(TEXT_SEPARATOR);
const CARRIAGE_RETURN = 0x0d;
/** A carriage return in JSON. */
const ESCAPED_RETURN = '\\r';

// White space as `whitespaceLength` has it.
const SPACE = '[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
const SPACES = new RegExp(`${SPACE}+`, 'g');
const OUTER_SPACES = new RegExp(`^${SPACE}+|${SPACE}+$`, 'g');

/**
 * Makes the form in which identities are compared: where texts are folded, in NFC, with LF for line breaks and without signs
 * of no width; and where one of two answers was chosen, with the answers in the order of their bytes.
 */
export class IdentityFolder {
  /** Whether folding changed a text of the last identity. */
  hasChanged = false;
  /** Whether the second answer in the order of bytes was chosen. */
  isSecondChosen = false;
  /** Whether the answers have the same form. */
  hasSameAnswers = false;
  readonly #texts: number;
  readonly #areMessages: boolean;
  /** Whether each run of white space is one space. */
  readonly #hasOneSpace: boolean;
  readonly #isFolded: boolean;
  readonly #hasChoice: boolean;

  constructor(shape: FoldedShape) {
    this.#texts = shape.texts.length;
    this.#areMessages = shape.texts[0].type === 'messages';
    this.#hasOneSpace =
      shape.clean !== 'none' && (shape.clean === 'python' || shape.clean.includes('whitespace'));
    this.#isFolded = shape.isFolded;
    this.#hasChoice = TASKS[shape.task].hasChoice;
  }

  /** Returns null where identities are compared as they are published. */
  static open(shape: FoldedShape): IdentityFolder | null {
    return shape.isFolded || TASKS[shape.task].hasChoice ? new IdentityFolder(shape) : null;
  }

  /**
   * @param identity as `IdentityReader` makes it; its texts are all messages or none is
   * @returns the identity itself when it has that form already
   */
  fold(identity: Uint8Array): Uint8Array {
    const folded = this.#isFolded ? this.#foldTexts(identity) : identity;
    this.hasChanged = folded !== identity;
    return this.#hasChoice ? this.#inOrder(folded) : folded;
  }

  #foldTexts(identity: Uint8Array): Uint8Array {
    const bytes = Buffer.from(identity.buffer, identity.byteOffset, identity.length);
    if (isAscii(bytes) && !bytes.includes(this.#areMessages ? ESCAPED_RETURN : CARRIAGE_RETURN))
      return identity;
    const text = bytes.toString();
    const texts = text.split(SEPARATOR);
    const folded = texts.map((each) => (this.#areMessages ? foldMessages(each) : this.#foldText(each)));
    const joined = folded.join(SEPARATOR);
    return joined === text ? identity : Buffer.from(joined);
  }

  #inOrder(identity: Uint8Array): Uint8Array {
    const [prompt, chosen, rejected] = splitIdentity(identity, this.#texts);
    const order = Buffer.compare(chosen, rejected);
    this.hasSameAnswers = order === 0;
    this.isSecondChosen = order > 0;
    return order > 0 ? joinIdentity([prompt, rejected, chosen]) : identity;
  }

  #foldText(text: string): string {
    const folded = foldText(text);
    // A removed character may have had white space on both sides.
    if (folded === text) return text;
    const trimmed = folded.replace(OUTER_SPACES, '');
    return this.#hasOneSpace ? trimmed.replace(SPACES, ' ') : trimmed;
  }
}

/** @param json a list of messages in the one spelling that `parseMessages` gives it */
function foldMessages(json: string): string {
  const messages = parseJson(Buffer.from(json));
  if (!Array.isArray(messages)) return json;
  return JSON.stringify(
    messages.map((message) =>
      isRecord(message) ? { ...message, content: foldText(String(message.content)) } : message,
    ),
  );
}
