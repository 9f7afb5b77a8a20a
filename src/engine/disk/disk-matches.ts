import type { Entries } from '../row-index/entries.ts';
import { type Matches, type MatchStore, MemoryMatches } from '../row-index/matches.ts';
import { AppendFile } from './append-file.ts';
import { forEachRecord, LENGTH_BYTES } from './record-file.ts';

/** Length, rank, value, mark, place, value of the row and split of a record, little-endian. */
const RECORD_BYTES = LENGTH_BYTES + 25;
const BUFFER_BYTES = 1 << 15;

/** Matches on disk, in a file. */
export class DiskMatches implements MatchStore {
  readonly #file: AppendFile;

  /** @throws SpillError */
  constructor(file: string) {
    this.#file = new AppendFile(file, BUFFER_BYTES);
  }

  /** @throws SpillError */
  add({ rankHigh, rankLow, split, value, mark }: Entries, row: number, place: number, now: number): void {
    const at = this.#file.reserve(RECORD_BYTES);
    const { buffer } = this.#file;
    buffer.writeUInt32LE(RECORD_BYTES, at);
    const numbers = at + LENGTH_BYTES;
    buffer.writeUInt32LE(rankHigh[row], numbers);
    buffer.writeUInt32LE(rankLow[row], numbers + 4);
    buffer.writeUInt32LE(value[row], numbers + 8);
    buffer.writeUInt32LE(mark[row], numbers + 12);
    buffer.writeUInt32LE(place, numbers + 16);
    buffer.writeUInt32LE(now, numbers + 20);
    buffer.writeUInt8(split[row], numbers + 24);
  }

  /** @throws SpillError */
  end(): void {
    this.#file.close();
  }

  /** @throws SpillError */
  forEach(visit: (matches: Matches, row: number) => void): void {
    const one = new MemoryMatches(1);
    forEachRecord(this.#file.file, ({ buffer, start }) => {
      const numbers = start + LENGTH_BYTES;
      one.rankHigh[0] = buffer.readUInt32LE(numbers);
      one.rankLow[0] = buffer.readUInt32LE(numbers + 4);
      one.value[0] = buffer.readUInt32LE(numbers + 8);
      one.mark[0] = buffer.readUInt32LE(numbers + 12);
      one.place[0] = buffer.readUInt32LE(numbers + 16);
      one.now[0] = buffer.readUInt32LE(numbers + 20);
      one.split[0] = buffer[numbers + 24];
      visit(one, 0);
    });
  }
}
