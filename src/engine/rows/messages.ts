import type { PiiReader } from '../../pii/pii-reader.ts';
import { parseJson } from '../../text/json.ts';

/** One message of a conversation, as trainers of language models read it. */
interface Message {
  readonly role: string;
  readonly content: string;
}

/**
 * Reads a list of messages and drops their other keys.
 *
 * @param json UTF-8 bytes
 * @param how.clean cleans a content; null to keep contents as they are
 * @param how.pii looks for personal data in the contents; null to look for none
 * @returns the list as JSON in one spelling, or why there is none
 */
export function parseMessages(
  json: Uint8Array,
  { clean = null, pii = null }: { clean?: ((content: string) => string) | null; pii?: PiiReader | null } = {},
): Uint8Array | 'malformed' | 'empty' {
  const found = parseJson(json);
  if (!Array.isArray(found) || !found.every(isMessage)) return 'malformed';
  if (found.length === 0) return 'empty';
  const messages = found.map(({ role, content }) => {
    const cleaned = clean === null ? content : clean(content);
    return { role, content: pii?.readText(cleaned) ?? cleaned };
  });
  return Buffer.from(JSON.stringify(messages));
}

function isMessage(value: unknown): value is Message {
  if (typeof value !== 'object' || value === null) return false;
  const { role, content } = value as Partial<Message>;
  return isText(role) && role !== '' && isText(content);
}

/** True for a text that UTF-8 can hold; JSON can spell half a character. */
function isText(value: unknown): value is string {
  return typeof value === 'string' && value.isWellFormed();
}
