import { isMap, isScalar, isSeq, type Node, Scalar as ScalarNode } from 'yaml';
import type { Amount, Choice, Description, Fields, List, Scalar, WordOrList } from './description.ts';
import { nearest } from './nearest.ts';
import { quote } from './problems.ts';
import { SQL } from './texts.ts';

/** Largest number of names that a message lists. */
const MAX_NAMES = 30;

/** Kinds of values that have lines of their own, below their key. */
const HOLDERS: ReadonlySet<Description['kind']> = new Set([
  'list',
  'wordOrList',
  'named',
  'mapping',
  'cases',
]);

/** True if a value matches a description. */
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

/** Returns a subject as the first word of a sentence. A subject with a space is prose; one without is a key, which keeps its case. */
export function atStart(subject: string): string {
  return subject.includes(' ') ? `${subject[0].toUpperCase()}${subject.slice(1)}` : subject;
}

/** Returns why a value cannot be used. @param subject name of the value in messages */
export function refusal(description: Description, subject: string, node: Node | null): string {
  if (node === null || (isScalar(node) && node.value === null)) {
    const advice = HOLDERS.has(description.kind) ? ' Indent its value deeper than its key.' : '';
    return `${atStart(subject)} is empty. It must be ${expectation(description)}.${advice}`;
  }
  if (description.kind === 'text' && isScalar(node) && typeof node.value !== 'string') {
    const type = typeof node.value === 'boolean' ? 'true or false' : 'a number';
    const source = quote(node.source ?? '');
    return `${atStart(subject)} must be text, and YAML reads ${source} as ${type}. Write it in quotes.`;
  }
  const refused = `${atStart(subject)} must be ${expectation(description)}, not ${whatIs(node)}`;
  if (!isScalar(node)) return `${refused}.`;
  const meant = suggestion(description, subject, node.source ?? '');
  if (meant !== null) return `${refused}; did you mean ${meant}?`;
  const reason = wordsOf(description)?.reason;
  return reason === undefined ? `${refused}.` : `${refused}: ${reason}.`;
}

/** Returns the words that a value may be; null if it may be something else. */
function wordsOf(description: Description): Choice | null {
  if (description.kind === 'wordOrList') return description.word;
  return description.kind === 'choice' ? description : null;
}

/** Returns the probable correction of a text, as it is to be written; null if no known text is near. */
function suggestion(description: Description, subject: string, text: string): string | null {
  switch (description.kind) {
    case 'choice': {
      const { synonyms = {}, values } = description;
      const word = text.toLowerCase().replace(/[\s_]+/g, '-');
      if (Object.hasOwn(synonyms, word)) return synonyms[word];
      return values.includes(word) ? word : nearest(text, values);
    }
    case 'text':
      return description.suggest?.(text) ?? null;
    case 'list':
      return listOf(description, subject, text);
    case 'wordOrList':
      return wordOrItems(description, subject, text);
    case 'mapping':
      return Object.hasOwn(description.meant ?? {}, text) ? description.meant![text] : null;
    default:
      return null;
  }
}

/**
 * Returns a list with the items that a text names, a word, or a list with the item that is near; null if none is near.
 */
function wordOrItems({ word, list }: WordOrList, subject: string, text: string): string | null {
  const item = list.of.suggest?.(text) ?? null;
  const items = listOf(list, subject, text) ?? (item === null ? null : `${subject}: [${item}]`);
  return items ?? nearest(text, word.values);
}

/** Returns a list with the items that a text names, one or several after commas; null if one cannot be an item. */
function listOf({ of, item }: List, subject: string, text: string): string | null {
  const items = text.split(',').map((each) => each.trim());
  if (!items.every((each) => isOf(of, each)) || items.length > MAX_NAMES) return null;
  // An item that is a list itself has no key to be written after.
  return subject.startsWith(`${item} `) ? null : `${subject}: [${items.join(', ')}]`;
}

/**
 * Returns a message about an unknown key with the probable correction: key and value swapped, the mapping that the key
 * belongs in, or a similar key. If none is near, it lists the known keys.
 */
export function unknownKey(key: string, value: Node | null, subject: string, fields: Fields): string {
  if (key === '<<') return 'Merge keys (<<) are not read. Write the keys out, or set them once in defaults.';
  const unknown = `Unknown key ${quote(key)} in ${subject}`;
  const known = Object.keys(fields);
  const text = isScalar(value) ? (value.source ?? '') : '';
  const swapped = Object.hasOwn(fields, text) ? fields[text]?.is : undefined;
  if (swapped?.kind === 'text' && isOf(swapped, key)) {
    return `${unknown}. The key comes first: did you mean ${text}: ${key}?`;
  }
  const parent = known.find((name) => {
    const is = fields[name]?.is;
    return is?.kind === 'mapping' && Object.hasOwn(is.fields, key);
  });
  if (parent !== undefined) {
    const shown = text === '' ? '…' : quote(text).slice(1, -1);
    return `${unknown}. It belongs in ${parent}: did you mean ${parent}: { ${key}: ${shown} }?`;
  }
  return `${unknown}${otherNames(key, known)}`;
}

/** Returns the end of a sentence about an unknown name: the name that was probably meant, or all names. */
export function otherNames(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  if (near !== null) return `; did you mean ${near}?`;
  return `; known: ${known.slice(0, MAX_NAMES).join(', ')}${known.length > MAX_NAMES ? ', …' : '.'}`;
}

/** Returns the form of a value, in words that follow "must be". */
function expectation(description: Description): string {
  switch (description.kind) {
    case 'text':
      return description.rule;
    case 'choice': {
      const { rule, values } = description;
      if (rule !== undefined) return rule;
      return values.length < 3 ? values.join(' or ') : `one of ${values.join(', ')}`;
    }
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
    case 'wordOrList': {
      const { word, list } = description;
      return `${word.values.join(', ')} or a list of ${list.item}s`;
    }
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

/** Returns what a value is instead, in words that follow "not". */
function whatIs(node: Node): string {
  if (isMap(node)) return 'a mapping';
  if (isSeq(node)) return 'a list';
  const { source = '', type } = node as ScalarNode;
  const isQuoted = type === ScalarNode.QUOTE_SINGLE || type === ScalarNode.QUOTE_DOUBLE;
  return `${isQuoted ? 'the text ' : ''}${quote(source)}`;
}

/** True if a text has more characters than the limit; a character has one or two UTF-16 units. */
function isLonger(text: string, longest: number): boolean {
  return text.length > longest && (text.length > 2 * longest || Array.from(text).length > longest);
}
