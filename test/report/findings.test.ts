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
    "Krippendorff's alpha of 3 annotators over 1,200 texts is 0.81.",
    'Near copies in another split: test of train 12, eval of train 3, test of eval 0; 5 rows of train left out for it; 1 row without a word to compare.',
    'Personal data in the texts: email 3 in 2 rows, phone 1 in 1 row, which were redacted.',
  ]);
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
    "Krippendorff's alpha of 2 annotators over 2 texts has no meaning, as all values are the same.",
    'No personal data was found in the texts.',
  ]);
});

test('have ids in the summary only, to be unfolded, and harmless', () => {
  const section = findingSection(FINDINGS);
  expect(section).toContain('<summary>Ids of rows that disagree</summary>\n\n17, ');
  expect(section).toContain('| Ids | Splits | Similarity |');
  expect(section).toMatch(/^\| 90125, .* \| train, test \| 0\.93 \|$/m);
  expect(section).not.toMatch(/<img|^::error|@all/m);
  expect(section.match(/<\/details>/g)).toHaveLength(2);
  const mail = writeText(describeRun(runReport({ datasets: [FINDINGS] }), RUN_PLACE, 'https://hub.example'));
  expect(mail).toContain('is 0.81. Near copies in another split');
  expect(mail).not.toMatch(/90125|<img/);
});
