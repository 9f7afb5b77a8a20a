import { release } from '../rows/text-store.ts';
import { BANDS, SKETCH_WORDS, type Sketches } from './sketches.ts';

/** A number that no search has. */
const REMOVED = 0xffffffff;
/** No entry follows. */
const NONE = -1;
/** Largest number of sketches that a search compares, which limits its cost. */
const MOST_SKETCHES = 32;
/** Number of 24 bins that agree in most near-duplicates. In other texts, fewer agree. */
const LEAST_EQUAL = 15;
const LIKELY_EQUAL = 20;
/** Bits of the filter for each entry, of which a search so finds few set that are not its own. */
const FILTER_BITS = 8;

/** Finds sketches that have a band in common with another one, by chains in one table for all bands. */
export class BandIndex {
  readonly #sketches: Sketches;
  /** A bit for each key that has an entry, and for others by chance: it is small enough to stay in the cache. */
  #filter = new Int32Array();
  /** First entry of each slot's chain; an entry is a band of a sketch. */
  #heads = new Int32Array();
  readonly #next: Int32Array<ArrayBuffer>;
  /** The last search that came to a sketch, {@link REMOVED} for one that is not to be found any more. */
  readonly #seenBy: Uint32Array<ArrayBuffer>;
  /** Sketches the table was made for, and how many of them were removed since. */
  #members: Uint32Array<ArrayBuffer>;
  #removed = 0;
  #searches = 0;
  /** Sketches the search may still look at. */
  #left = 0;
  /** Sketches that are compared last, the most similar first, and how many of their bins agree. */
  readonly #putOff = new Int32Array(MOST_SKETCHES);
  readonly #equal = new Uint8Array(MOST_SKETCHES);
  #putOffs = 0;

  /**
   * @param members the sketches it finds, in ascending order; its own from now on
   * @param size how many sketches there may be; by default none can be added
   */
  constructor(sketches: Sketches, members: Uint32Array<ArrayBuffer>, size?: number) {
    const sketchesEnd = size ?? (members.length === 0 ? 0 : members[members.length - 1] + 1);
    this.#sketches = sketches;
    this.#members = members;
    this.#next = new Int32Array(BANDS * sketchesEnd);
    this.#seenBy = new Uint32Array(sketchesEnd);
    this.#makeTable(size ?? members.length);
  }

  /** Frees its memory. It cannot be searched afterwards. */
  close(): void {
    release(this.#filter, this.#heads, this.#next, this.#seenBy, this.#members);
  }

  /** Hides a sketch from later searches. */
  remove(sketch: number): void {
    this.#seenBy[sketch] = REMOVED;
    this.#removed++;
  }

  /**
   * Passes on the sketches that are alike and have a band in common with the first of others, each once, until `visit`
   * returns true; sketches that are hardly near-duplicates come last.
   *
   * @returns false if there were more than a search compares
   */
  search(query: Sketches, visit: (sketch: number) => boolean): boolean {
    if (2 * this.#removed > this.#members.length) this.#shrink();
    this.#searches++;
    this.#left = MOST_SKETCHES;
    this.#putOffs = 0;
    for (let band = 0; band < BANDS && this.#left >= 0; band++) {
      const key = query.numbers[band];
      if ((this.#filter[(key >>> 5) & (this.#filter.length - 1)] & (1 << key)) === 0) continue;
      if (this.#searchChain(band, query, visit)) return true;
    }
    for (let place = 0; place < this.#putOffs; place++) if (visit(this.#putOff[place])) return true;
    return this.#left >= 0;
  }

  /** A smaller table is searched faster. Together, all shrinking costs no more than making the table. */
  #shrink(): void {
    const members = this.#members.filter((sketch) => this.#seenBy[sketch] !== REMOVED);
    release(this.#members, this.#filter, this.#heads);
    this.#members = members;
    this.#removed = 0;
    this.#makeTable(members.length);
  }

  /** @param size sketches that the table has room for */
  #makeTable(size: number): void {
    const slots = 2 ** Math.ceil(Math.log2(BANDS * size + 32));
    this.#filter = new Int32Array((slots * FILTER_BITS) / 32);
    this.#heads = new Int32Array(slots).fill(NONE);
    for (const sketch of this.#members) this.add(sketch);
  }

  /** Has later searches find a sketch, of which there is room for so many as the index was made for. */
  add(sketch: number): void {
    for (let band = 0; band < BANDS; band++) {
      const entry = BANDS * sketch + band;
      const key = this.#sketches.numbers[SKETCH_WORDS * sketch + band];
      const slot = key & (this.#heads.length - 1);
      this.#filter[(key >>> 5) & (this.#filter.length - 1)] |= 1 << key;
      this.#next[entry] = this.#heads[slot];
      this.#heads[slot] = entry;
    }
  }

  /** @returns true when there is no more to be found */
  #searchChain(band: number, query: Sketches, visit: (sketch: number) => boolean): boolean {
    const { numbers } = this.#sketches;
    const key = query.numbers[band];
    const slot = key & (this.#heads.length - 1);
    let previous = NONE;
    let following = NONE;
    for (let entry = this.#heads[slot]; entry !== NONE; entry = following) {
      following = this.#next[entry];
      const sketch = (entry / BANDS) | 0;
      const seenBy = this.#seenBy[sketch];
      if (seenBy === REMOVED) {
        if (previous === NONE) this.#heads[slot] = following;
        else this.#next[previous] = following;
        continue;
      }
      previous = entry;
      if (seenBy === this.#searches || numbers[SKETCH_WORDS * sketch + (entry % BANDS)] !== key) continue;
      if (--this.#left < 0) return false;
      this.#seenBy[sketch] = this.#searches;
      if (this.#isLikely(sketch, query) && visit(sketch)) return true;
    }
    return false;
  }

  /** True for a very similar sketch. A less similar one is compared later. */
  #isLikely(sketch: number, query: Sketches): boolean {
    const equal = this.#sketches.countEqual(sketch, query);
    if (equal >= LIKELY_EQUAL) return true;
    if (equal >= LEAST_EQUAL) this.#addPutOff(sketch, equal);
    return false;
  }

  #addPutOff(sketch: number, equal: number): void {
    let place = this.#putOffs++;
    for (; place > 0 && equal > this.#equal[place - 1]; place--) {
      this.#putOff[place] = this.#putOff[place - 1];
      this.#equal[place] = this.#equal[place - 1];
    }
    this.#putOff[place] = sketch;
    this.#equal[place] = equal;
  }
}
