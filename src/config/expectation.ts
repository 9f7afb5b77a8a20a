import { isMap, isScalar, isSeq, type Node, Scalar as ScalarNode } from 'yaml';
import type { Amount, Description, Field, Scalar } from './description.ts';
import { nearest } from './nearest.ts';
import { quote } from './problems.ts';
import { isEmpty } from './yaml-nodes.ts';

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

/** Whether a text has more characters than that; a character may take two units. */
function isLonger(text: string, longest: number): boolean {
  return text.length > longest && (text.length > 2 * longest || Array.from(text).length > longest);
}

/** What a value must be, in words that follow "must be". */
function expectation(description: Description): string {
  switch (description.kind) {
    case 'text':
      return description.rule;
    case 'choice':
      return oneOf(description.values);
    case 'number':
      return range(description);
    case 'flag':
      return 'true or false';
    case 'constant':
      return String(description.value);
    case 'statement':
      return 'SQL, or { file: a path }';
    case 'list':
      return 'a list';
    case 'named':
      return `a mapping with a ${description.item} under each name`;
    case 'mapping':
    case 'cases':
      return 'a mapping of keys and values';
  }
}

/** What a value is instead, in words that follow "not". */
function whatIs(node: Node): string {
  if (isMap(node)) return 'a mapping';
  if (isSeq(node)) return 'a list';
  if (!isScalar(node)) return 'an alias';
  const isQuoted = node.type === ScalarNode.QUOTE_SINGLE || node.type === ScalarNode.QUOTE_DOUBLE;
  return `${isQuoted ? 'the text ' : ''}${quote(node.source ?? '')}`;
}

/** Why a value cannot be used. @param subject what it is called */
export function refusal(description: Description, subject: string, node: Node | null): string {
  if (node === null || isEmpty(node)) {
    return `${subject} is empty. It must be ${expectation(description)}.`;
  }
  if (description.kind === 'text' && isScalar(node) && typeof node.value !== 'string') {
    const type = typeof node.value === 'boolean' ? 'true or false' : 'a number';
    return `${subject} must be text, and YAML takes ${node.source} for ${type}. Write it in quotes, "${node.source}".`;
  }
  if (description.kind === 'choice' && isScalar(node)) {
    const near = nearest(node.source ?? '', description.values);
    const reason = description.reason === undefined ? '' : `: ${description.reason}`;
    return `${subject} must be ${oneOf(description.values)}, not ${whatIs(node)}${near === null ? reason : `; did you mean ${near}?`}`;
  }
  return `${subject} must be ${expectation(description)}, not ${whatIs(node)}.`;
}

/** Says that there is no such key, and which there are. */
export function unknownKey(key: string, subject: string, known: readonly string[]): string {
  if (key === '<<') return 'Merge keys (<<) are not read. Write the keys out, or say them once in defaults.';
  const near = nearest(key, known);
  const advice = near === null ? `. There are ${known.join(', ')}.` : `; did you mean ${near}?`;
  return `Unknown key ${quote(key)} in ${subject}${advice}`;
}

/** Says what is missing, and what it is. */
export function missingKey(key: string, subject: string, { about }: Field): string {
  return `${subject} has no ${key}: ${about}.`;
}

function oneOf(values: readonly string[]): string {
  return values.length < 3 ? values.join(' or ') : `one of ${values.join(', ')}`;
}

function range({ least, most, isWhole }: Amount): string {
  const kind = isWhole ? 'a whole number' : 'a number';
  return most === Number.MAX_SAFE_INTEGER
    ? `${kind} of at least ${least}`
    : `${kind} from ${least} to ${most}`;
}
