import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Preparation, UsableRows } from '../../../src/engine/engine.ts';
import { createPreparer } from '../../../src/engine/preparer.ts';
import { createRowEngine } from '../../../src/engine/row-engine.ts';
import type { EarlierRows } from '../../../src/engine/row-index/row-index.ts';
import { MersenneTwister } from '../../../src/engine/split/mersenne-twister.ts';
import type { DatasetDefinition } from '../../../src/model/definition.ts';
import type { FileContent } from '../../../src/model/file.ts';
import type { Progress } from '../../../src/model/progress.ts';
import type { DescribedColumn } from '../../../src/model/selection.ts';
import { parseSplit } from '../../../src/model/split-shares.ts';
import type { DatasetTarget } from '../../../src/model/target.ts';
import { hasSpans, TASK_NAMES, TASKS, type Task } from '../../../src/model/tasks.ts';
import { DEFAULT_TRUST, type TrustSettings } from '../../../src/model/trust.ts';
import { readCorrections } from '../../../src/pipeline/read-corrections.ts';
import { targetOf } from '../../support/built-in.ts';
import { compiledWorker } from '../../support/compiled-worker.ts';
import { correctionsOf, type Row } from '../../support/corrections-of.ts';
import { describedColumns, taskDefinition } from '../../support/tasks.ts';

const WORKER = await compiledWorker('spark/engine-worker');
const COUNT = 900;
/** Rows after which they go to disk: at once, while the corrections are read, and while the sample is. */
const SPILLED_AT = [500, 1, 800];

let temp: string;
beforeAll(async () => {
  temp = await mkdtemp(path.join(tmpdir(), 'engines-'));
});
afterAll(() => rm(temp, { recursive: true }));

/** An instant of which some corrections are in the future, by more than clocks differ. */
const NOW = new Date(1000 * (1.7e9 + 20 - 300));

const MORE: DescribedColumn[] = [
  { name: 'team', type: 'text', category: 'S', elementCategory: null },
  { name: 'who', type: 'text', category: 'S', elementCategory: null },
  { name: 'at', type: 'timestamp with time zone', category: 'D', elementCategory: null },
  { name: 'guess', type: 'text', category: 'S', elementCategory: null },
  { name: 'note', type: 'text', category: 'S', elementCategory: null },
  { name: 'amount', type: 'numeric', category: 'N', elementCategory: null },
  { name: 'sure', type: 'jsonb', category: 'U', elementCategory: null },
];

/** Probabilities of the three classes: usable ones, none, and what gives none. */
const SURE = [
  null,
  '[1]',
  '[0.2, 0.5, 0.3]',
  '{"praise": 1}',
  '{"bug": 0.7, "praise": 0.3}',
  '[0.1, 0.1, 0.8]',
  '{}',
];

/** Spans of any text, of another class, and beyond the end of a text. */
const SPANS = [
  '[]',
  '[{"start":0,"end":3,"label":"bug"}]',
  '[{"start":0,"end":3,"label":"bug"}]',
  '[{"start":1,"end":2,"label":"praise"},{"start":2,"end":4,"label":"bug"}]',
  '[{"start":0,"end":3,"label":"other"}]',
  '[{"start":0,"end":3000,"label":"bug"}]',
  null,
];

