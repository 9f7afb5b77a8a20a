import {
  type Document,
  isMap,
  isScalar,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
  stringify,
  visit,
  type YAMLMap,
} from 'yaml';

/**
 * Writes front matter that every reader understands in the same way. `datasets` and `huggingface_hub` read it by
 * PyYAML, which is YAML 1.1 and reads `no`, `1_000` or `12:30` as other values than texts, so every text is quoted as
 * in JSON.
 */
export function writeFrontMatter(values: Readonly<Record<string, unknown>>): string {
  return stringify(values, {
    defaultStringType: 'QUOTE_DOUBLE',
    defaultKeyType: 'PLAIN',
    doubleQuotedAsJSON: true,
    lineWidth: 0,
  }).replace(UNQUOTABLE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/**
 * Characters that JSON leaves unchanged, but that PyYAML reads as the end of a line, or refuses, even in quotes (its
 * reader.py).
 */
const UNQUOTABLE = /[\x7F-\x9F\u2028\u2029\uFFFE\uFFFF]/g;

/** Unquoted texts of YAML 1.2 that PyYAML reads as something else (its resolver.py) or refuses. */
const NO_PLAIN_TEXT = new RegExp(
  [
    '^(?:=|<<|yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF)$',
    '^[-+]?(?:0b[01_]+|0[0-7_]+|0|[1-9][0-9_]*|0x[0-9a-fA-F_]+|[1-9][0-9_]*(?::[0-5]?[0-9])+)$',
    '^[-+]?[0-9][0-9_]*\\.[0-9_]*(?:[eE][-+][0-9]+)?$',
    '^\\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?$',
    '^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\\.[0-9_]*$',
    '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
    '^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \\t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]*)?(?:[ \\t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?$',
    '\\t',
  ].join('|'),
);

/** True if PyYAML may read another value than this text in front matter of versions before 1.5.0. */
export function mayBeMisread(text: string): boolean {
  return NO_PLAIN_TEXT.test(text) || text.search(UNQUOTABLE) >= 0;
}

/**
 * Longest front matter that is read. No person writes more, and the time to parse broken YAML grows with the square of
 * its length.
 */
const LONGEST_FRONT_MATTER = 65_536;
const FRONT_MATTER = /^\s*---[ \t]*\r?\n((?:[\s\S]*?\n)??)---[ \t]*(?:\r?\n|$)/;

/** Returns true for a key, by its name and value, that is not kept. */
type IsDropped = (key: string, value: unknown) => boolean;

type FoundPair = Pair<Node, Node | null>;
type Mapping = Document & { contents: YAMLMap<Node, Node | null> };

/**
 * Splits a card into the YAML of the front matter keys that are kept, as written and with all comments, and the text
 * below. A key that occurs twice, which the Hub refuses, is kept where it occurs last, as Python reads it, and becomes
 * a comment where it occurs before. If the part between rules (`---`) is not a mapping in YAML, it is text.
 */
export function takeFrontMatter(card: string, isDropped: IsDropped): { keptYaml: string; body: string } {
  const found = FRONT_MATTER.exec(card);
  const document = found === null ? null : parseMapping(found[1]);
  if (found === null || document === null) return { keptYaml: '', body: card.replace(/^\uFEFF/, '') };
  const keptYaml = document === 'empty' ? found[1] : keepPairs(found[1], document, isDropped);
  return { keptYaml, body: card.slice(found[0].length) };
}

/**
 * Returns the values of a card's front matter; null if it has none that is a mapping.
 *
 * @param longest characters of front matter that are read
 */
export function readFrontMatter(
  card: string,
  longest = LONGEST_FRONT_MATTER,
): Readonly<Record<string, unknown>> | null {
  const yaml = FRONT_MATTER.exec(card)?.[1];
  const document = yaml === undefined ? null : parseMapping(yaml, longest);
  return document === null || document === 'empty' ? null : document.toJS();
}

/** True if PyYAML reads every text below a key of a card's front matter as intended, or if the key is missing. */
export function isReadAlike(card: string, key: string): boolean {
  const yaml = FRONT_MATTER.exec(card)?.[1];
  const document = yaml === undefined ? null : parseMapping(yaml);
  if (yaml === undefined || document === null || document === 'empty') return true;
  let isAlike = true;
  const look = (_: unknown, scalar: Scalar) => {
    if (typeof scalar.value !== 'string') return;
    const written = yaml.slice(...rangeOf(scalar).slice(0, 2));
    const isMisread = scalar.type === 'PLAIN' ? mayBeMisread(scalar.value) : written.search(UNQUOTABLE) >= 0;
    if (isMisread) isAlike = false;
  };
  const values = document.contents.items.filter((pair) => nameOf(pair) === key).map(({ value }) => value);
  for (const value of values) visit(value, { Scalar: look });
  return isAlike;
}

/** Returns null for a text that is not a mapping, that refers to itself or to nothing, or that is too large. */
function parseMapping(yaml: string, longest = LONGEST_FRONT_MATTER): Mapping | 'empty' | null {
  if (yaml.length > longest) return null;
  try {
    const document = parseDocument(yaml, { logLevel: 'silent', uniqueKeys: false });
    JSON.stringify(document.toJS());
    if (document.errors.length > 0 || yaml.slice(document.range[2]).trim() !== '') return null;
    if (document.contents === null) return 'empty';
    return isMap(document.contents) ? (document as Mapping) : null;
  } catch {
    return null;
  }
}

function keepPairs(yaml: string, document: Mapping, isDropped: IsDropped): string {
  const { items, flow } = document.contents;
  const kept = items.filter((pair) => !isDropped(nameOf(pair), contentOf(pair, document)));
  const last = new Map(kept.map((pair) => [nameOf(pair), pair]));
  const isLast = (pair: FoundPair) => last.get(nameOf(pair)) === pair;
  if (flow !== true) {
    const written = asWritten(
      yaml,
      items,
      (pair) => kept.includes(pair) && (isLast(pair) ? 'kept' : 'comment'),
    );
    if (isSound(written, last, document)) return written;
  }
  const repeated = kept.filter((pair) => !isLast(pair)).map((pair) => asComment(`${textOf(pair, yaml)}\n`));
  return repeated.join('') + writeAnew(document, kept.filter(isLast));
}

/** Returns the lines of pairs, and the comments after those that are not kept. */
function asWritten(
  yaml: string,
  items: readonly FoundPair[],
  fateOf: (pair: FoundPair) => 'kept' | 'comment' | false,
): string {
  const starts = items.map(({ key }) => yaml.lastIndexOf('\n', rangeOf(key)[0] - 1) + 1);
  const pieces = items.map((pair, index) => {
    const end = starts[index + 1] ?? yaml.length;
    const fate = fateOf(pair);
    if (fate === false) return commentsIn(yaml.slice(endOf(pair), end));
    const piece = yaml.slice(starts[index], end);
    return fate === 'kept' ? piece : asComment(piece);
  });
  return yaml.slice(0, starts[0]) + pieces.join('');
}

/** True if the kept keys keep their values when further keys follow. */
function isSound(written: string, kept: ReadonlyMap<string, FoundPair>, document: Mapping): boolean {
  const next = parseMapping(`${written}${PROBE}: 1\n`);
  if (next === null || next === 'empty') return false;
  const now = next.contents.items.map((pair) => [nameOf(pair), contentOf(pair, next)]);
  const before = Array.from(kept, ([name, pair]) => [name, contentOf(pair, document)]);
  const byName = (a: unknown[], b: unknown[]) => (String(a[0]) < String(b[0]) ? -1 : 1);
  return JSON.stringify(now.sort(byName)) === JSON.stringify([...before, [PROBE, 1]].sort(byName));
}

/** Writes pairs of a mapping whose own lines cannot be mixed with others. */
function writeAnew(document: Mapping, pairs: FoundPair[]): string {
  if (pairs.length === 0) return '';
  visit(document, { Alias: (_, alias) => alias.resolve(document) });
  document.contents.items = pairs;
  document.contents.flow = false;
  return document.toString({ lineWidth: 0 });
}

/** // A key that no card has. */
const PROBE = 'prepare-dataset-probe';

function nameOf({ key }: FoundPair): string {
  return isScalar(key) ? String(key.value) : String(key);
}

function contentOf({ value }: FoundPair, document: Document): unknown {
  return value?.toJS(document) ?? null;
}

function rangeOf(node: Node): readonly [start: number, valueEnd: number, nodeEnd: number] {
  return node.range ?? [0, 0, 0];
}

function endOf({ key, value }: FoundPair): number {
  return rangeOf(value ?? key)[1];
}

function textOf(pair: FoundPair, yaml: string): string {
  return yaml.slice(rangeOf(pair.key)[0], endOf(pair));
}

function commentsIn(yaml: string): string {
  return (yaml.match(/#[^\n]*/g) ?? []).map((comment) => `${comment}\n`).join('');
}

function asComment(yaml: string): string {
  return yaml.replace(/^(?!#|\r?$)/gm, '# ');
}
