// Runs the stages from the database's bytes to the data files on rows that are always the same, and prints as JSON what
// each of them costs a row: `steps`, the blocks of code that were run, or `bytes`, the memory that was asked for.
// Started by cost.ts. Usage: measure.ts steps|bytes

import { Session } from 'node:inspector/promises';
import { MemoryJob } from '../../src/engine/memory-job.ts';
import { RowCollector } from '../../src/engine/rows/collect-rows.ts';
import { TextRanker } from '../../src/engine/rows/rank.ts';
import { TextIndex } from '../../src/engine/rows/text-index.ts';
import { parseSplit } from '../../src/model/split-shares.ts';
import { CopyDecoder } from '../../src/postgres/copy-decoder.ts';
import { textDatasets, textShape } from '../../test/support/shapes.ts';

const ROWS = 20_000;
const CHUNK_BYTES = 65_536;
const shape = textShape([
  'Municipal Governance & Community Services',
  'Education, Health & Social Welfare',
  'Infrastructure, Utilities & Natural Resources',
  'Security & Law Enforcement',
]);
const counter = process.argv[2] === 'steps' ? await countSteps() : countBytes();
const costs: Record<string, number> = {};

const chunks = copyChunks();
const collector = new RowCollector(textDatasets(shape), new TextIndex(new TextRanker(42)), 42);
await counter();
const decoder = new CopyDecoder(3, (row) => collector.add('corrections', row));
for (const chunk of chunks) decoder.push(chunk);
decoder.end();
const [collected] = collector.finish();
costs.read = await counter();
const { rows, counts } = collected;
const job = new MemoryJob({ kind: 'memory', shape, columns: rows.columns, counts });
await job.prepare({
  fractions: parseSplit('80/10/10'),
  method: 'stable',
  seed: 42,
  dropNearDuplicates: 'none',
});
costs.split = await counter();
job.write();
costs.write = await counter();
await job.index(null);
costs.index = await counter();
console.log(JSON.stringify(costs));

/** Rows as PostgreSQL's COPY sends them: every third text is one to clean, every fifth a copy. */
function copyChunks(): Uint8Array[] {
  const fields = Array.from({ length: ROWS }, (_, row) => {
    const number = row % 5 === 4 ? row - 4 : row;
    const text = `वडा नं. ${number} को सडक बिग्रियो, please repair the road`;
    return [
      number % 3 === 0 ? `  <b>${text}</b>\n www.example.org` : text,
      shape.classNames[number % 4],
      `${1_000_000 + row}`,
    ];
  });
  const pieces = [Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), Buffer.alloc(8)];
  for (const row of fields) {
    pieces.push(Buffer.from([0, row.length]));
    for (const field of row) {
      const length = Buffer.alloc(4);
      length.writeInt32BE(Buffer.byteLength(field));
      pieces.push(length, Buffer.from(field));
    }
  }
  pieces.push(Buffer.from([0xff, 0xff]));
  const bytes = Buffer.concat(pieces);
  return Array.from({ length: Math.ceil(bytes.length / CHUNK_BYTES) }, (_, index) =>
    bytes.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES),
  );
}

/** Counts by V8's precise coverage, which is exact. @returns the steps a row since the last call */
async function countSteps(): Promise<() => Promise<number>> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  return async () => {
    const { result } = await session.post('Profiler.takePreciseCoverage');
    const counts = result
      .filter(({ url }) => url.startsWith('file:'))
      .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges.map(({ count }) => count)));
    return counts.reduce((sum, count) => sum + count, 0) / ROWS;
  };
}

/** Counts what lies in memory; cost.ts sees to it that nothing is collected. @returns the bytes a row since the last call */
function countBytes(): () => number {
  let before = 0;
  return () => {
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    const bytes = heapUsed + arrayBuffers - before;
    before += bytes;
    return bytes / ROWS;
  };
}