/** Rows of a task: texts and ids that come again, near copies, values that disagree, NULLs, and what cannot be used. */
function rowsOf(task: Task, from: number, random: MersenneTwister): Row[] {
  const below = (end: number) => Math.floor((random.uint32() / 2 ** 32) * end);
  const pick = <T>(...choices: readonly T[]): T => choices[below(choices.length)];
  const text = () => {
    const number = below(2) === 0 ? below(60) : 100 + 60 * below(60) + below(60);
    const words = Array.from(
      { length: 8 + ((number >> 1) % 5) },
      (_, word) => `word${(number >> 1) * 7 + word}`,
    );
    return pick(
      `${words.join(' ')} ${number}`,
      `${words.join('  ')} ${number} `,
      `<b>${words.join(' ')}</b> ${number}`,
      pick(
        pick(`${words.join(' ')} ${number}\u200B`, `${words.join(' \u2060 ')} ${number}`),
        pick(
          `caf\u00e9 ${number % 20}`,
          `cafe\u0301 ${number % 20}`,
          `ca\u00adfe\u0301 ${number % 20}\ufeff`,
        ),
        pick(`one\ntwo ${number % 20}`, `one\r\ntwo ${number % 20}`, `one\rtwo ${number % 20}`),
      ),
      pick(
        null,
        '  ',
        `call 9841234567 ${number} a@example.org`,
        `ordinary text number ${number} of some words`,
      ),
    );
  };
  const label = () => pick('bug', 'bug', ' question', 'praise', 'praises', 'other');
  const made = Array.from({ length: COUNT }, (_, index) => ({
    id: pick(
      `${from + index}`,
      `${from + index}`,
      `${from + index}`,
      `id ${from + index} ${'x'.repeat(100)}`,
      pick(null, '', `shared ${below(50)}`, `shared ${below(50)}`, `${'y'.repeat(400)}${below(40)}`),
    ),
    text: text(),
    text_a: text(),
    text_b: pick('one', 'two', text()),
    prompt: text(),
    completion: pick('yes', 'no', null),
    chosen: pick('yes', 'no', 'perhaps'),
    rejected: pick('yes\u00ad', 'perhaps', 'no'),
    messages: pick(
      JSON.stringify([
        { role: 'user', content: text() ?? 'x' },
        { role: 'assistant', content: pick('yes', 'no') },
      ]),
      '{}',
    ),
    label: task === 'unpaired-preference' ? pick('true', 'false') : pick(label(), label(), null),
    labels: pick('["bug"]', '["praise","bug"]', '[]', '["other"]', null),
    spans: SPANS[index % SPANS.length],
    score: pick('1', '2.5', 'NaN', null),
    team: pick(null, 'north', 'south', `team ${below(40)}`),
    who: pick(null, 'ann', 'bob', 'cid', 'dee'),
    at: pick(null, `${1.7e9 + below(40)}`, 'Infinity'),
    guess: pick('bug', 'praise', 'nothing'),
    note: pick(null, 'a', `note ${below(500)}`),
    amount: pick(null, '1', '2.25'),
    sure: SURE[index % SURE.length],
  }));
  // As a join with a table of changes gives them.
  return made.map((row, index) => {
    if (index % 9 > 0 || index === 0) return row;
    const { label: one, labels, spans, score, who, at, note } = row;
    return { ...made[index - 1], label: one, labels, spans, score, who, at, note };
  });
}

async function read(
  targets: readonly DatasetTarget[],
  rows: { corrections: readonly Row[]; confirmed: readonly Row[] },
  spillAt: number | null,
  ledgers: readonly EarlierRows[] = [],
) {
  const columns = [...describedColumns(targets[0].task), ...MORE];
  const corrections = correctionsOf(rows, columns);
  const spilled: number[] = [];
  const progress = {
    readingRows() {},
    readRows() {},
    spilling: (_: string, count: number) => spilled.push(count),
  } as unknown as Progress;
  const engine = createRowEngine({
    memoryLimit: spillAt === null ? Number.POSITIVE_INFINITY : 0,
    rowsALook: spillAt ?? 1,
    temp,
    workerFile: WORKER,
    prepare: createPreparer({ threadRows: Number.POSITIVE_INFINITY, threadBytes: Number.POSITIVE_INFINITY }),
  });
  const database = {
    withSnapshot: <T>(work: (snapshot: ReturnType<typeof correctionsOf>) => Promise<T>) => work(corrections),
  };
  const found = await readCorrections({ database, engine, progress, now: () => NOW }, targets);
  const told = [];
  for (const [number, target] of targets.entries()) {
    const { rows: readRows } = found.get(target)!;
    try {
      told.push(await tellOf(await readRows.settle(), target, ledgers[number] ?? null));
    } finally {
      await readRows.close();
    }
  }
  return { told, spilled, left: await readdir(temp) };
}

