import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import type { Preparation } from '../../src/engine/engine.ts';
import { createPreparer } from '../../src/engine/preparer.ts';
import { createRowEngine } from '../../src/engine/row-engine.ts';
import type { EarlierRows } from '../../src/engine/row-index/row-index.ts';
import type { Progress } from '../../src/model/progress.ts';
import { parseSplit } from '../../src/model/split-shares.ts';
import type { DatasetTarget } from '../../src/model/target.ts';
import { TASK_NAMES } from '../../src/model/tasks.ts';
import { DEFAULT_TRUST } from '../../src/model/trust.ts';
import { readCorrections } from '../../src/pipeline/read-corrections.ts';
import { targetOf } from '../support/built-in.ts';
import { compiledWorker } from '../support/compiled-worker.ts';
import { correctionsOf, type Row } from '../support/corrections-of.ts';
import { describedColumns, taskDefinition } from '../support/tasks.ts';

const WORKER = await compiledWorker('spark/engine-worker');
/** Each task with and without groups; more by the variable, as 200 before a release. */
const HISTORIES = Number(process.env.HISTORIES ?? 4 * TASK_NAMES.length);
const VERSIONS = 20;
/** Histories of one task, with and without groups, whose rows go to disk, as each version starts a thread there. */
const ON_DISK = [0, TASK_NAMES.length];
const SHARES = parseSplit('50/25/25');

let temp: string;
beforeAll(async () => {
  temp = await mkdtemp(path.join(tmpdir(), 'promise-'));
});
afterAll(() => rm(temp, { recursive: true }));

/** A row of the database, as a history changes it. */
interface Entry {
  readonly id: string;
  text: number;
  value: number;
  team: string;
  isReviewed: boolean;
}

/** Random numbers that are the same in each run (mulberry32, https://gist.github.com/tommyettinger/46a874533244883189143505d203312c). */
function randomOf(seed: number): (end: number) => number {
  let state = seed;
  return (end) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % end;
  };
}

/** What happens to the rows between two versions: any of the lines of the table in docs/reference/splits.md. */
function change(entries: Entry[], gone: Entry[], below: (end: number) => number, nextId: () => string): void {
  for (let event = 0; event < 6; event++) {
    const entry = entries[below(entries.length)];
    switch (below(9)) {
      case 0:
        entry.text = below(60);
        break;
      case 1:
        entry.value = below(2);
        break;
      case 2:
        gone.push(...entries.splice(entries.indexOf(entry), entries.length > 20 ? 1 : 0));
        break;
      case 3:
        entries.push(...gone.splice(below(gone.length + 1), 1));
        break;
      case 4:
        entry.isReviewed = true;
        break;
      case 5:
        entry.team = `team ${below(8)}`;
        break;
      case 6:
        entries.push({
          id: nextId(),
          text: entry.text,
          value: entry.value,
          team: `team ${below(8)}`,
          isReviewed: true,
        });
        break;
      case 7:
        entries.push({ ...entry, id: nextId(), isReviewed: below(2) === 0 });
        break;
      default:
        entries.push({
          id: nextId(),
          text: below(60),
          value: below(2),
          team: `team ${below(8)}`,
          isReviewed: false,
        });
    }
  }
}

/** A row as the SELECTs give it: the same text in several forms. */
function rowOf({ id, text, value, team }: Entry): Row {
  const form =
    Number(id) % 3 === 0 ? `cafe\u0301 of the text number ${text}` : `caf\u00e9 of the text number ${text}`;
  const [one, other] = [`answer a of ${text}`, `answer b of ${text}`];
  return {
    id,
    team,
    text: form,
    text_a: form,
    text_b: 'another text',
    prompt: `${form} of ${text % 7}`,
    completion: one,
    chosen: value === 0 ? one : other,
    rejected: value === 0 ? other : one,
    messages: JSON.stringify([
      { role: 'user', content: form },
      { role: 'assistant', content: one },
    ]),
    label: ['bug', 'praise'][value],
    labels: JSON.stringify(value === 0 ? ['bug'] : ['bug', 'praise']),
    spans: JSON.stringify([{ start: 0, end: 3, label: ['bug', 'praise'][value] }]),
    score: String(value),
  };
}

