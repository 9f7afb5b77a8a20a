import { isAlias, isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';
import type { Statement } from '../dataset/definition.ts';
import type { Cases, Description, List, Mapping, Named, Scalar, Value } from './description.ts';
import { isOf, missingKey, refusal, unknownKey } from './expectation.ts';
import { type Place, type ProblemList, quote } from './problems.ts';
import { piecesOfFile, piecesOfScalar } from './statement.ts';
import { SQL, STATEMENT_FILE } from './texts.ts';
import type { TextFile } from './workspace-file.ts';
import type { YamlFile } from './yaml-file.ts';
import { keyOf, pairOf, placeOfNode } from './yaml-nodes.ts';

/** Values aliases may stand for, all of them together: a few lines of aliases to aliases can stand for any number. */
const MAX_ALIASED = 100_000;

/** A value to read. */
interface Found {
  readonly node: Node | null;
  /** What messages call it. */
  readonly subject: string;
  /** Where its key stands. */
  readonly at: Place;
}

/** Reads the values of a file as their descriptions say, and keeps what is wrong with them. */
export class ValueReader {
  readonly #file: YamlFile;
  readonly #problems: ProblemList;
  readonly #readFile: (path: string) => TextFile;
  #aliasesAround = 0;
  #aliased = 0;

  /** @param options.readFile reads a file a statement stands in */
  constructor(file: YamlFile, options: { problems: ProblemList; readFile: (path: string) => TextFile }) {
    this.#file = file;
    this.#problems = options.problems;
    this.#readFile = options.readFile;
  }

  /** Reads the whole file; what cannot be used of it is undefined. */
  read<D extends Description>(description: D): Value<D> | undefined {
    const found = { node: this.#file.root, subject: 'The file', at: this.#file.placeAt(0) };
    return this.#read(description, found) as Value<D> | undefined;
  }

  #read(description: Description, found: Found): unknown {
    const { node, subject } = found;
    if (isAlias(node)) return this.#readAlias(description, found, node);
    if (this.#aliasesAround > 0 && ++this.#aliased >= MAX_ALIASED) {
      if (this.#aliased === MAX_ALIASED) {
        this.#add(found, `The aliases of this file stand for more than ${MAX_ALIASED} values.`);
      }
      return undefined;
    }
    if (node?.tag !== undefined) {
      this.#add(found, `${subject} has a tag, and tags are not read. Remove it.`);
      return undefined;
    }
    switch (description.kind) {
      case 'statement':
        return this.#readStatement(found);
      case 'list':
        return this.#readList(description, found);
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

  #readAlias(description: Description, found: Found, alias: Node): unknown {
    const target = this.#file.targets.get(alias);
    if (target === undefined) {
      this.#add(found, 'No anchor of this name stands before this alias.');
      return undefined;
    }
    this.#aliasesAround++;
    const value = this.#read(description, { ...found, node: target });
    this.#aliasesAround--;
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
    return { sql, ...placeOfNode(this.#file, node), pieces: piecesOfScalar(node, this.#file) };
  }

  #readStatementFile(found: Found, map: YAMLMap): Statement | undefined {
    const path = this.#readMapping(STATEMENT_FILE, found)?.file;
    if (path === undefined) return undefined;
    const read = this.#readFile(path);
    if (!('problem' in read) && isOf(SQL, read.text)) {
      return { sql: read.text, file: read.file, line: 1, column: 1, pieces: piecesOfFile(read.text) };
    }
    const problem =
      'problem' in read ? read.problem : `The file ${quote(path)} must hold SQL: it is empty, or has a NUL.`;
    this.#add({ ...found, node: pairOf(map, 'file', this.#file)?.value as Node }, problem);
    return undefined;
  }

  #readList(list: List, found: Found): readonly string[] | undefined {
    const { of, item, least, most, reason } = list;
    const { node, subject } = found;
    if (!isSeq(node)) return this.#refuse(list, found);
    const { length } = node.items;
    if (length < least) {
      this.#add(found, `${subject} must list at least ${least}, not ${length}: ${reason}.`);
      return undefined;
    }
    if (length > most) {
      this.#add(found, `${subject} must list at most ${most}, not ${length}.`);
      return undefined;
    }
    const texts = new Set<string>();
    for (const [index, entry] of node.items.entries()) {
      const one = { ...found, node: entry as Node, subject: `${capital(item)} ${index + 1}` };
      const text = this.#read(of, one);
      if (typeof text !== 'string') continue;
      if (texts.has(text)) this.#add(one, `The ${item} ${quote(text)} is listed twice.`);
      texts.add(text);
    }
    return texts.size === length ? [...texts] : undefined;
  }

  #readNamed(named: Named, found: Found): ReadonlyMap<string, unknown> | undefined {
    const { names, of, item } = named;
    const { node, subject } = found;
    if (!isMap(node)) return this.#refuse(named, found);
    if (node.items.length === 0) this.#add(found, `${subject} is empty. Declare a ${item} under its name.`);
    const values = new Map<string, unknown>();
    for (const { key, value, at } of this.#entriesOf(node)) {
      if (!isOf(names, key)) {
        this.#problems.add(at, `The name of a ${item} must be ${names.rule}, not ${quote(key)}.`);
        continue;
      }
      values.set(key, this.#read(of, { node: value, subject: `${capital(item)} ${key}`, at }));
    }
    return values;
  }

  #readMapping<M extends Mapping>(description: M, found: Found): Value<M> | undefined {
    const { node, subject, at: place } = found;
    const { fields } = description;
    if (!isMap(node)) return this.#refuse(description, found);
    const values: Record<string, unknown> = {};
    const keys = new Set<string>();
    for (const { key, value, at } of this.#entriesOf(node)) {
      const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
      keys.add(key);
      if (field === undefined) this.#problems.add(at, unknownKey(key, subject, Object.keys(fields)));
      else values[key] = this.#read(field.is, { node: value, subject: key, at });
    }
    for (const [key, field] of Object.entries(fields)) {
      if (field?.isRequired && !keys.has(key)) this.#problems.add(place, missingKey(key, subject, field));
    }
    return values as Value<M>;
  }

  #readCases(cases: Cases, found: Found): unknown {
    const { by, choices, of, without } = cases;
    const { node, subject, at } = found;
    if (!isMap(node)) return this.#refuse(cases, found);
    const pair = pairOf(node, by, this.#file);
    if (pair !== undefined) {
      const decider = {
        node: pair.value as Node | null,
        subject: by,
        at: placeOfNode(this.#file, pair.key as Node),
      };
      const choice = this.#read({ kind: 'choice', values: choices }, decider);
      return typeof choice === 'string' ? this.#readMapping(of(choice), found) : undefined;
    }
    if (without !== null) return this.#readMapping(without, found);
    this.#problems.add(at, `${subject} has no ${by}. It is one of ${choices.join(', ')}.`);
    return undefined;
  }

  /** The entries of a mapping; keys that are no text, or there already, are told and left out. */
  *#entriesOf(map: YAMLMap): Generator<{ key: string; value: Node | null; at: Place }> {
    const keys = new Set<string>();
    for (const pair of map.items) {
      const key = keyOf(pair, this.#file);
      const at = placeOfNode(this.#file, pair.key as Node);
      if (key === null) this.#problems.add(at, 'A key must be text.');
      else if (keys.has(key)) this.#problems.add(at, `The key ${quote(key)} is there twice.`);
      else yield { key, value: pair.value as Node | null, at };
      keys.add(key ?? '');
    }
  }

  #refuse(description: Description, found: Found): undefined {
    this.#add(found, refusal(description, found.subject, found.node));
  }

  /** Keeps a problem with a value, or with its key when it has none. */
  #add({ node, at }: Pick<Found, 'node' | 'at'>, message: string): void {
    const isShown = node?.range !== undefined && node.range !== null && node.range[1] > node.range[0];
    this.#problems.add(isShown ? placeOfNode(this.#file, node) : at, message);
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
