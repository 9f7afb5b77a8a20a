import type { UnknownClassRule } from '../../model/definition.ts';
import { parseJson } from '../../text/json.ts';
import { type ClassLabeller, UNKNOWN_CLASS } from './label.ts';

/** Number of values that cannot be what their column holds. */
export const MALFORMED = -2;

/** Spellings whose classes are remembered, and their bytes. */
const MAX_SPELLINGS = 1024;
const MAX_SPELLING_BYTES = 1024;

/** Reads lists of class names as sets of classes. Most rows have one of a few lists, each of which is parsed once. */
export class ClassSetReader {
  readonly #labeller: ClassLabeller;
  readonly #dropsClasses: boolean;
  readonly #spellings = new Map<string, readonly number[]>();
  #isShortened = false;

  /** @param rule what happens to a list with an unknown class */
  constructor(labeller: ClassLabeller, rule: UnknownClassRule) {
    this.#labeller = labeller;
    this.#dropsClasses = rule === 'drop-class';
  }

  /** True if the list that was read last had an unknown class, without which its classes are kept. */
  get isShortened(): boolean {
    return this.#isShortened;
  }

  /**
   * @param list JSON array of class names, UTF-8 bytes; order and repetitions do not matter, and NULL is ignored,
   *   because a join without a match gives a list of NULL
   * @returns the class ids in ascending order, {@link UNKNOWN_CLASS} or {@link MALFORMED}
   */
  read(list: Uint8Array): readonly number[] | typeof UNKNOWN_CLASS | typeof MALFORMED {
    this.#isShortened = false;
    if (list.length > MAX_SPELLING_BYTES) return this.#parse(list);
    const spelling = Buffer.from(list.buffer, list.byteOffset, list.length).toString('latin1');
    const known = this.#spellings.get(spelling);
    if (known !== undefined) return known;
    const ids = this.#parse(list);
    const isWhole = typeof ids !== 'number' && !this.#isShortened;
    if (isWhole && this.#spellings.size < MAX_SPELLINGS) this.#spellings.set(spelling, ids);
    return ids;
  }

  #parse(list: Uint8Array): readonly number[] | typeof UNKNOWN_CLASS | typeof MALFORMED {
    const found = parseJson(list);
    if (!Array.isArray(found) || !found.every((name) => name === null || typeof name === 'string'))
      return MALFORMED;
    const names = new Set<string>(found.filter((name) => name !== null));
    const ids = new Set(Array.from(names, (name) => this.#labeller.classIdOf(Buffer.from(name))));
    const hasUnknown = ids.delete(UNKNOWN_CLASS);
    if (hasUnknown && !this.#dropsClasses) return UNKNOWN_CLASS;
    this.#isShortened = hasUnknown;
    return [...ids].sort((a, b) => a - b);
  }
}
