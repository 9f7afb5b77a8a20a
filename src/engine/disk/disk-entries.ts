import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Entries, type Entry, type EntryStore, MemoryEntries } from '../row-index/entries.ts';
import { AppendFile } from './append-file.ts';
import { removeFile } from './partitions.ts';
import { spillError } from './spill-error.ts';

/** Rank, split, value and mark of a record, little-endian. */
const RECORD_BYTES = 17;
/** With 30 million rows, a bucket and the memory to sort it take about 60 MB. */
const BUCKET_BITS = 4;
const BUFFER_BYTES = 1 << 15;

/** Entries on disk, in a file for each range of ranks. */
export class DiskEntries implements EntryStore {
  readonly buckets = 1 << BUCKET_BITS;
  readonly #path: string;
  readonly #files: (AppendFile | undefined)[] = [];
  readonly #bucket = new MemoryEntries();
  readonly #entry = { rankHigh: 0, rankLow: 0, split: 0, value: 0, mark: 0 };

  /** @param name which its files begin with */
  constructor(folder: string, name: string) {
    this.#path = path.join(folder, name);
  }

  /** @throws SpillError */
  add({ rankHigh, rankLow, split, value, mark }: Entry): void {
    const number = rankHigh >>> (32 - BUCKET_BITS);
    this.#files[number] ??= new AppendFile(`${this.#path}-${number}`, BUFFER_BYTES);
    const file = this.#files[number];
    const at = file.reserve(RECORD_BYTES);
    const { buffer } = file;
    buffer.writeUInt32LE(rankHigh, at);
    buffer.writeUInt32LE(rankLow, at + 4);
    buffer.writeUInt32LE(value, at + 8);
    buffer.writeUInt32LE(mark, at + 12);
    buffer.writeUInt8(split, at + 16);
  }

  /** No entry can be added afterwards. @throws SpillError */
  bucket(number: number): Entries {
    this.#bucket.clear();
    const records = this.#read(this.#files[number]);
    const entry = this.#entry;
    for (let at = 0; at < records.length; at += RECORD_BYTES) {
      entry.rankHigh = records.readUInt32LE(at);
      entry.rankLow = records.readUInt32LE(at + 4);
      entry.value = records.readUInt32LE(at + 8);
      entry.mark = records.readUInt32LE(at + 12);
      entry.split = records[at + 16];
      this.#bucket.add(entry);
    }
    return this.#bucket;
  }

  close(): void {
    for (const file of this.#files) {
      file?.abandon();
      if (file !== undefined) removeFile(file.file);
    }
  }

  #read(written: AppendFile | undefined): Buffer {
    if (written === undefined) return Buffer.alloc(0);
    written.close();
    try {
      return readFileSync(written.file);
    } catch (error) {
      throw spillError(error, 'read from', path.dirname(written.file));
    }
  }
}
