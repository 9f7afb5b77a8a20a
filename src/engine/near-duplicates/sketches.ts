import { release } from '../rows/text-store.ts';

/** How many times so many bins must all agree for two texts to be compared. */
export const BANDS = 6;
/** Numbers of a sketch: the key of each band, then the low bytes of the four bins of each. */
export const SKETCH_WORDS = 2 * BANDS;

/** Sketches of texts, as a `Sketcher` makes them. */
export class Sketches {
  /** {@link SKETCH_WORDS} numbers each. */
  readonly numbers: Int32Array<ArrayBuffer>;

  /** @param count of sketches there is room for */
  constructor(count: number) {
    this.numbers = new Int32Array(SKETCH_WORDS * count);
  }

  /** Frees its memory. */
  close(): void {
    release(this.numbers);
  }

  /** Makes a sketch the same as one of others. */
  copy(sketch: number, others: Sketches, other: number): void {
    for (let word = 0; word < SKETCH_WORDS; word++) {
      this.numbers[SKETCH_WORDS * sketch + word] = others.numbers[SKETCH_WORDS * other + word];
    }
  }

  /** How many bins of a sketch and the first of others agree; of those that do not, one in 256 all the same. */
  countEqual(sketch: number, { numbers: others }: Sketches): number {
    let equal = 0;
    for (let word = BANDS; word < SKETCH_WORDS; word++) {
      equal += countZeroBytes(this.numbers[SKETCH_WORDS * sketch + word] ^ others[word]);
    }
    return equal;
  }
}

/** All four at once (Warren, "Hacker's delight", 6-1). */
function countZeroBytes(word: number): number {
  const zeros = ~(((word & 0x7f7f7f7f) + 0x7f7f7f7f) | word | 0x7f7f7f7f);
  return Math.imul(zeros >>> 7, 0x01010101) >>> 24;
}
