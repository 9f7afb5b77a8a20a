import type { DatasetShape } from '../../model/shape.ts';
import { trimWhitespace } from './whitespace.ts';

/** Class id of a name that is not a class. */
export const UNKNOWN_CLASS = -1;

const MAX_NAMES = 100;
const MAX_NAME_LENGTH = 80;
/** Spellings, differing in the white space around a name, whose class is remembered. */
const MAX_SPELLINGS = 16;
/** Bytes of an unknown name that are decoded: enough for its first 80 characters. */
const MAX_DECODED_BYTES = 4 * MAX_NAME_LENGTH;

/** Rows whose class name is not a class of the label, by name. */
export interface UnknownClass {
  readonly name: string;
  readonly rows: number;
}

/** UTF-8 bytes of a name in NFD for one in NFC, at most. */
const MOST_BYTES_DECOMPOSED = 3;

/**
 * Gives class names their ids: the exact name, except for white space around it and, if requested, its Unicode form.
 */
export class ClassLabeller {
  readonly #spellings: { readonly bytes: Uint8Array; readonly id: number }[] = [];
  readonly #unknown = new Map<string, number>();
  readonly #idByName: ReadonlyMap<string, number>;
  readonly #longestName: number;
  readonly #isFolded: boolean;

  /**
   * @param classNames names in the order of their ids
   * @param options.isFolded true when names of the same NFC are the same
   */
  constructor(classNames: readonly string[], { isFolded }: Pick<DatasetShape, 'isFolded'>) {
    this.#isFolded = isFolded;
    const names = classNames.map((name) => this.#keyOf(name));
    this.#idByName = new Map(names.map((name, id) => [name, id]));
    const longest = Math.max(0, ...names.map((name) => Buffer.byteLength(name)));
    this.#longestName = isFolded ? MOST_BYTES_DECOMPOSED * longest : longest;
  }

  /**
   * @param name UTF-8 bytes as the database has them
   * @returns the class id, or {@link UNKNOWN_CLASS}, which is counted
   */
  classIdOf(name: Uint8Array): number {
    const id = this.find(name);
    return id === UNKNOWN_CLASS ? this.#countUnknown(trimmed(name)) : id;
  }

  /**
   * @param name UTF-8 bytes as the database has them
   * @returns the class id, or {@link UNKNOWN_CLASS}, which is not counted
   */
  find(name: Uint8Array): number {
    for (const { bytes, id } of this.#spellings) {
      if (equals(bytes, name)) return id;
    }
    const bare = trimmed(name);
    const id = bare.length > this.#longestName ? undefined : this.#idByName.get(this.#keyOf(bare.toString()));
    if (id !== undefined && this.#spellings.length < MAX_SPELLINGS) {
      this.#spellings.push({ bytes: name.slice(), id });
    }
    return id ?? UNKNOWN_CLASS;
  }

  /** The unknown names and their rows, the most frequent first; names beyond the first 100 are counted as others. */
  unknownClasses(): UnknownClass[] {
    return Array.from(this.#unknown, ([name, rows]) => ({ name, rows })).sort((a, b) => b.rows - a.rows);
  }

  #keyOf(name: string): string {
    return this.#isFolded ? name.normalize() : name;
  }

  #countUnknown(name: Buffer): typeof UNKNOWN_CLASS {
    const shortened = Array.from(name.toString('utf8', 0, MAX_DECODED_BYTES))
      .slice(0, MAX_NAME_LENGTH)
      .join('');
    const isRemembered = this.#unknown.has(shortened) || this.#unknown.size < MAX_NAMES;
    const counted = isRemembered ? shortened : OTHER_NAMES;
    this.#unknown.set(counted, (this.#unknown.get(counted) ?? 0) + 1);
    return UNKNOWN_CLASS;
  }
}

const OTHER_NAMES = '(other names)';

function trimmed(name: Uint8Array): Buffer {
  return trimWhitespace(Buffer.from(name.buffer, name.byteOffset, name.length));
}

/** Compares short names; a loop beats a call that leaves JavaScript. */
function equals(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) return false;
  return true;
}
