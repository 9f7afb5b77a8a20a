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
  readonly #spellings = new Map<string, readonly number[]>();

  constructor(labeller: ClassLabeller) {
    this.#labeller = labeller;
  }

  /**
   * @param list JSON array of class names, UTF-8 bytes; their order and their repetitions say nothing
   * @returns the class ids in ascending order, {@link UNKNOWN_CLASS} or {@link MALFORMED}
   */
  read(list: Uint8Array): readonly number[] | typeof UNKNOWN_CLASS | typeof MALFORMED {
    if (list.length > MAX_SPELLING_BYTES) return this.#parse(list);
    const spelling = Buffer.from(list.buffer, list.byteOffset, list.length).toString('latin1');
    const known = this.#spellings.get(spelling);
    if (known !== undefined) return known;
    const ids = this.#parse(list);
    if (typeof ids !== 'number' && this.#spellings.size < MAX_SPELLINGS) this.#spellings.set(spelling, ids);
    return ids;
  }

  #parse(list: Uint8Array): readonly number[] | typeof UNKNOWN_CLASS | typeof MALFORMED {
    const names = parseJson(list);
    if (!Array.isArray(names) || !names.every((name) => typeof name === 'string')) return MALFORMED;
    const ids = new Set(names.map((name) => this.#labeller.classIdOf(Buffer.from(name))));
    return ids.has(UNKNOWN_CLASS) ? UNKNOWN_CLASS : [...ids].sort((a, b) => a - b);
  }
}
