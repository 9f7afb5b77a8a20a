import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createOutputFolder } from '../../src/action/output-folder.ts';

const [A, B, C] = ['a', 'b', 'c'].map((digit) => digit.repeat(64));
const SPLITS = { train: 2, eval: 1, test: 1 };
const ROWS = [
  { split: 'train', id: 'line\u2028separator', source: 'confirmed' },
  { split: 'train', id: '2', source: 'reviewed' },
  { split: 'eval', id: '', source: 'reviewed' },
  { split: 'test', id: '4\n', source: 'confirmed' },
];
const TEXT = ROWS.map((row) => `${JSON.stringify(row)}\n`).join('');
const LINES = { lines: () => [Buffer.from(TEXT)] };

let root: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'out-'));
});
afterEach(() => rm(root, { recursive: true }));

const fileOf = (hash: string) => `row_ids-${hash.slice(0, 16)}.jsonl`;
const files = async () => (await readdir(path.join(root, 'teams'))).sort();

async function read(dataset: string, contentSha256: string) {
  const ids = await createOutputFolder(root).idsOf(dataset, { contentSha256, splits: SPLITS });
  if (ids === null) return null;
  const rows: unknown[] = [];
  for await (const row of ids) rows.push(row);
  return rows;
}

test('ids of a content are read as they were written, from lines or a file', async () => {
  const folder = createOutputFolder(root);
  await folder.writeRowIds('teams', LINES, { contentSha256: A, before: null });
  expect(await read('teams', A)).toEqual(ROWS);
  const file = path.join(root, 'ids');
  await writeFile(file, TEXT);
  await folder.writeRowIds('teams', { file, size: Buffer.byteLength(TEXT) }, { contentSha256: B, before: A });
  expect(await read('teams', B)).toEqual(ROWS);
  expect([
    await read('teams', C),
    await read('others', A),
    await read(`../${path.basename(root)}/teams`, A),
  ]).toEqual([null, null, null]);
});

test('the ids of this content and of the one before stay', async () => {
  const folder = createOutputFolder(root);
  await folder.writeRowIds('teams', LINES, { contentSha256: A, before: null });
  await writeFile(path.join(root, 'teams', 'row_ids-mine.jsonl'), '');
  await folder.writeRowIds('teams', LINES, { contentSha256: B, before: A });
  await folder.writeRowIds('teams', LINES, { contentSha256: B, before: B });
  expect(await files()).toEqual([fileOf(A), fileOf(B), 'row_ids-mine.jsonl']);
  await folder.writeRowIds('teams', LINES, { contentSha256: C, before: B });
  expect(await files()).toEqual([fileOf(B), fileOf(C), 'row_ids-mine.jsonl']);
  await folder.writeRowIds('teams', LINES, { contentSha256: A, before: null });
  expect(await files()).toEqual([fileOf(A), 'row_ids-mine.jsonl']);
});

test('a file that does not have the row at each place is refused, and no link is followed', async () => {
  await mkdir(path.join(root, 'teams'));
  const file = path.join(root, 'teams', fileOf(A));
  const lines = TEXT.split('\n');
  for (const [text, line] of [
    [lines.slice(1).join('\n'), 2],
    [lines.slice(0, 3).join('\n'), 3],
    [`${lines.slice(0, 3).join('\n')}\n`, 4],
    [`${TEXT}${lines[3]}\n`, 5],
    [TEXT.replace('"id":"2"', '"id":2'), 2],
    [TEXT.replace('"source":"reviewed"', '"source":null'), 2],
    [`${TEXT}x`, 5],
    [`x${TEXT}`, 1],
  ] as const) {
    await writeFile(file, text);
    await expect(read('teams', A)).rejects.toThrow(
      `Line ${line} of ${file} is not the id of the row at its place`,
    );
  }
  await writeFile(path.join(root, 'elsewhere'), TEXT);
  await rm(file);
  await symlink(path.join(root, 'elsewhere'), file);
  expect(await read('teams', A)).toBeNull();
});

test('a list of rows that differ is written whole, or not at all', async () => {
  const folder = createOutputFolder(root);
  const lines = async function* () {
    yield Buffer.from('{}\n');
  };
  const file = await folder.writeDifference('teams', 'difference.jsonl', lines());
  expect(await readFile(file, 'utf8')).toBe('{}\n');
  await writeFile(path.join(root, 'teams', fileOf(A)), 'x\n');
  const ids = await folder.idsOf('teams', { contentSha256: A, splits: SPLITS });
  const broken = (async function* () {
    yield Buffer.from('{"change":"added"}\n');
    for await (const { id } of ids!) yield Buffer.from(id);
  })();
  await expect(folder.writeDifference('teams', 'difference.jsonl', broken)).rejects.toThrow('Line 1 of');
  expect(await readFile(file, 'utf8')).toBe('{}\n');
  expect(await files()).toEqual(['difference.jsonl', fileOf(A)]);
});
