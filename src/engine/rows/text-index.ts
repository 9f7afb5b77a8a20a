import { enlarged, release, type TextMemory, TextStore } from './text-store.ts';

/** Ranks a text; see `TextRanker`. */
interface Ranker {
  readonly high: number;
  readonly low: number;
  rank(text: Uint8Array): void;
}

const FREE = 0;

/**
 * Numbers texts, the same text with the same number, and keeps each once, for all datasets together: most rows
 * are in several. Texts are found by an open-addressed table over their ranks, and compared by bytes where ranks
 * are equal.
 */
export class TextIndex {
  readonly #ranker: Ranker;
  readonly #store = new TextStore();
  /** Number of a text plus 1, {@link FREE} where there is none. */
  #table = new Uint32Array(1 << 12);
  #rankHigh = new Uint32Array(1024);
  #rankLow = new Uint32Array(1024);

  constructor(ranker: Ranker) {
    this.#ranker = ranker;
  }

  /** Number of a text, counted from 0; a text that is new is copied in. */
  numberOf(text: Uint8Array): number {
    this.#ranker.rank(text);
    const { high, low } = this.#ranker;
    const slot = this.#findSlot(high, low, text);
    if (this.#table[slot] !== FREE) return this.#table[slot] - 1;
    const number = this.#store.add(text, high);
    if (number === this.#rankHigh.length) {
      this.#rankHigh = enlarged(this.#rankHigh);
      this.#rankLow = enlarged(this.#rankLow);
    }
    this.#table[slot] = number + 1;
    this.#rankHigh[number] = high;
    this.#rankLow[number] = low;
    if (this.#store.length * 2 > this.#table.length) this.#growTable();
    return number;
  }

  /** Number of texts. */
  get length(): number {
    return this.#store.length;
  }

  /** A text's bytes: a view, not a copy. */
  at(number: number): Uint8Array {
    return this.#store.at(number);
  }

  /** Sketches of its first texts, see {@link TextMemory}. */
  get sketches(): Int32Array<SharedArrayBuffer> | null {
    return this.#store.sketches;
  }

  set sketches(sketches: Int32Array<SharedArrayBuffer>) {
    this.#store.sketches = sketches;
  }

  /** The texts so far, to be read by their numbers. */
  get memory(): TextMemory {
    return this.#store.memory;
  }

  /** Bytes of memory it takes. */
  get bytes(): number {
    return this.#store.bytes + 4 * this.#table.length + 8 * this.#store.length;
  }

  /** Forgets all texts, and uses their memory again. */
  clear(): void {
    this.#store.clear();
    this.#table.fill(FREE);
  }

  /** Forgets all texts, and gives their memory back. */
  empty(): void {
    this.#store.close();
    release(this.#table, this.#rankHigh, this.#rankLow);
    this.#table = new Uint32Array(1 << 12);
    this.#rankHigh = new Uint32Array(1024);
    this.#rankLow = new Uint32Array(1024);
  }

  /** Frees what finds texts; their memory stays. */
  close(): void {
    release(this.#table, this.#rankHigh, this.#rankLow);
  }

  /** Rank of a text, as two 32-bit halves. */
  rankOf(number: number): { high: number; low: number } {
    return { high: this.#rankHigh[number], low: this.#rankLow[number] };
  }

  /** Ranks of texts, as two 32-bit halves. */
  ranksOf(numbers: Uint32Array): {
    rankHigh: Uint32Array<ArrayBuffer>;
    rankLow: Uint32Array<ArrayBuffer>;
  } {
    const rankHigh = new Uint32Array(numbers.length);
    const rankLow = new Uint32Array(numbers.length);
    for (let index = 0; index < numbers.length; index++) {
      rankHigh[index] = this.#rankHigh[numbers[index]];
      rankLow[index] = this.#rankLow[numbers[index]];
    }
    return { rankHigh, rankLow };
  }

  /** Slot of a text, or the free slot where it belongs. */
  #findSlot(high: number, low: number, text: Uint8Array): number {
    const mask = this.#table.length - 1;
    let slot = low & mask;
    while (this.#table[slot] !== FREE) {
      const number = this.#table[slot] - 1;
      if (
        this.#rankLow[number] === low &&
        this.#rankHigh[number] === high &&
        equals(this.#store.at(number), text)
      ) {
        break;
      }
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #growTable(): void {
    const mask = 2 * this.#table.length - 1;
    const table = new Uint32Array(mask + 1);
    for (let number = 0; number < this.#store.length; number++) {
      let slot = this.#rankLow[number] & mask;
      while (table[slot] !== FREE) slot = (slot + 1) & mask;
      table[slot] = number + 1;
    }
    release(this.#table);
    this.#table = table;
  }
}

function equals(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && Buffer.compare(a, b) === 0;
}
