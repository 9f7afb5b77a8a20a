import { enlarged, release } from './text-store.ts';

/** A rank as two unsigned 32-bit halves. */
export interface Rank {
  readonly high: number;
  readonly low: number;
}

/** Ranks of groups by number of the text. */
export class GroupRanks {
  #high: Uint32Array<ArrayBuffer>;
  #low: Uint32Array<ArrayBuffer>;

  /** @param length texts it has room for */
  constructor(length: number) {
    this.#high = new Uint32Array(length);
    this.#low = new Uint32Array(length);
  }

  set(number: number, { high, low }: Rank): void {
    this.#high[number] = high;
    this.#low[number] = low;
  }

  /** Sets a rank that is lower than that of the text. */
  lower(number: number, rank: Rank): void {
    const high = this.#high[number];
    if (rank.high < high || (rank.high === high && rank.low < this.#low[number])) this.set(number, rank);
  }

  rankOf(number: number): Rank {
    return { high: this.#high[number], low: this.#low[number] };
  }

  /** The ranks of some texts. */
  ranksOf(numbers: Uint32Array<ArrayBuffer>) {
    return {
      rankHigh: numbers.map((number) => this.#high[number]),
      rankLow: numbers.map((number) => this.#low[number]),
    };
  }

  enlarge(): void {
    this.#high = enlarged(this.#high);
    this.#low = enlarged(this.#low);
  }

  close(): void {
    release(this.#high, this.#low);
  }
}
