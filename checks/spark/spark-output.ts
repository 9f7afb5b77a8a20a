import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import { asyncBufferFromFile, type Compressors, parquetReadObjects } from 'hyparquet';
import { SPLIT_NAMES } from '../../src/model/rows.ts';
import type { PlannedDataset } from '../../src/spark/plan.ts';
import type { SparkReport } from '../../src/spark/report.ts';

// A TextDecoder drops a mark at a text's start, which is part of the text.
const parsers = { stringFromBytes: (bytes: Uint8Array) => Buffer.from(bytes).toString() };
const compressors: Compressors = { ZSTD: (input) => new Uint8Array(zstdDecompressSync(input)) };

/** What Spark made of a dataset, to be compared. */
export interface SparkOutput {
  /** As src/engine/content-hash.ts has it. */
  readonly contentSha256: string;
  readonly rows: Readonly<Record<string, readonly string[]>>;
  readonly files: number;
  readonly dropped: readonly string[];
}

/** Reads the shards and the dropped rows of a dataset. */
export async function readOutput(folder: string, { texts, label }: PlannedDataset): Promise<SparkOutput> {
  const hash = createHash('sha256');
  const rows: Record<string, string[]> = {};
  let files = 0;
  for (const split of SPLIT_NAMES) {
    const shards = await partsOf(path.join(folder, split));
    const objects = [];
    for (const shard of shards) {
      objects.push(
        ...(await parquetReadObjects({ file: await asyncBufferFromFile(shard), compressors, parsers })),
      );
    }
    files += shards.length;
    hash.update(`${split}\n`).update(uint32(objects.length));
    rows[split] = objects.map((object) => {
      const text = texts.map(({ column }) => object[column]).join('\u001f');
      const bytes = Buffer.from(text);
      hash
        .update(uint32(Number(object[label.column])))
        .update(uint32(bytes.length))
        .update(bytes);
      return `${object[label.column]} ${text}`;
    });
  }
  const dropped = [];
  for (const part of await partsOf(path.join(folder, 'dropped'))) dropped.push(await readFile(part, 'utf8'));
  const lines = dropped.join('').split('\n').slice(0, -1);
  return {
    contentSha256: hash.digest('hex'),
    rows,
    files,
    dropped: lines.map((line) => JSON.stringify(JSON.parse(line))),
  };
}

/** What report.json says. */
export async function readReport(out: string): Promise<SparkReport> {
  const [part] = await partsOf(path.join(out, 'report.json'));
  return JSON.parse(await readFile(part, 'utf8'));
}

async function partsOf(folder: string): Promise<string[]> {
  const names = await readdir(folder);
  return names
    .filter((name) => name.startsWith('part-'))
    .sort()
    .map((name) => path.join(folder, name));
}

function uint32(number: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(number);
  return bytes;
}
