import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import type { Place } from './problems.ts';
import type { YamlFile } from './yaml-file.ts';

/** The steps from the root of a file to a value: keys of mappings and positions in lists. */
export type ValuePath = readonly (string | number)[];

/** The text of a key, null of one that is no scalar. */
export function keyOf({ key }: Pair, { targets }: YamlFile): string | null {
  const node = isAlias(key) ? targets.get(key) : key;
  return isScalar(node) ? (node.source ?? '') : null;
}

/** The value of a key, undefined without such a key. */
export function pairOf(map: YAMLMap, name: string, file: YamlFile): Pair | undefined {
  return map.items.find((pair) => keyOf(pair, file) === name);
}

/** True of a value that was left out, or written as null. */
export function isEmpty(node: Node | null): boolean {
  return node === null || (isScalar(node) && node.value === null);
}

/** The place of the value at the end of a path, or of its key; of the last thing on the path that is there. */
export function placeOnPath(file: YamlFile, path: ValuePath, what: 'key' | 'value'): Place {
  let node: unknown = file.root;
  let shown = file.root;
  for (const [index, step] of path.entries()) {
    const collection = isAlias(node) ? file.targets.get(node) : node;
    const pair = isMap(collection) ? pairOf(collection, String(step), file) : undefined;
    node = isSeq(collection) ? collection.items[Number(step)] : pair?.value;
    const isKey = pair !== undefined && (node === null || (what === 'key' && index === path.length - 1));
    shown = ((isKey ? pair.key : node) ?? shown) as Node;
  }
  return placeOfNode(file, shown);
}

export function placeOfNode(file: YamlFile, node: Node): Place {
  return file.placeAt(node.range?.[0] ?? 0);
}
