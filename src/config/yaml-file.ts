import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import { type Place, type ProblemList, quote } from './problems.ts';

/** The steps from the root of a file to a value: keys of mappings and positions in lists. */
export type ValuePath = readonly (string | number)[];

/** A key of a mapping with its value. */
interface Entry {
  readonly key: string;
  readonly value: Node | null;
  /** Place of the key. */
  readonly at: Place;
  /** True if the key occurred before. */
  readonly isRepeated: boolean;
}

/** A YAML text as its nodes. */
export class YamlFile {
  readonly text: string;
  readonly root: Node;
  readonly #placeAt: (offset: number) => Place;
  readonly #targets = new Map<Node, Node>();
  readonly #pairs = new Map<YAMLMap, ReadonlyMap<string | null, Pair>>();

  /** @param options.placeAt returns the place of a position in the text */
  constructor(text: string, { root, placeAt }: { root: Node; placeAt: (offset: number) => Place }) {
    this.text = text;
    this.root = root;
    this.#placeAt = placeAt;
    this.#findTargets(root, new Map());
  }

  /** Returns the node that an alias stands for: the last one before it with that anchor. */
  target(alias: Node): Node | undefined {
    return this.#targets.get(alias);
  }

  /**
   * Returns the entries of a mapping whose keys are text.
   *
   * @param problems receives keys that are not text, and keys that occur twice
   */
  *entriesOf(map: YAMLMap, problems: ProblemList): Generator<Entry> {
    const keys = new Set<string>();
    for (const pair of map.items) {
      if (problems.isFull) return;
      const key = this.#keyOf(pair);
      const at = this.placeOf(pair.key as Node);
      if (key === null) {
        problems.add(at, 'A key must be text.');
        continue;
      }
      const isRepeated = keys.has(key);
      if (isRepeated) problems.add(at, `The key ${quote(key)} occurs twice. Remove one.`);
      keys.add(key);
      yield { key, value: pair.value as Node | null, at, isRepeated };
    }
  }

  /** Returns a key with its value; undefined if there is no such key. */
  pairOf(map: YAMLMap, name: string): Pair | undefined {
    const pairs = this.#pairs.get(map) ?? new Map(map.items.map((pair) => [this.#keyOf(pair), pair]));
    this.#pairs.set(map, pairs);
    return pairs.get(name);
  }

  /** Returns the place of a position in the text. */
  placeAt(offset: number): Place {
    return this.#placeAt(offset);
  }

  placeOf(node: Node): Place {
    return this.#placeAt(node.range?.[0] ?? 0);
  }

  /**
   * Returns the place of the value at the end of a path, or of its key. If the path does not exist, it is the place of
   * its last existing part.
   */
  placeOnPath(path: ValuePath, what: 'key' | 'value'): Place {
    let node: unknown = this.root;
    let shown = this.root;
    for (const [index, step] of path.entries()) {
      const collection = isAlias(node) ? this.target(node) : node;
      const pair = isMap(collection) ? this.pairOf(collection, String(step)) : undefined;
      node = isSeq(collection) ? collection.items[Number(step)] : pair?.value;
      const isKey = pair !== undefined && what === 'key' && index === path.length - 1;
      shown = ((isKey ? pair.key : node) ?? shown) as Node;
    }
    return this.placeOf(shown);
  }

  /** Returns the text of a key; null if it is not a scalar or has a tag. */
  #keyOf({ key }: Pair): string | null {
    const node = isAlias(key) ? this.target(key) : key;
    return isScalar(node) && node.tag === undefined ? (node.source ?? '') : null;
  }

  #findTargets(node: unknown, anchored: Map<string, Node>): void {
    if (isAlias(node)) {
      const target = anchored.get(node.source);
      if (target !== undefined) this.#targets.set(node, target);
    } else if (isScalar(node) || isMap(node) || isSeq(node)) {
      if (node.anchor) anchored.set(node.anchor, node);
      if (isSeq(node)) for (const item of node.items) this.#findTargets(item, anchored);
      if (!isMap(node)) return;
      for (const { key, value } of node.items) {
        this.#findTargets(key, anchored);
        this.#findTargets(value, anchored);
      }
    }
  }
}
