import { expect, test } from '@jest/globals';
import type { NearDuplicatesReport } from '../../src/engine/near-duplicates/report.ts';
import type { DatasetReport } from '../../src/report/dataset-report.ts';
import { describeRun } from '../../src/report/describe-run.ts';
import { findingSentences, findings } from '../../src/report/facts/findings.ts';
import { writeMarkdown } from '../../src/report/write-markdown.ts';
import { writeText } from '../../src/report/write-text.ts';
import { datasetReport, RUN_PLACE, runReport } from '../support/reports.ts';

const HOSTILE = '</details><img src=x>|@all\n::error::';
const { counts } = datasetReport();
const NEAR: NearDuplicatesReport = {
  trainTest: 12,
  trainEval: 3,
  evalTest: 0,
  dropped: 5,
  notCompared: 0,
  tooShort: 1,
  examples: [{ ids: ['90125', HOSTILE], splits: ['train', 'test'], similarity: 0.934 }],
};
const FINDINGS = datasetReport({
  counts: {
    ...counts!,
    agreement: { alpha: 0.81, texts: 1200, annotators: 3 },
    pii: {
      action: 'redact',
      rows: 2,
      found: { email: { rows: 2, finds: 3 }, phone: { rows: 1, finds: 1 }, iban: { rows: 0, finds: 0 } },
    },
  },
  conflictIds: ['17', HOSTILE],
  nearDuplicates: NEAR,
});

function findingSection(report: DatasetReport): string {
  return writeMarkdown(findings.summary(report));
}

test('are told in sentences without an id', () => {
  expect(findingSentences(FINDINGS)).toEqual([
    "The agreement of 3 annotators over 1,200 texts is 0.81 (Krippendorff's alpha; 1 is full agreement, 0 is chance).",
    'Near-duplicates: 12 of test with train, 3 of eval with train, 0 of test with eval. A near-duplicate shares at least four fifths of its words with a row of another split, so a model is tested on what it was trained on. 5 rows of train were left out because of that. 1 row has no word to compare.',
    'Personal data in the texts: e-mail addresses: 3 in 2 rows, phone numbers: 1 in 1 row. They were redacted.',
  ]);
});

test('say in one sentence that no row has a near-duplicate in another split', () => {
  const nearDuplicates = { ...NEAR, trainTest: 0, trainEval: 0, evalTest: 0, dropped: 0, tooShort: 0 };
  expect(findingSentences(datasetReport({ nearDuplicates }))).toEqual([
    'No row of a split has a near-duplicate in another split.',
  ]);
});

test.each([
  [[0, 0], 'No near-duplicates have different labels.'],
  [
    [1, 0],
    'Worth another look: 1 confirmed row has a near-duplicate that was corrected to another label. With output-dir, review.jsonl lists the ids.',
  ],
  [
    [0, 1234],
    'Worth another look: 1,234 rows have a near-duplicate with another label. With output-dir, review.jsonl lists the ids.',
  ],
])('count the rows to review: %p', ([corrected, differing], sentence) => {
  const review = { 'near-duplicate-corrected': corrected, 'near-duplicate-label': differing };
  expect(findingSentences(datasetReport({ review }))).toEqual([sentence]);
});

test('begin with what the source left out, which is harmless where it is shown', () => {
  const unjudged = [
    { text: `rows of “${HOSTILE}”`, isExpected: false, rows: 1234 },
    { text: 'rows of both', isExpected: true, rows: 1 },
  ];
  const report = datasetReport({ unjudged });
  const [sentence, ...others] = findingSentences(report);
  expect(others).toEqual([]);
  expect(sentence).toMatch(/^Left out by the source: rows of “.*”: 1,234, rows of both: 1\.$/s);
  expect(findingSection(report)).not.toMatch(/<img|^::error|@all/m);
  const mail = writeText(describeRun(runReport({ datasets: [report] }), RUN_PLACE, 'https://hub.example'));
  expect(mail).toContain('rows of both: 1.');
});

test('say so when nothing was found, and nothing where nobody looked', () => {
  expect(findingSentences(datasetReport())).toEqual([]);
  expect(findingSection(datasetReport())).toBe('');
  const none = {
    ...FINDINGS,
    nearDuplicates: null,
    counts: {
      ...counts!,
      agreement: { alpha: null, texts: 2, annotators: 2 },
      pii: { action: 'count', rows: 0, found: {} },
    },
  } as const;
  expect(findingSentences(none)).toEqual([
    "The agreement of 2 annotators over 2 texts has no Krippendorff's alpha, because all values are the same.",
    'No personal data was found in the texts.',
  ]);
});

test('have ids in the summary only, to be unfolded, and harmless', () => {
  const section = findingSection(FINDINGS);
  expect(section).toContain('<summary>Ids of rows in conflict</summary>\n\n17, ');
  expect(section).toContain('| Ids | Splits | Shared words |');
  expect(section).toMatch(/^\| 90125, .* \| train, test \| 93\.4 % \|$/m);
  expect(section).not.toMatch(/<img|^::error|@all/m);
  expect(section.match(/<\/details>/g)).toHaveLength(2);
  const mail = writeText(describeRun(runReport({ datasets: [FINDINGS] }), RUN_PLACE, 'https://hub.example'));
  expect(mail).toContain("is 0.81 (Krippendorff's alpha; 1 is full agreement, 0 is chance). Near-duplicates");
  expect(mail).not.toMatch(/90125|<img/);
});
