import { MersenneTwister } from '../split/mersenne-twister.ts';
import { BANDS, SKETCH_WORDS, type Sketches } from './sketches.ts';
import type { WordReader } from './words.ts';

/** Bins of a band, which must all agree for two texts to be compared. */
const BAND_BINS = 4;
const BINS = BAND_BINS * BANDS;
/**
 * Largest number of different words of a text for which four
 * fifths, rounded up, are all words: its near-duplicates have the same words.
 */
const MOST_WORDS_OF_SHORT = 3;
/** Value of a bin without a word: none is higher. */
const EMPTY = 0x7fffffff;
/** A bit for each bin. */
const ALL_BINS = 2 ** BINS - 1;

/**
 * Makes sketches of texts by MinHash (Broder, "On the resemblance and containment of documents", 1997): the share of
 * their 24 bins that agree is about that of the words two texts have in common. One hash of each word fills all bins
 * (Li, Owen and Zhang, "One permutation hashing", 2012), and an empty bin has the value of another one, chosen at
 * random but always the same way (Shrivastava, "Optimal densification for fast and accurate minwise hashing", 2017).
 * Texts with the same key of a band may be near-duplicates (Leskovec, Rajaraman and Ullman, "Mining of massive
 * datasets", chapter 3). A text of one to three different words has the sketch of all of them together, so that texts
 * with only some of them are not compared.
 */
export class Sketcher {
  readonly #words: WordReader;
  readonly #bins = new Int32Array(BINS);
  /** For each bin all bins, in the order in which they are tried in its place. */
  readonly #substitutes = substitutes();

  constructor(words: WordReader) {
    this.#words = words;
  }

  /** Makes a sketch of the words that were read last. @returns false when there are none */
  set(sketches: Sketches, sketch: number, words: number): boolean {
    if (words === 0) return false;
    const filled = this.#fillBins(words);
    const short = isFew(filled) ? this.#hashOfShort(words) : null;
    if (short === null) this.#fillEmptyBins(filled);
    else this.#bins.fill(short);
    for (let band = 0; band < BANDS; band++) this.#setBand(sketches.numbers, SKETCH_WORDS * sketch, band);
    return true;
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
      // The bin has used up the upper bits, which are much the same for all its words.
      const value = Math.imul(hash, 0x9e3779b1);
      if (value < bins[bin]) bins[bin] = value;
    }
    return filled;
  }

  /** @returns a hash of the different words whatever their order, null when they are too many for a short text */
  #hashOfShort(words: number): number | null {
    const { hashes } = this.#words;
    const different: number[] = [];
    for (let word = 0; word < words; word++) {
      if (different.includes(hashes[word])) continue;
      if (different.length === MOST_WORDS_OF_SHORT) return null;
      different.push(hashes[word]);
    }
    return different.reduce((sum, hash) => (sum + Math.imul(hash, 0x9e3779b1)) | 0, different.length);
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

  #setBand(numbers: Int32Array, start: number, band: number): void {
    let key = band;
    let low = 0;
    for (let bin = BAND_BINS * band; bin < BAND_BINS * (band + 1); bin++) {
      const value = this.#bins[bin];
      key = Math.imul(key ^ value, 0x85ebca6b);
      key ^= key >>> 15;
      low = (low << 8) | (value & 0xff);
    }
    numbers[start + band] = key;
    numbers[start + BANDS + band] = low;
  }
}

/** True for so few bins that their words may be those of a short text. */
function isFew(bins: number): boolean {
  let rest = bins;
  for (let bin = 0; bin < MOST_WORDS_OF_SHORT; bin++) rest &= rest - 1;
  return rest === 0;
}

function substitutes(): Uint8Array {
  const random = new MersenneTwister(0);
  return Uint8Array.from(Array.from({ length: BINS }, () => [...random.permutation(BINS)]).flat());
}
