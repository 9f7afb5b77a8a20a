import type { PiiReader } from '../../pii/pii-reader.ts';
import { isRecord, parseJson } from '../../text/json.ts';
import { foldText } from './fold-text.ts';

/** One message of a conversation, as trainers of language models read it. */
interface Message {
  readonly role: string;
  readonly content: string;
}

/** Why a list of messages cannot be used. */
export type MessagesProblem = 'malformed' | 'empty' | 'toolCalls' | 'noAnswer';

/** The role of a model's answers. */
const ANSWERING = 'assistant';
/** Roles of what a tool returned, and the keys of a message that calls one. */
const TOOL_ROLES: readonly unknown[] = ['tool', 'function'];
const CALLS = ['tool_calls', 'function_call'];

/**
 * Reads a list of messages and drops their other keys.
 *
 * @param json UTF-8 bytes
 * @param how.isAnswer true where a model learns to write them: each message of its role must then say something
 * @param how.clean cleans a content; null to keep contents as they are
 * @param how.pii looks for personal data in the contents; null to look for none
 * @returns the list as JSON in one spelling, or why there is none
 */
export function parseMessages(
  json: Uint8Array,
  {
    isAnswer = false,
    clean = null,
    pii = null,
  }: { isAnswer?: boolean; clean?: ((content: string) => string) | null; pii?: PiiReader | null } = {},
): Uint8Array | MessagesProblem {
  const found = parseJson(json);
  if (!Array.isArray(found)) return 'malformed';
  if (found.some(isAboutTools)) return 'toolCalls';
  if (!found.every(isMessage)) return 'malformed';
  const cleaned = found.map(({ role, content }) => ({ role, content: clean?.(content) ?? content }));
  if (cleaned.every(isBlank)) return 'empty';
  if (isAnswer && !hasAnswers(cleaned)) return 'noAnswer';
  const messages = cleaned.map(({ role, content }) => ({ role, content: pii?.readText(content) ?? content }));
  return Buffer.from(JSON.stringify(messages));
}

/**
 * Returns whether two lists of {@link parseMessages} are
 * the same, apart from white space around their contents.
 */
export function areSameMessages(one: Uint8Array, other: Uint8Array): boolean {
  const [a, b] = [one, other].map((json) =>
    JSON.stringify((parseJson(json) as Message[]).map(({ role, content }) => [role, content.trim()])),
  );
  return a === b;
}

function isAboutTools(value: unknown): boolean {
  if (!isRecord(value)) return false;
  return TOOL_ROLES.includes(value.role) || CALLS.some((key) => isCalled(value[key]));
}

/** False for a value without a call: null, or an empty list. */
function isCalled(calls: unknown): boolean {
  return Array.isArray(calls) ? calls.length > 0 : calls !== undefined && calls !== null;
}

function hasAnswers(messages: readonly Message[]): boolean {
  const answers = messages.filter(({ role }) => role === ANSWERING);
  return answers.length > 0 && !answers.some(isBlank);
}

function isBlank({ content }: Message): boolean {
  return foldText(content).trim() === '';
}

function isMessage(value: unknown): value is Message {
  if (!isRecord(value)) return false;
  const { role, content } = value;
  return isText(role) && role !== '' && isText(content);
}

/** True for a text that UTF-8 can hold; JSON can spell half a character. */
function isText(value: unknown): value is string {
  return typeof value === 'string' && value.isWellFormed();
}
