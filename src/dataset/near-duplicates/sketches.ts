import { MersenneTwister } from '../split/mersenne-twister.ts';
import type { WordReader } from './words.ts';

/** Parts of a sketch that must all agree for two texts to be compared, and how many times there are so many. */
const BAND_ROWS = 4;
export const BANDS = 6;
/** Bins of a sketch. */
const BINS = BAND_ROWS * BANDS;
/** Fewer words say too little to tell a copy from a commonplace. */
const LEAST_WORDS = 4;
/** A bit for each bin. */
const ALL_BINS = 2 ** BINS - 1;
/** Value of a bin without a word: none is higher. */
const EMPTY = 0x7fffffff;

/**
 * Sketches of texts by MinHash (Broder, "On the resemblance and containment of documents", 1997): the share of their bins
 * that agree is about that of the words two texts have in common. One hash of each word fills all bins (Li, Owen and
 * Zhang, "One permutation hashing", 2012), and an empty bin has the value of another one, chosen at random but always
 * the same way (Shrivastava, "Optimal densification for fast and accurate minwise hashing", 2017).
 */
export class Sketches {
  /** Of each sketch a key a band: texts with an equal one may be near copies (Leskovec, Rajaraman and Ullman, "Mining of
   * massive datasets", chapter 3). */
  readonly keys: Int32Array<ArrayBuffer>;
  /** Of each sketch the low bytes of its bins. */
  readonly #low: Uint8Array<ArrayBuffer>;
  readonly #words: WordReader;
  readonly #bins = new Int32Array(BINS);
  /** For each bin all bins in the order in which they are tried in its place. */
  readonly #substitutes = substitutes();

  /** @param count of sketches there is room for */
  constructor(count: number, words: WordReader) {
    this.keys = new Int32Array(BANDS * count);
    this.#low = new Uint8Array(BINS * count);
    this.#words = words;
  }

  /** Makes a sketch of the words that were read last. @returns false when they are too few for one */
  set(sketch: number, words: number): boolean {
    if (words < LEAST_WORDS) return false;
    this.#fillEmptyBins(this.#fillBins(words));
    for (let band = 0; band < BANDS; band++) this.keys[BANDS * sketch + band] = this.#keyOf(band);
    for (let bin = 0; bin < BINS; bin++) this.#low[BINS * sketch + bin] = this.#bins[bin];
    return true;
  }

  /** How many bins of two sketches agree. */
  countEqual(a: number, b: number): number {
    let equal = 0;
    for (let bin = 0; bin < BINS; bin++) {
      if (this.#low[BINS * a + bin] === this.#low[BINS * b + bin]) equal++;
    }
    return equal;
  }

  /** @returns a bit for each bin that has a word */
  #fillBins(words: number): number {
    const { hashes } = this.#words;
    const bins = this.#bins;
    for (let bin = 0; bin < BINS; bin++) bins[bin] = EMPTY;
    let filled = 0;
    for (let word = 0; word < words; word++) {
      const hash = hashes[word];
      const bin = ((hash >>> 16) * BINS) >>> 16;
      filled |= 1 << bin;
      // The bin has used up the upper bits, which are the same for all its words.
      const value = Math.imul(hash, 0x9e3779b1);
      if (value < bins[bin]) bins[bin] = value;
    }
    return filled;
  }

  #fillEmptyBins(filled: number): void {
    const bins = this.#bins;
    const substitutes = this.#substitutes;
    for (let empty = ALL_BINS & ~filled; empty !== 0; empty &= empty - 1) {
      const bin = 31 - Math.clz32(empty & -empty);
      let next = BINS * bin;
      while (((filled >>> substitutes[next]) & 1) === 0) next++;
      bins[bin] = bins[substitutes[next]];
    }
  }

  #keyOf(band: number): number {
    let key = band;
    for (let bin = BAND_ROWS * band; bin < BAND_ROWS * (band + 1); bin++) {
      key = Math.imul(key ^ this.#bins[bin], 0x85ebca6b);
      key ^= key >>> 15;
    }
    return key;
  }
}

function substitutes(): Uint8Array {
  const random = new MersenneTwister(0);
  return Uint8Array.from(Array.from({ length: BINS }, () => [...random.permutation(BINS)]).flat());
}
