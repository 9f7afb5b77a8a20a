import path from 'node:path';
import type { RowSource } from '../../model/rows.ts';
import { DROP_REASONS, type DropReason, SOURCE_NAMES } from '../rows/dropped-rows.ts';
import { toldId } from '../rows/row-ids.ts';
import { AppendFile } from './append-file.ts';
import { LENGTH_BYTES, RecordFile } from './record-file.ts';

/** A row that was dropped: sorted by its source, corrections first, the length of its id, the id and the reason. */
export interface DroppedRow {
  readonly source: RowSource;
  /** The first bytes of its id. */
  readonly id: Uint8Array;
  readonly reason: DropReason;
}

/** Rows that are sorted in memory, and written together. */
const RUN_ROWS = 1 << 16;
const BUFFER_BYTES = 1 << 16;
const CHUNK_CHARACTERS = 1 << 16;

/** The rows of a dataset that were dropped, on disk in sorted runs, which are merged when they are told. */
export class DroppedRuns {
  readonly files: string[] = [];
  readonly #folder: string;
  readonly #name: string;
  #rows: DroppedRow[] = [];

  /** @param name which its files begin with */
  constructor(folder: string, name: string) {
    this.#folder = folder;
    this.#name = name;
  }

  add({ source, id, reason }: DroppedRow): void {
    this.#rows.push({ source, id: id.slice(), reason });
    if (this.#rows.length === RUN_ROWS) this.flush();
  }

  /** Writes what is in memory. @throws SpillError */
  flush(): void {
    if (this.#rows.length === 0) return;
    const file = new AppendFile(
      path.join(this.#folder, `${this.#name}-run${this.files.length}`),
      BUFFER_BYTES,
    );
    for (const row of this.#rows.sort(compareRows)) write(file, row);
    file.close();
    this.files.push(file.file);
    this.#rows = [];
  }
}

/** Ids of the first rows that were dropped for a reason, in the order of {@link droppedLines}; `most` at most. */
export class FirstDropped {
  readonly #reason: DropReason;
  readonly #most: number;
  #rows: DroppedRow[] = [];

  constructor(reason: DropReason, most: number) {
    this.#reason = reason;
    this.#most = most;
  }

  add(row: DroppedRow): void {
    if (row.reason !== this.#reason) return;
    const after = this.#rows.findLastIndex((other) => compareRows(other, row) <= 0);
    if (after + 1 >= this.#most) return;
    this.#rows.splice(after + 1, 0, { ...row, id: row.id.slice() });
    this.#rows = this.#rows.slice(0, this.#most);
  }

  get ids(): string[] {
    return this.#rows.map(({ id }) => toldId(id));
  }
}

/** Every row of sorted runs as a line of JSON, in pieces, as `DroppedRows` tells them. @throws SpillError */
export function* droppedLines(files: readonly string[]): Generator<Uint8Array> {
  let text = '';
  for (const { source, id, reason } of merged(files)) {
    text += `${JSON.stringify({ id: toldId(id), source: SOURCE_NAMES[source], reason })}\n`;
    if (text.length < CHUNK_CHARACTERS) continue;
    yield Buffer.from(text);
    text = '';
  }
  if (text !== '') yield Buffer.from(text);
}

function* merged(files: readonly string[]): Generator<DroppedRow> {
  const runs: { records: RecordFile; row: DroppedRow }[] = [];
  const opened = files.map((file) => new RecordFile(file));
  try {
    for (const records of opened) if (records.next()) runs.push({ records, row: read(records) });
    runs.sort((a, b) => compareRows(a.row, b.row));
    while (runs.length > 0) {
      const [first] = runs;
      yield first.row;
      if (!first.records.next()) {
        runs.shift();
        continue;
      }
      first.row = read(first.records);
      let place = 1;
      while (place < runs.length && compareRows(runs[place].row, first.row) < 0) {
        runs[place - 1] = runs[place];
        place++;
      }
      runs[place - 1] = first;
    }
  } finally {
    for (const records of opened) records.close();
  }
}

function compareRows(a: DroppedRow, b: DroppedRow): number {
  if (a.source !== b.source) return a.source === 'reviewed' ? -1 : 1;
  return (
    a.id.length - b.id.length ||
    Buffer.compare(a.id, b.id) ||
    DROP_REASONS.indexOf(a.reason) - DROP_REASONS.indexOf(b.reason)
  );
}

// Length, source, reason, id.
function write(file: AppendFile, { source, id, reason }: DroppedRow): void {
  const length = LENGTH_BYTES + 2 + id.length;
  let at = file.reserve(length);
  at = file.buffer.writeUInt32LE(length, at);
  at = file.buffer.writeUInt8(source === 'pool' ? 1 : 0, at);
  at = file.buffer.writeUInt8(DROP_REASONS.indexOf(reason), at);
  file.buffer.set(id, at);
}

function read({ buffer, start }: RecordFile): DroppedRow {
  const end = start + buffer.readUInt32LE(start);
  return {
    source: buffer[start + LENGTH_BYTES] === 1 ? 'pool' : 'reviewed',
    reason: DROP_REASONS[buffer[start + LENGTH_BYTES + 1]],
    id: Uint8Array.prototype.slice.call(buffer, start + LENGTH_BYTES + 2, end),
  };
}
