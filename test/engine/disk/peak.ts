// Prepares rows with long texts by split-method: sklearn, and prints the peak of this process in MB and the hash of the
// rows. Usage: peak.ts <memory limit in bytes> <folder>
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createRowEngine } from '../../../src/engine/row-engine.ts';
import type { Corrections } from '../../../src/model/corrections.ts';
import type { Progress } from '../../../src/model/progress.ts';
import { DEFAULT_TRUST } from '../../../src/model/trust.ts';
import { readCorrections } from '../../../src/pipeline/read-corrections.ts';
import { targetOf } from '../../support/built-in.ts';
import { correctionsOf } from '../../support/corrections-of.ts';
import { describedColumns, taskDefinition } from '../../support/tasks.ts';

const ROWS = 40_000;
const TEXT_BYTES = 8000;
const LABELS = ['bug', 'question', 'praise'].map((label) => Buffer.from(label));

const [limit, temp] = process.argv.slice(2);
const target = {
  ...targetOf(taskDefinition('text-classification'), { splitMethod: 'sklearn' }),
  trust: { ...DEFAULT_TRUST, nearDuplicates: 'none' as const },
};
const engine = createRowEngine({
  memoryLimit: Number(limit),
  temp,
  workerFile: path.resolve(import.meta.dirname, '../../../src/spark/engine-worker.ts'),
});
const text = Buffer.alloc(TEXT_BYTES);
const corrections: Corrections = {
  ...correctionsOf({ corrections: [], confirmed: [] }, describedColumns('text-classification')),
  async all({ fields }, _, onRow) {
    for (let index = 0; index < ROWS; index++) {
      text.fill(`${index} `);
      const values = { text, label: LABELS[index % LABELS.length], id: Buffer.from(`${index}`) };
      onRow(fields.map((field) => values[field!.column as keyof typeof values]));
    }
    return ROWS;
  },
};
const database = { withSnapshot: <T>(work: (snapshot: Corrections) => Promise<T>) => work(corrections) };
const progress = { readingRows() {}, readRows() {}, spilling() {} } as unknown as Progress;
const found = await readCorrections({ database, engine, progress, now: () => new Date() }, [target]);
const { rows } = found.get(target)!;
const usable = await rows.settle();
const { fractions, settings } = target;
const prepared = await usable.prepare({
  fractions,
  method: settings.splitMethod,
  seed: settings.randomState,
  nearDuplicates: 'none',
  dropNearDuplicates: 'none',
});
await prepared.dataFiles();
console.log(peakKilobytes() / 1024, prepared.dataset.contentSha256);
await prepared.close();
await rows.close();

/** On Linux, `maxRSS` begins with the peak of the process that started this one. */
function peakKilobytes(): number {
  const status = '/proc/self/status';
  if (!existsSync(status)) return process.resourceUsage().maxRSS;
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(status, 'utf8'))![1]);
}
