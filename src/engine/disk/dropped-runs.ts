import path from 'node:path';
import { compareDropped, DROP_REASONS, type DroppedRow } from '../rows/dropped-rows.ts';
import { AppendFile } from './append-file.ts';
import { LENGTH_BYTES, RecordFile } from './record-file.ts';

/** Rows that are sorted in memory, and written together. */
const RUN_ROWS = 1 << 16;
const BUFFER_BYTES = 1 << 16;

/** Keeps the dropped rows of a dataset on disk in sorted runs, which are merged when the rows are listed. */
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
    for (const row of this.#rows.sort(compareDropped)) write(file, row);
    file.close();
    this.files.push(file.file);
    this.#rows = [];
  }
}

/** The rows of sorted runs in the order of {@link compareDropped}; each is valid until the next. @throws SpillError */
export function* mergedRuns(files: readonly string[]): Generator<DroppedRow> {
  const runs: { records: RecordFile; row: DroppedRow }[] = [];
  const opened = files.map((file) => new RecordFile(file));
  try {
    for (const records of opened) if (records.next()) runs.push({ records, row: read(records) });
    runs.sort((a, b) => compareDropped(a.row, b.row));
    while (runs.length > 0) {
      const [first] = runs;
      yield first.row;
      if (!first.records.next()) {
        runs.shift();
        continue;
      }
      first.row = read(first.records);
      let place = 1;
      while (place < runs.length && compareDropped(runs[place].row, first.row) < 0) {
        runs[place - 1] = runs[place];
        place++;
      }
      runs[place - 1] = first;
    }
  } finally {
    for (const records of opened) records.close();
  }
}

// Length, source, reason, id.
function write(file: AppendFile, { source, id, reason }: DroppedRow): void {
  const length = LENGTH_BYTES + 2 + id.length;
  let at = file.reserve(length);
  at = file.buffer.writeUInt32LE(length, at);
  at = file.buffer.writeUInt8(source === 'confirmed' ? 1 : 0, at);
  at = file.buffer.writeUInt8(DROP_REASONS.indexOf(reason), at);
  file.buffer.set(id, at);
}

function read({ buffer, start }: RecordFile): DroppedRow {
  const end = start + buffer.readUInt32LE(start);
  return {
    source: buffer[start + LENGTH_BYTES] === 1 ? 'confirmed' : 'corrections',
    reason: DROP_REASONS[buffer[start + LENGTH_BYTES + 1]],
    id: Uint8Array.prototype.slice.call(buffer, start + LENGTH_BYTES + 2, end),
  };
}
