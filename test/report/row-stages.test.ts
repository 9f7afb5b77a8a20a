import { expect, test } from '@jest/globals';
import { rowStages } from '../../src/report/row-stages.ts';
import { datasetReport } from '../support/reports.ts';
import { taskReport } from '../support/tasks.ts';

test('says what each stage left, dropped and why, and what the splits came to', () => {
  expect(rowStages(datasetReport())).toEqual([
    { name: 'Read', rows: 18, dropped: 0, note: 'corrections: 12, confirmed: 6' },
    { name: 'Cleaned', rows: 15, dropped: 3, note: 'no text: 1, empty after cleaning: 2' },
    { name: 'Labelled', rows: 14, dropped: 1, note: 'unknown class: 1' },
    {
      name: 'Deduplicated',
      rows: 10,
      dropped: 4,
      note: 'duplicates: 2, labels that disagree on the same text (1 text): 2',
    },
    { name: 'Split', rows: 10, dropped: 0, note: 'train: 8, eval: 1, test: 1' },
  ]);
});

test('ends before the split of a dataset that was not split, and is empty when nothing was read', () => {
  expect(rowStages(datasetReport({ status: 'skipped' })).map(({ name }) => name)).toEqual([
    'Read',
    'Cleaned',
    'Labelled',
    'Deduplicated',
  ]);
  expect(rowStages(datasetReport({ status: 'failed', counts: null }))).toEqual([]);
});

test('names no class that the database gave', () => {
  const counts = { ...datasetReport().counts!, unknownClassNames: [{ name: 'my street is dark', rows: 1 }] };
  expect(JSON.stringify(rowStages(datasetReport({ counts })))).not.toContain('my street');
});

test('says how many rows were left out for personal data', () => {
  const { dropped, stages, ...others } = datasetReport().counts!;
  const counts = { ...others, stages: { ...stages, cleaned: 13 }, dropped: { ...dropped, pii: 2 } };
  const [, cleaned] = rowStages(datasetReport({ counts }));
  expect(cleaned).toMatchObject({
    dropped: 5,
    note: 'no text: 1, empty after cleaning: 2, with personal data: 2',
  });
});

test('has the words of the task, and plurals', () => {
  const counts = { ...datasetReport().counts!, conflictingTexts: 1200 };
  const [, text, formed, copies] = rowStages(taskReport('chat', { counts }));
  expect([text.name, formed.name]).toEqual(['With text', 'Well-formed']);
  expect(text.note).toBe('no text: 1, empty: 2');
  expect(copies.note).toContain('on the same conversation (1,200 conversations): 2');
});

test('says which rows were left out by their ids or a kept column, without the advice of the warning', () => {
  const { dropped, ...counts } = datasetReport().counts!;
  const byId = { ...dropped, corrected: 5, keptColumn: 7, outvoted: 1 };
  const stageOf = (found: { conflictingTexts: number; conflictingIds?: number; repeatedIds?: number }) =>
    rowStages(datasetReport({ counts: { ...counts, ...found, dropped: byId } }))[3];
  expect(stageOf({ conflictingTexts: 1, conflictingIds: 2, repeatedIds: 3 })).toMatchObject({
    dropped: 17,
    note: 'duplicates: 2, other values than the kept row: 1, confirmed, with the id or the text of a correction: 5, other kept columns than the kept row: 7, labels that disagree on the same text (1 text) or the same id (2 ids): 2',
  });
  expect(stageOf({ conflictingTexts: 0, conflictingIds: 1, repeatedIds: 1 }).note).toMatch(
    /labels that disagree on the same id \(1 id\): 2$/,
  );
});
