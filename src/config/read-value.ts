import { isAlias, isMap, isScalar, isSeq, type Node, Scalar as ScalarNode, type YAMLMap } from 'yaml';
import type { Statement } from '../model/definition.ts';
import type {
  Cases,
  Description,
  Field,
  List,
  Mapping,
  Named,
  Scalar,
  Value,
  WordOrList,
} from './description.ts';
import { atStart, isOf, refusal, unknownKey } from './expectation.ts';
import { type Place, type ProblemList, quote } from './problems.ts';
import { piecesOfFile, piecesOfScalar } from './statement.ts';
import { SQL, STATEMENT_FILE } from './texts.ts';
import type { TextFile } from './workspace-file.ts';
import type { YamlFile } from './yaml-file.ts';

/**
 * Largest number of values that all aliases together may stand for: a few lines of aliases to aliases can stand for any
 * number.
 */
const MAX_ALIASED = 100_000;

/** A value to read. */
interface Found {
  readonly node: Node | null;
  /** Name of the value in messages. */
  readonly subject: string;
  /** Place of its key. */
  readonly at: Place;
}

/** Reads the values of a file by their descriptions, and collects their problems. */
export class ValueReader {
  readonly #file: YamlFile;
  readonly #problems: ProblemList;
  readonly #readFile: (path: string) => TextFile;
  /** The outermost alias around the current value; null outside of any alias. */
  #alias: Found | null = null;
  #aliased = 0;

  /** @param options.readFile reads a file that holds a statement */
  constructor(file: YamlFile, options: { problems: ProblemList; readFile: (path: string) => TextFile }) {
    this.#file = file;
    this.#problems = options.problems;
    this.#readFile = options.readFile;
  }

