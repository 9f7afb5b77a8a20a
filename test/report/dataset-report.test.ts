import { expect, test } from '@jest/globals';
import { type DatasetReport, realStatus } from '../../src/report/dataset-report.ts';
import { datasetReport, heldReport, type ReportOf } from '../support/reports.ts';

test('a dry run has the status that a real run would have, and every other report its own', () => {
  const statuses = [
    datasetReport(),
    datasetReport({ status: 'skipped' }),
    heldReport({ status: 'dry-run', would: 'held' }),
  ].map(realStatus);
  expect(statuses).toEqual(['published', 'skipped', 'held']);
});

test('a report that its status rules out does not compile', () => {
  const { error: _, ...withoutError } = datasetReport({ status: 'failed' });
  const { pullRequest: __, ...unchanged } = datasetReport({ status: 'unchanged' });
  const published: ReportOf<'published'> = datasetReport();
  const reports: DatasetReport[] = [
    // @ts-expect-error A version that was published has a tag.
    { ...published, tag: null },
    // @ts-expect-error A version that was published is new.
    { ...published, isNewVersion: false },
    // @ts-expect-error Data without a version waits in a pull request.
    { ...unchanged, tag: null, commit: null, isNewVersion: false, pullRequest: null },
    // @ts-expect-error A dataset that was skipped has no contents.
    { ...datasetReport({ status: 'skipped' }), contents: published.contents },
    // @ts-expect-error A dataset that is held has a version only where it is announced.
    { ...heldReport(), tag: published.tag, commit: published.commit, isNewVersion: false },
    // @ts-expect-error A dataset that failed has an error.
    withoutError,
    // @ts-expect-error A dry run says what a real run would do.
    { ...datasetReport({ status: 'dry-run' }), would: null },
    // @ts-expect-error A real run has no status that it would have.
    { ...published, status: 'skipped' },
  ];
  expect(reports).toHaveLength(8);
});
