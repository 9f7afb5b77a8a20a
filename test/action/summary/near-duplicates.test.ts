import { expect, test } from '@jest/globals';
import { nearDuplicatesSection } from '../../../src/action/summary/near-duplicates.ts';
import type { NearDuplicatesReport } from '../../../src/report/near-duplicates.ts';
import { datasetReport } from '../../support/reports.ts';

const NOTHING: NearDuplicatesReport = {
  trainTest: 0,
  trainEval: 0,
  evalTest: 0,
  notCompared: 0,
  tooShort: 3,
  dropped: 0,
  examples: [],
};

function section(changes: Partial<NearDuplicatesReport>): string {
  return nearDuplicatesSection(datasetReport({ nearDuplicates: { ...NOTHING, ...changes } }));
}

test('says nothing where there is nothing to say', () => {
  expect(section({})).toBe('');
  expect(nearDuplicatesSection(datasetReport({ nearDuplicates: null }))).toBe('');
});

test('counts near copies, and shows some by their ids', () => {
  const text = section({
    trainTest: 1200,
    evalTest: 3,
    examples: [{ ids: ['17', '4'], splits: ['train', 'test'], similarity: 0.999 }],
  });
  expect(text).toContain('1,200 of test in train, 3 of test in eval.');
  expect(text).toContain('| 17 (train) | 4 (test) | 99 % |');
  expect(text).not.toMatch(/taken out|not all were compared/);
});

test('tells what was taken out and what was not compared', () => {
  const text = section({ dropped: 12, notCompared: 5 });
  expect(text).toContain('12 rows were taken out of train');
  expect(text).toContain('5 rows have so many similar ones');
});

test('ids are harmless however they are written', () => {
  const id = `|<b>@all[x](http://evil)\n::error::${'x'.repeat(100)}`;
  const text = section({
    trainTest: 1,
    examples: [{ ids: [id, id], splits: ['train', 'test'], similarity: 1 }],
  });
  expect(text).not.toMatch(/<b>|@all|(?<!\\)\]\(http/);
  expect(
    text
      .split('\n')
      .at(-1)
      ?.split(/(?<!\\)\|/),
  ).toHaveLength(5);
});