async function tellOf(
  usable: UsableRows,
  { fractions, settings, trust }: DatasetTarget,
  earlier: EarlierRows | null,
) {
  const told = {
    length: usable.length,
    counts: usable.counts,
    classRows: [...usable.classRows()],
    conflictIds: usable.conflictIds(20),
    dropped: textOf(usable),
  };
  const { nearDuplicates, dropNearDuplicates } = trust;
  const earlierSplit = { ...fractions, seed: 7, folded: true, byRole: true };
  const searched = { nearDuplicates, dropNearDuplicates };
  const ledger = earlier === null ? {} : { ledger: earlier.content };
  const options = {
    fractions,
    method: settings.splitMethod,
    seed: settings.randomState,
    review: true,
    listIds: true,
    ...searched,
    earlierSplit,
    ...ledger,
  } as const;
  const prepared = await usable.prepare(options);
  const index = await prepared.rowIndex(earlier);
  const indexed = (await bytesOf(index.file)).toString('base64');
  if (earlier !== null) {
    // The ledger was matched once; read and matched anew, as after a retry, it makes the same.
    const anew = await prepared.rowIndex({ ...earlier, content: { ...earlier.content } });
    expect(anew.changes).toEqual(index.changes);
    expect((await bytesOf(anew.file)).equals(Buffer.from(indexed, 'base64'))).toBe(true);
  }
  const files = await prepared.dataFiles();
  return {
    ...told,
    changes: index.changes,
    index: indexed,
    dataset: prepared.dataset,
    nearDuplicates: prepared.nearDuplicates,
    review: reviewOf(prepared),
    rowIds: await rowIdsOf(prepared),
    droppedThen: textOf(usable),
    files: await Promise.all(
      files.map(async (file) => ({
        split: file.split,
        path: file.path,
        size: file.size,
        sha256: file.sha256,
        bytes: (await bytesOf(file)).toString('base64'),
      })),
    ),
  };
}

function reviewOf({ review }: Preparation) {
  if (review === null) return null;
  return { ...review.counts, lines: Buffer.concat([...review.lines()]).toString() };
}

async function rowIdsOf({ rowIds }: Preparation): Promise<string> {
  const content = 'lines' in rowIds! ? { chunks: [...rowIds.lines()] } : { file: rowIds!.file };
  return (await bytesOf(content as FileContent)).toString();
}

function textOf(usable: UsableRows): string {
  return Buffer.concat([...usable.droppedLines()]).toString();
}

async function bytesOf(file: FileContent): Promise<Buffer<ArrayBuffer>> {
  return file.chunks === undefined ? readFile(file.file) : Buffer.concat(file.chunks);
}

function target(definition: DatasetDefinition, trust: Partial<TrustSettings> = {}): DatasetTarget {
  return { ...targetOf(definition, { correctRatio: 0.7 }), trust: { ...DEFAULT_TRUST, ...trust } };
}

/** The same with other shares, so that some texts are in another split. */
function splitOtherwise(target: DatasetTarget): DatasetTarget {
  return { ...target, fractions: parseSplit('80/8/12') };
}

