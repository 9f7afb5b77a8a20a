import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Probes } from '../../src/spark/database-rows.ts';
import { ProbeCheck } from '../../src/spark/probe-check.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'probes-'));
});

afterAll(() => rm(folder, { recursive: true }));

/** Two rows whose ranks share their upper half, and one text with two classes. */
const PROBES: Probes = {
  isComplete: false,
  high: [7, 7, 9, 9],
  low: [1, 2, 5, 5],
  classIds: [0, 1, 0, 1],
  keys: ['reviewed 1', 'reviewed 2', 'reviewed 3', 'confirmed 3'],
};
const published = (rankHigh: number, rankLow: number, classId: number) => ({ rankHigh, rankLow, classId });

async function listOf(...rows: readonly (readonly [source: string, id: string, reason: string])[]) {
  const file = path.join(folder, 'part-0');
  await writeFile(
    file,
    rows.map(([source, id, reason]) => `${JSON.stringify({ id, source, reason })}\n`).join(''),
  );
  return [file];
}

/** What is wrong once these rows were published and those are listed as dropped; an empty text for nothing. */
async function problemOf(
  probes: Probes,
  rows: readonly ReturnType<typeof published>[],
  list: readonly string[],
): Promise<string> {
  const check = new ProbeCheck(probes);
  const [problem] = rows.map((row) => check.problemOf(row)).filter((each) => each !== null);
  return problem ?? check.end(folder, list).then(() => '', String);
}

const FIRST = [published(7, 1, 0), published(7, 2, 1)];

test('rows are found by text and class, and those that disagree in the list', async () => {
  const outvoted = await listOf(['confirmed', '3', 'outvoted']);
  expect(await problemOf(PROBES, [...FIRST, published(9, 5, 0)], outvoted)).toBe('');
  const conflict = await listOf(['reviewed', '3', 'conflict'], ['confirmed', '3', 'conflict']);
  for (const isComplete of [true, false])
    expect(await problemOf({ ...PROBES, isComplete }, FIRST, conflict)).toBe('');
});

test.each([
  ['of another class', [published(7, 1, 1), FIRST[1]], '1 of the 4 rows'],
  ['that are missing', [FIRST[1]], '1 of the 4 rows'],
])('rows %s are noticed', async (_, rows, message) => {
  const list = await listOf(['reviewed', '3', 'conflict'], ['confirmed', '3', 'conflict']);
  expect(await problemOf(PROBES, rows, list)).toContain(message);
});

test('no other reason explains a missing row of use, nor a source', async () => {
  for (const wrong of [
    ['reviewed', '1', 'empty'],
    ['confirmed', '1', 'conflict'],
  ] as const) {
    const list = await listOf(['reviewed', '3', 'conflict'], ['confirmed', '3', 'conflict'], wrong);
    expect(await problemOf(PROBES, [FIRST[1]], list)).toContain('1 of the 4 rows');
  }
});

test('where all rows are known, a conflict needs another class, and a row a text', async () => {
  const complete = { ...PROBES, isComplete: true };
  const list = await listOf(
    ['reviewed', '1', 'conflict'],
    ['reviewed', '3', 'conflict'],
    ['confirmed', '3', 'conflict'],
  );
  expect(await problemOf(PROBES, [FIRST[1]], list)).toBe('');
  expect(await problemOf(complete, [FIRST[1]], list)).toContain('1 of the 4 rows');
  expect(await problemOf(complete, [...FIRST, published(7, 3, 0)], list)).toBe(
    'has a text that the database does not have',
  );
  expect(await problemOf(complete, [published(7, 1, 1)], list)).toBe(
    'has a class that its text does not have in the database',
  );
  expect(await problemOf(PROBES, [...FIRST, published(7, 3, 0)], list)).toBe('');
});
