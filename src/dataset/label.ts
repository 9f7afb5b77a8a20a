import { whitespaceLength } from './whitespace.ts';

/** Class id of a name that is not a class. */
export const UNKNOWN_CLASS = -1;

const MAX_NAMES = 100;
const MAX_NAME_LENGTH = 80;
/** Longer names are not remembered whole: no class is called that. */
const MAX_KNOWN_BYTES = 1024;

/** Rows whose class name is not a class of the label, by name. */
export interface UnknownClass {
  readonly name: string;
  readonly rows: number;
}

/** Gives class names their ids: the exact name, but for white space around it. */
export class ClassLabeller {
  readonly #idByBytes = new Map<string, number>();
  readonly #unknown = new Map<string, number>();
  readonly #idByName: ReadonlyMap<string, number>;

  /** @param classNames names in the order of their ids */
  constructor(classNames: readonly string[]) {
    this.#idByName = new Map(classNames.map((name, id) => [name, id]));
  }

  /**
   * @param name UTF-8 bytes as the database has them, null for NULL
   * @returns the class id, or {@link UNKNOWN_CLASS}, which is counted
   */
  classIdOf(name: Uint8Array | null): number {
    const bytes = name === null ? NULL_NAME : Buffer.from(name.buffer, name.byteOffset, name.length);
    if (bytes.length > MAX_KNOWN_BYTES) return this.#countUnknown(bytes.subarray(0, MAX_KNOWN_BYTES));
    const key = bytes.toString('latin1');
    const known = this.#idByBytes.get(key);
    if (known !== undefined) return known;
    const id = this.#idByName.get(trim(bytes).toString());
    if (id === undefined) return this.#countUnknown(bytes);
    this.#idByBytes.set(key, id);
    return id;
  }

  /** The unknown names and their rows, the most frequent first; names beyond the first 100 are counted as others. */
  unknownClasses(): UnknownClass[] {
    return Array.from(this.#unknown, ([name, rows]) => ({ name, rows })).sort((a, b) => b.rows - a.rows);
  }

  #countUnknown(bytes: Buffer): typeof UNKNOWN_CLASS {
    const name = Array.from(trim(bytes).toString()).slice(0, MAX_NAME_LENGTH).join('');
    const isRemembered = this.#unknown.has(name) || this.#unknown.size < MAX_NAMES;
    const counted = isRemembered ? name : OTHER_NAMES;
    this.#unknown.set(counted, (this.#unknown.get(counted) ?? 0) + 1);
    return UNKNOWN_CLASS;
  }
}

const NULL_NAME = Buffer.from('(null)');
const OTHER_NAMES = '(other names)';

function trim(bytes: Buffer): Buffer {
  let start = 0;
  for (let width = 1; start < bytes.length && width > 0; start += width) {
    width = whitespaceLength(bytes, start, bytes.length);
  }
  let end = bytes.length;
  for (let width = 1; end > start && width > 0; end -= width) width = whitespaceBefore(bytes, end);
  return bytes.subarray(start, end);
}

/** Length of the white space character that ends before a position, 0 when none does. */
function whitespaceBefore(bytes: Buffer, end: number): number {
  for (const width of [1, 2, 3]) {
    if (end >= width && whitespaceLength(bytes, end - width, end) === width) return width;
  }
  return 0;
}