/** Datasets of a task that read the same rows in different ways. */
function datasetsOf(task: Task): DatasetTarget[] {
  const source = taskDefinition(task).source;
  const of = (name: string, changes: Partial<DatasetDefinition>, trust?: Partial<TrustSettings>) =>
    target(taskDefinition(task, { source, name, ...changes }), trust);
  const roles = { annotator: 'who', time: 'at' };
  return [
    of('kept', { keep: ['note', 'amount'] }, { dropNearDuplicates: 'train' }),
    of('grouped', { columns: { group: 'team' }, keep: ['amount'] }),
    of('cleaned', { clean: hasSpans(task) ? ['urls', 'whitespace'] : ['html', 'urls', 'whitespace'] }),
    of('latest', { columns: roles, keep: ['note'] }, { annotators: 'latest' }),
    of('majority', { columns: { ...roles, group: 'team' } }, { annotators: 'majority' }),
    ...(task === 'text-classification'
      ? [
          of('plain', {}),
          of('unsearched', {}, { nearDuplicates: 'none' }),
          of('unanimous', { columns: roles }),
          of('private', {}, { pii: { find: ['email', 'phone'], action: 'redact', region: 'NP' } }),
          of('careful', {}, { pii: { find: ['email'], action: 'drop', region: null } }),
          of('guessed', { columns: { predicted: 'guess' } }),
          of('confident', { columns: { confidence: 'sure', group: 'team' } }),
          of(
            'doubted',
            { columns: { ...roles, confidence: 'sure' }, keep: ['note'] },
            { nearDuplicates: 'none' },
          ),
        ]
      : []),
  ];
}

describe.each(TASK_NAMES)('%s', (task) => {
  const random = new MersenneTwister(TASK_NAMES.indexOf(task));
  const rows = { corrections: rowsOf(task, 0, random), confirmed: rowsOf(task, 10_000, random) };
  const targets = datasetsOf(task);

  test('rows on disk make the same as rows in memory, from wherever they go there', async () => {
    const fewer = { ...rows, corrections: rows.corrections.slice(100) };
    const before = await read(targets.map(splitOtherwise), fewer, null);
    const ledgers = before.told.map(({ index }) => ({
      content: { chunks: [Buffer.from(index, 'base64')] },
      isContinued: true,
    }));
    const inMemory = await read(targets, rows, null, ledgers);
    for (const { changes } of inMemory.told) expect(changes!.removed + changes!.added).toBeGreaterThan(0);
    expect(inMemory.told.some(({ dataset: { counts } }) => counts.dropped.moved! > 0)).toBe(true);
    expect(inMemory.spilled).toEqual([]);
    const [{ dataset, nearDuplicates, droppedThen, rowIds }] = inMemory.told;
    const listed = rowIds
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(Object.groupBy(listed, ({ split }) => split)).toMatchObject({
      train: { length: dataset.splitSizes.train },
      eval: { length: dataset.splitSizes.eval },
      test: { length: dataset.splitSizes.test },
    });
    const { dropped } = dataset.nearDuplicates!;
    expect(dropped).toBeGreaterThan(0);
    expect(nearDuplicates!.examples.length).toBeGreaterThan(0);
    expect(droppedThen.match(/"near-duplicate"/g)).toHaveLength(dropped);
    const { counts } = inMemory.told[0];
    expect(counts.dropped.corrected).toBeGreaterThan(5);
    expect(counts.dropped.keptColumn).toBeGreaterThan(5);
    expect(counts.dropped.outvoted).toBeGreaterThan(5);
    if (TASKS[task].value !== null) expect(counts.conflictingIds).toBeGreaterThan(0);
    if (TASKS[task].value !== null) expect(counts.repeatedIds).toBeGreaterThan(counts.conflictingIds!);
    const reviews = inMemory.told.map(({ review }) => review);
    const isReviewed = !['number', null].includes(TASKS[task].holds);
    expect(reviews.map((review) => review !== null)).toEqual(
      targets.map(
        ({ trust, columns }) =>
          columns.confidence !== undefined || (isReviewed && trust.nearDuplicates === 'count'),
      ),
    );
    if (isReviewed) {
      expect(reviews[1]!['near-duplicate-corrected']).toBeGreaterThan(5);
      expect(reviews[1]!.lines).not.toContain('word');
    }
    for (const [index, { counts: found, review }] of inMemory.told.entries()) {
      if (targets[index].columns.confidence === undefined) continue;
      for (const rowsOfKind of Object.values(found.confidence!)) expect(rowsOfKind).toBeGreaterThan(20);
      expect(review!['confident-learning']).toBeGreaterThan(5);
      expect(review!.lines.match(/"confident-learning"/g)).toHaveLength(review!['confident-learning']!);
    }
    for (const spillAt of SPILLED_AT.slice(0, task === 'text-classification' ? 3 : 1)) {
      const onDisk = await read(targets, rows, spillAt, ledgers);
      expect(onDisk.spilled).toEqual([spillAt]);
      for (const [index, told] of onDisk.told.entries()) {
        expect(told).toEqual(inMemory.told[index]);
        const isSearched = targets[index].trust.nearDuplicates === 'count';
        expect([told.nearDuplicates !== null, told.dataset.nearDuplicates !== null]).toEqual([
          isSearched,
          isSearched,
        ]);
      }
      expect(onDisk.left).toEqual([]);
    }
  });
});

