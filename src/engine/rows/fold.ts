import { isAscii } from 'node:buffer';
import type { DatasetShape } from '../../model/shape.ts';
import { isRecord, parseJson } from '../../text/json.ts';
import { isCleaned, TEXT_SEPARATOR } from './identity.ts';

const SEPARATOR = String.fromCharCode(TEXT_SEPARATOR);
const CARRIAGE_RETURN = 0x0d;
/** A carriage return in JSON. */
const ESCAPED_RETURN = '\\r';

/** Zero width space, word joiner, zero width no-break space and soft hyphen; joiners are not among them, as they carry meaning. */
const INVISIBLE = /[\u200B\u2060\uFEFF\u00AD]/g;
const LINE_BREAK = /\r\n?/g;

// White space as `whitespaceLength` has it.
const SPACE = '[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
const SPACES = new RegExp(`${SPACE}+`, 'g');
const OUTER_SPACES = new RegExp(`^${SPACE}+|${SPACE}+$`, 'g');

/** Makes the form in which identities are compared: in NFC, with LF for line breaks and without signs of no width. */
export class IdentityFolder {
  readonly #areMessages: boolean;
  readonly #isCleaned: boolean;

  constructor(shape: Pick<DatasetShape, 'task' | 'texts'>) {
    this.#areMessages = shape.texts[0].type === 'messages';
    this.#isCleaned = isCleaned(shape);
  }

  /**
   * @param identity as `IdentityReader` makes it; its texts are all messages or none is
   * @returns the identity itself when it has that form already
   */
  fold(identity: Uint8Array): Uint8Array {
    const bytes = Buffer.from(identity.buffer, identity.byteOffset, identity.length);
    if (isAscii(bytes) && !bytes.includes(this.#areMessages ? ESCAPED_RETURN : CARRIAGE_RETURN))
      return identity;
    const text = bytes.toString();
    const texts = text.split(SEPARATOR);
    const folded = texts.map((each) => (this.#areMessages ? foldMessages(each) : this.#foldText(each)));
    const joined = folded.join(SEPARATOR);
    return joined === text ? identity : Buffer.from(joined);
  }

  #foldText(text: string): string {
    const folded = foldText(text);
    // A sign that is gone may have had white space on both sides.
    if (folded === text) return text;
    const trimmed = folded.replace(OUTER_SPACES, '');
    return this.#isCleaned ? trimmed.replace(SPACES, ' ') : trimmed;
  }
}

function foldText(text: string): string {
  return text.replace(LINE_BREAK, '\n').replace(INVISIBLE, '').normalize();
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