test(`no row changes sides between train, eval and test in ${HISTORIES} histories of ${VERSIONS} versions`, async () => {
  const sizes = { published: 0, moved: 0, scattered: 0, tooFew: 0 };
  for (let history = 0; history < HISTORIES; history++) {
    const task = TASK_NAMES[history % TASK_NAMES.length];
    const isGrouped = Math.floor(history / TASK_NAMES.length) % 2 === 1;
    const definition = taskDefinition(task, isGrouped ? { columns: { group: 'team' } } : {});
    const target: DatasetTarget = {
      ...targetOf(definition, { correctRatio: 0.7 }),
      fractions: SHARES,
      trust: { ...DEFAULT_TRUST, nearDuplicates: 'none' },
    };
    const below = randomOf(history);
    let ids = 0;
    const nextId = () => String(++ids);
    const entries: Entry[] = Array.from({ length: 30 }, () => ({
      id: nextId(),
      text: below(60),
      value: below(2),
      team: `team ${below(8)}`,
      isReviewed: below(3) > 0,
    }));
    const gone: Entry[] = [];
    const seen = new Map<unknown, unknown>();
    let earlier: EarlierRows | null = null;
    for (let version = 0; version < VERSIONS; version++) {
      if (version > 0) change(entries, gone, below, nextId);
      const made = await publish(target, entries, earlier, ON_DISK.includes(history));
      if (made === null) {
        sizes.tooFew++;
        continue;
      }
      earlier = { content: { chunks: [made.index] }, isContinued: true };
      sizes.published++;
      sizes.moved += made.dropped.moved ?? 0;
      sizes.scattered += made.dropped.severalSplits ?? 0;
      for (const { rank, split, origin } of made.lines) {
        if (origin === 'earlier') continue;
        expect([history, version, rank, seen.get(rank) ?? split]).toEqual([history, version, rank, split]);
        seen.set(rank, split);
      }
    }
  }
  // The histories are of use only if such rows are met.
  expect(sizes.published).toBeGreaterThan(0.8 * HISTORIES * VERSIONS);
  expect(sizes.moved).toBeGreaterThan(HISTORIES);
  expect(sizes.scattered).toBeGreaterThan(HISTORIES);
});

/** Makes a version of the rows; null when they are too few. */
async function publish(
  target: DatasetTarget,
  entries: readonly Entry[],
  earlier: EarlierRows | null,
  isOnDisk: boolean,
) {
  const { task, columns, fractions } = target;
  const rows = {
    corrections: entries.filter(({ isReviewed }) => isReviewed).map(rowOf),
    confirmed: entries.filter(({ isReviewed }) => !isReviewed).map(rowOf),
  };
  const corrections = correctionsOf(rows, describedColumns(task, ['team']));
  const engine = createRowEngine({
    memoryLimit: isOnDisk ? 0 : Number.POSITIVE_INFINITY,
    rowsALook: 1,
    temp,
    workerFile: WORKER,
    prepare: createPreparer({ threadRows: Number.POSITIVE_INFINITY }),
  });
  const progress = { readingRows() {}, readRows() {}, spilling() {} } as unknown as Progress;
  const database = {
    withSnapshot: <T>(work: (snapshot: typeof corrections) => Promise<T>) => work(corrections),
  };
  const found = await readCorrections({ database, engine, progress, now: () => new Date(0) }, [target]);
  const { rows: read } = found.get(target)!;
  try {
    const usable = await read.settle();
    const { group } = columns;
    const ledger = earlier === null || group === undefined ? {} : { ledger: earlier.content };
    const prepared = await usable.prepare({
      fractions,
      method: 'stable',
      seed: 42,
      nearDuplicates: 'none',
      dropNearDuplicates: 'none',
      ...ledger,
    });
    const index = await indexBytes(prepared, earlier);
    if (earlier !== null) {
      // A ledger that was matched with the rows makes the same index as one that is read anew.
      const anew = await indexBytes(prepared, { ...earlier, content: { ...earlier.content } });
      expect(Buffer.compare(anew, index)).toBe(0);
    }
    const lines = await parquetReadObjects({ file: index.buffer, compressors });
    return { lines, index, dropped: prepared.dataset.counts.dropped };
  } catch (error) {
    // An error of a thread is of another realm.
    if (/too few: train, eval and test/.test(String(error))) return null;
    throw error;
  } finally {
    await read.close();
  }
}

async function indexBytes(
  prepared: Preparation,
  earlier: EarlierRows | null,
): Promise<Uint8Array<ArrayBuffer>> {
  const { file } = await prepared.rowIndex(earlier);
  return Uint8Array.from(file.chunks === undefined ? await readFile(file.file) : Buffer.concat(file.chunks));
}