describe('with split-method: sklearn', () => {
  const random = new MersenneTwister(20);
  const rows = {
    corrections: rowsOf('text-classification', 0, random),
    confirmed: rowsOf('text-classification', 10_000, random),
  };
  const few = Array.from({ length: 23 }, (_, index) => ({
    id: `${index}`,
    text: `text ${index}`,
    label: index < 3 ? 'bug' : 'praise',
  }));
  const { source } = taskDefinition('text-classification');
  const of = (name: string, changes: Partial<DatasetDefinition>, trust: Partial<TrustSettings> = {}) => {
    const declared = target(taskDefinition('text-classification', { source, name, ...changes }), trust);
    return { ...declared, settings: { ...declared.settings, splitMethod: 'sklearn' as const } };
  };
  const roles = { annotator: 'who', time: 'at' };
  const targets = [
    of('plain', {}),
    of('kept', { keep: ['note', 'amount'] }, { dropNearDuplicates: 'train' }),
    of('latest', { columns: roles, keep: ['note'] }, { annotators: 'latest' }),
    of('majority', { columns: { ...roles, confidence: 'sure' } }, { annotators: 'majority' }),
  ];
  const builtIn = of('built-in', { source: { ...source, origin: 'built-in' }, clean: 'python' });

  test.each([
    ['declared', targets],
    ['built-in', [builtIn]],
  ])('%s rows on disk make the same as rows in memory, from wherever they go there', async (_, targets) => {
    const inMemory = await read(targets, rows, null);
    expect(inMemory.spilled).toEqual([]);
    const { splitSizes, numSamples } = inMemory.told[0].dataset;
    expect(splitSizes.test).toBe(Math.ceil((numSamples - splitSizes.train) / 2));
    for (const spillAt of targets.length === 1 ? SPILLED_AT : SPILLED_AT.slice(0, 1)) {
      const onDisk = await read(targets, rows, spillAt);
      expect(onDisk.spilled).toEqual(targets.map(() => spillAt));
      for (const [index, told] of onDisk.told.entries()) expect(told).toEqual(inMemory.told[index]);
      expect(onDisk.left).toEqual([]);
    }
  });

  test('rows on disk take less memory than their texts do in memory', async () => {
    const run = async (limit: number) => {
      const file = path.join(import.meta.dirname, 'peak.ts');
      const { stdout } = await promisify(execFile)(process.execPath, [file, String(limit), temp]);
      const [peak, hash] = stdout.trim().split(' ');
      return { peak: Number(peak), hash };
    };
    const [inMemory, onDisk] = [await run(1e12), await run(1)];
    expect(onDisk.hash).toBe(inMemory.hash);
    expect(onDisk.peak).toBeLessThan(0.75 * inMemory.peak);
  });

  test('rows on disk are refused as rows in memory are', async () => {
    const refusalOf = (spillAt: number | null) =>
      read(targets.slice(0, 1), { corrections: few, confirmed: [] }, spillAt).then(
        () => null,
        (error: Error) => error.message,
      );
    const refusal = await refusalOf(null);
    expect(refusal).toContain('split-method: sklearn');
    expect(await refusalOf(1)).toBe(refusal);
  });
});