  /** Reads the whole file; a part that cannot be used is undefined. @param subject name of the file in messages */
  read<D extends Description>(description: D, subject = 'the file'): Value<D> | undefined {
    const found = { node: this.#file.root, subject, at: this.#file.placeAt(0) };
    return this.#read(description, found) as Value<D> | undefined;
  }

  #read(description: Description, found: Found): unknown {
    const { node, subject } = found;
    if (isAlias(node)) return this.#readAlias(description, found);
    if (this.#alias !== null && ++this.#aliased >= MAX_ALIASED) {
      const isFirst = this.#aliased === MAX_ALIASED;
      const message = `The aliases of the file up to this one stand for ${MAX_ALIASED} values, which is too many.`;
      return isFirst ? this.#report(this.#alias, message) : undefined;
    }
    if (node?.tag !== undefined) {
      return this.#report(
        found,
        `${atStart(subject)} has a YAML tag, and tags are not supported. Remove it.`,
      );
    }
    switch (description.kind) {
      case 'statement':
        return this.#readStatement(found);
      case 'list':
        return this.#readList(description, found);
      case 'wordOrList':
        return this.#readWordOrList(description, found);
      case 'named':
        return this.#readNamed(description, found);
      case 'mapping':
        return this.#readMapping(description, found);
      case 'cases':
        return this.#readCases(description, found);
      default:
        return this.#readScalar(description, found);
    }
  }

  #readAlias(description: Description, found: Found): unknown {
    const target = this.#file.target(found.node as Node);
    if (target === undefined)
      return this.#report(found, 'This alias has no anchor of the same name before it.');
    const around = this.#alias;
    this.#alias = around ?? found;
    const value = this.#read(description, { ...found, node: target });
    this.#alias = around;
    return value;
  }

  #readScalar(description: Scalar, found: Found): unknown {
    const { node } = found;
    return isScalar(node) && isOf(description, node.value) ? node.value : this.#refuse(description, found);
  }

  #readStatement(found: Found): Statement | undefined {
    const { node } = found;
    if (isMap(node)) return this.#readStatementFile(found, node);
    const sql = this.#readScalar(SQL, found);
    if (typeof sql !== 'string' || !isScalar(node)) return undefined;
    return { sql, ...this.#file.placeOf(node), pieces: piecesOfScalar(node, this.#file) };
  }

  #readStatementFile(found: Found, map: YAMLMap): Statement | undefined {
    const path = this.#readMapping(STATEMENT_FILE, found)?.file;
    if (path === undefined) return undefined;
    const read = this.#readFile(path);
    if (!('problem' in read) && isOf(SQL, read.text)) {
      return { sql: read.text, file: read.file, line: 1, column: 1, pieces: piecesOfFile(read.text) };
    }
    const problem =
      'problem' in read
        ? read.problem
        : `The file ${quote(path)} must hold SQL, but it is empty or contains NUL.`;
    return this.#report({ ...found, node: this.#file.pairOf(map, 'file')?.value as Node }, problem);
  }

  #readWordOrList(description: WordOrList, found: Found): unknown {
    const { node } = found;
    if (isSeq(node)) return this.#readList(description.list, found);
    return isScalar(node) && isOf(description.word, node.value)
      ? node.value
      : this.#refuse(description, found);
  }

  #readList(list: List, found: Found): readonly string[] | undefined {
    const { of, item, least, most, reason } = list;
    const { node, subject } = found;
    if (!isSeq(node)) return this.#refuse(list, found);
    const { length } = node.items;
    if (length < least) {
      return this.#report(
        found,
        `${atStart(subject)} must list at least ${least}, not ${length}: ${reason}.`,
      );
    }
    if (length > most)
      return this.#report(found, `${atStart(subject)} must list at most ${most}, not ${length}.`);
    /** Items by their NFC form. */
    const texts = new Map<string, string>();
    for (const [index, entry] of node.items.entries()) {
      const one = {
        node: entry as Node,
        subject: `${item} ${index + 1}`,
        at: this.#file.placeOf(entry as Node),
      };
      if (this.#isSwallowed(entry)) {
        this.#report(
          one,
          `${one.subject} spans several lines, one of which starts with "- ". Indent that line like the items before it.`,
        );
        continue;
      }
      const text = this.#read(of, one);
      if (typeof text !== 'string') continue;
      const form = text.normalize();
      const other = texts.get(form);
      if (other === text) this.#report(one, `The ${item} ${quote(text)} is listed twice.`);
      else if (other !== undefined)
        this.#report(one, `The ${item} ${quote(text)} is listed twice, in two Unicode forms.`);
      texts.set(form, text);
    }
    return texts.size === length ? [...texts.values()] : undefined;
  }

  /** True if YAML read a list item and the next, which is indented deeper, as one text. */
  #isSwallowed(entry: unknown): boolean {
    if (!isScalar(entry) || entry.type !== ScalarNode.PLAIN || !entry.range) return false;
    return /\n\s*- /.test(this.#file.text.slice(entry.range[0], entry.range[1]));
  }

  #readNamed(named: Named, found: Found): ReadonlyMap<string, unknown> | undefined {
    const { names, of, item } = named;
    const { node, subject } = found;
    if (!isMap(node)) return this.#refuse(named, found);
    if (node.items.length === 0)
      this.#report(found, `${atStart(subject)} is empty. Declare a ${item} under its name.`);
    const values = new Map<string, unknown>();
    for (const { key, value, at, isRepeated } of this.#file.entriesOf(node, this.#problems)) {
      const isName = isOf(names, key);
      if (!isName) this.#problems.add(at, `The name of a ${item} must be ${names.rule}, not ${quote(key)}.`);
      const isUsable = isName && !isRepeated;
      values.set(key, isUsable ? this.#read(of, { node: value, subject: `${item} ${key}`, at }) : undefined);
    }
    return values;
  }

  /** @param passedOver known keys that are not read here */
  #readMapping<M extends Mapping>(
    description: M,
    found: Found,
    passedOver: ReadonlySet<string> = new Set(),
  ): Value<M> | undefined {
    const { node, subject, at: place } = found;
    const { fields } = description;
    if (!isMap(node)) return this.#refuse(description, found);
    const values: Record<string, unknown> = {};
    for (const { key, value, at, isRepeated } of this.#file.entriesOf(node, this.#problems)) {
      const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
      if (isRepeated || passedOver.has(key)) continue;
      if (field === undefined) this.#problems.add(at, unknownKey(key, value, subject, fields));
      else values[key] = this.#read(field.is, { node: value, subject: key, at });
    }
    for (const [key, field] of Object.entries(fields)) {
      if (field?.isRequired && !Object.hasOwn(values, key)) {
        this.#problems.add(place, `${atStart(subject)} has no ${key}. Add ${key}: ${field.about}.`);
      }
    }
    return values as Value<M>;
  }

  #readCases(cases: Cases, found: Found): unknown {
    const { by, choices, synonyms, of, without } = cases;
    const { node, subject, at } = found;
    if (!isMap(node)) return this.#refuse(cases, found);
    const pair = this.#file.pairOf(node, by);
    if (pair === undefined && without !== null) return this.#readMapping(without, found);
    if (pair === undefined) {
      this.#problems.add(at, `${atStart(subject)} has no ${by}. It is one of ${choices.join(', ')}.`);
      return this.#readShared(cases, found);
    }
    const decider = {
      node: pair.value as Node | null,
      subject: by,
      at: this.#file.placeOf(pair.key as Node),
    };
    const choice = this.#read({ kind: 'choice', values: choices, synonyms }, decider);
    return typeof choice === 'string' ? this.#readMapping(of(choice), found) : this.#readShared(cases, found);
  }

  /**
   * Reads the keys that every case of a mapping has if it does not name its case, so that all its problems are listed.
   */
  #readShared({ by, choices, of }: Cases, found: Found): unknown {
    const everyCase = choices.map((choice) => of(choice).fields);
    const shared: Record<string, Field> = {};
    const passedOver = new Set([by]);
    for (const [key, field] of everyCase.flatMap((fields) => Object.entries(fields))) {
      if (field === undefined || passedOver.has(key)) continue;
      if (everyCase.some((fields) => (fields[key]?.is ?? field.is) !== field.is)) passedOver.add(key);
      else if (everyCase.every((fields) => fields[key]?.isRequired)) shared[key] = field;
      else shared[key] = { is: field.is, about: field.about };
    }
    return this.#readMapping({ kind: 'mapping', fields: shared }, found, passedOver);
  }

  #refuse(description: Description, found: Found): undefined {
    this.#report(found, refusal(description, found.subject, found.node));
  }

  /** Adds a problem with a value, or with its key if the value is empty. */
  #report({ node, at }: Found, message: string): undefined {
    const isShown = node?.range !== undefined && node.range !== null && node.range[1] > node.range[0];
    this.#problems.add(isShown ? this.#file.placeOf(node) : at, message);
  }
}
