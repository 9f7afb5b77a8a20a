// Compares two row indexes of the given number of rows, written to temporary files, and prints CPU time and peak memory.
// usage: diff-indexes.ts <rows>
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { diskSink } from '../src/engine/disk/disk-sink.ts';
import { diffIndexes, type IndexedVersion } from '../src/engine/row-index/diff-indexes.ts';
import { IndexWriter } from '../src/engine/row-index/index-writer.ts';
import { SPLIT_NAMES } from '../src/model/rows.ts';

const rows = Number(process.argv[2]);
const folder = mkdtempSync(path.join(tmpdir(), 'diff-'));
try {
  const [before, now] = [write('before', 0), write('now', 1)];
  const written = process.memoryUsage.rss();
  const start = process.cpuUsage();
  const { added, removed, relabelled, same } = await diffIndexes(before, now, { hasClasses: true });
  const { user, system } = process.cpuUsage(start);
  console.log(`${rows} rows: added ${added}, removed ${removed}, relabelled ${relabelled}, same ${same}`);
  const peak = process.resourceUsage().maxRSS / 1024;
  console.log(
    `CPU ${((user + system) / 1e6).toFixed(1)} s, peak ${peak.toFixed(0)} MB, of which before the comparison ${(written / 1e6).toFixed(0)} MB`,
  );
} finally {
  rmSync(folder, { recursive: true });
}

/** Writes an index: of two of them, one row in 100 differs in its rank and one in 50 in its class. */
function write(name: string, version: number): IndexedVersion {
  const file = path.join(folder, name);
  const index = new IndexWriter(diskSink(file), rows);
  const splits = { train: Math.round(rows * 0.8), eval: Math.round(rows * 0.1), test: 0 };
  splits.test = rows - splits.train - splits.eval;
  let place = 0;
  for (const [number, split] of SPLIT_NAMES.entries()) {
    for (let row = 0; row < splits[split]; row++, place++) {
      const step = Math.floor(2 ** 32 / rows);
      index.add(
        {
          rankHigh: place * step,
          rankLow: (Math.imul(place, 2_654_435_761) + (place % 100 === 0 ? version : 0)) >>> 0,
          split: number,
          value: (place + (place % 50 === 1 ? version : 0)) % 4,
        },
        'confirmed',
      );
    }
  }
  index.end();
  return { content: { file }, splits };
}
