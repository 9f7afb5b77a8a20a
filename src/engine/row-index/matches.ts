import type { Entries } from './entries.ts';

/** Place of what no row has. */
export const NO_PLACE = 0xffffffff;

/** Entries of an earlier index, each with the row of the version that has its rank and its split. */
export interface Matches extends Entries {
  /** Place of that row in its split; {@link NO_PLACE} for none. */
  readonly place: Uint32Array;
  /** Value of that row. */
  readonly now: Uint32Array;
}

/** Keeps matches, and gives them back in their order as often as they are needed. */
export interface MatchStore {
  /**
   * @param place of the row that matches the entry; {@link NO_PLACE} for none
   * @param now its value
   */
  add(entries: Entries, row: number, place: number, now: number): void;
  /** No match is added afterwards. */
  end(): void;
  /** Visits all matches. */
  forEach(visit: (matches: Matches, row: number) => void): void;
}

/** Matches in memory. */
export class MemoryMatches implements MatchStore, Matches {
  length = 0;
  readonly rankHigh: Uint32Array;
  readonly rankLow: Uint32Array;
  readonly split: Uint8Array;
  readonly value: Uint32Array;
  readonly mark: Uint32Array;
  readonly place: Uint32Array;
  readonly now: Uint32Array;

  /** @param most how many there can be */
  constructor(most: number) {
    this.rankHigh = new Uint32Array(most);
    this.rankLow = new Uint32Array(most);
    this.split = new Uint8Array(most);
    this.value = new Uint32Array(most);
    this.mark = new Uint32Array(most);
    this.place = new Uint32Array(most);
    this.now = new Uint32Array(most);
  }

  add({ rankHigh, rankLow, split, value, mark }: Entries, row: number, place: number, now: number): void {
    const at = this.length++;
    this.rankHigh[at] = rankHigh[row];
    this.rankLow[at] = rankLow[row];
    this.split[at] = split[row];
    this.value[at] = value[row];
    this.mark[at] = mark[row];
    this.place[at] = place;
    this.now[at] = now;
  }

  end(): void {}

  forEach(visit: (matches: Matches, row: number) => void): void {
    for (let row = 0; row < this.length; row++) visit(this, row);
  }
}
