import { isMap, isScalar, isSeq, type Node, Scalar as ScalarNode } from 'yaml';
import type { Amount, Description, Scalar } from './description.ts';
import { nearest } from './nearest.ts';
import { quote } from './problems.ts';
import { SQL } from './texts.ts';

/** Names that are told where one of them was expected. */
const MAX_NAMES = 30;

/** True of a value that is what a description says. */
export function isOf(description: Scalar, value: unknown): boolean {
  switch (description.kind) {
    case 'text': {
      const { longest = Number.POSITIVE_INFINITY, pattern } = description;
      return typeof value === 'string' && !isLonger(value, longest) && pattern.test(value);
    }
    case 'choice':
      return typeof value === 'string' && description.values.includes(value);
    case 'number': {
      const { least, most, isWhole } = description;
      if (typeof value !== 'number' || !(value >= least && value <= most)) return false;
      return !isWhole || Number.isInteger(value);
    }
    case 'flag':
      return typeof value === 'boolean';
    case 'constant':
      return value === description.value;
  }
}

/** Why a value cannot be used. @param subject what it is called */
export function refusal(description: Description, subject: string, node: Node | null): string {
  if (node === null || (isScalar(node) && node.value === null)) {
    return `${subject} is empty. It must be ${expectation(description)}.`;
  }
  if (description.kind === 'text' && isScalar(node) && typeof node.value !== 'string') {
    const type = typeof node.value === 'boolean' ? 'true or false' : 'a number';
    const source = quote(node.source ?? '');
    return `${subject} must be text, and YAML takes ${source} for ${type}. Write it in quotes.`;
  }
  const refused = `${subject} must be ${expectation(description)}, not ${whatIs(node)}`;
  if (description.kind !== 'choice' || !isScalar(node)) return `${refused}.`;
  const near = nearest(node.source ?? '', description.values);
  if (near !== null) return `${refused}; did you mean ${near}?`;
  return description.reason === undefined ? `${refused}.` : `${refused}: ${description.reason}.`;
}

/** Says that there is no such key, and which there are. */
export function unknownKey(key: string, subject: string, known: readonly string[]): string {
  if (key === '<<') return 'Merge keys (<<) are not read. Write the keys out, or say them once in defaults.';
  return `Unknown key ${quote(key)} in ${subject}${otherNames(key, known)}`;
}

/** The end of a sentence about a name that is not known: the one that is meant, or all there are. */
export function otherNames(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  if (near !== null) return `; did you mean ${near}?`;
  return `; known: ${known.slice(0, MAX_NAMES).join(', ')}${known.length > MAX_NAMES ? ', …' : '.'}`;
}

/** What a value must be, in words that follow "must be". */
function expectation(description: Description): string {
  switch (description.kind) {
    case 'text':
      return description.rule;
    case 'choice':
      return description.values.length < 3
        ? description.values.join(' or ')
        : `one of ${description.values.join(', ')}`;
    case 'number':
      return rangeOf(description);
    case 'flag':
      return 'true or false';
    case 'constant':
      return String(description.value);
    case 'statement':
      return SQL.rule;
    case 'list':
      return 'a list';
    case 'named':
      return `a mapping with a ${description.item} under each name`;
    case 'mapping':
    case 'cases':
      return 'a mapping of keys and values';
  }
}

function rangeOf({ least, most, isWhole }: Amount): string {
  const kind = isWhole ? 'a whole number' : 'a number';
  if (most !== Number.MAX_SAFE_INTEGER) return `${kind} from ${least} to ${most}`;
  return least === Number.MIN_SAFE_INTEGER ? kind : `${kind} of at least ${least}`;
}

/** What a value is instead, in words that follow "not". */
function whatIs(node: Node): string {
  if (isMap(node)) return 'a mapping';
  if (isSeq(node)) return 'a list';
  const { source = '', type } = node as ScalarNode;
  const isQuoted = type === ScalarNode.QUOTE_SINGLE || type === ScalarNode.QUOTE_DOUBLE;
  return `${isQuoted ? 'the text ' : ''}${quote(source)}`;
}

/** Whether a text has more characters than that; a character takes one unit or two. */
function isLonger(text: string, longest: number): boolean {
  return text.length > longest && (text.length > 2 * longest || Array.from(text).length > longest);
}
