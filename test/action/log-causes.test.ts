import { afterEach, expect, jest, test } from '@jest/globals';
import { annotate } from '../../src/action/annotations.ts';
import { GITHUB_ACTIONS } from '../../src/action/github-actions.ts';
import { logCauses } from '../../src/action/log-causes.ts';
import { datasetReport } from '../support/reports.ts';

const write = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
const printed = () => write.mock.calls.map(([text]) => String(text).trim()).filter((text) => text !== '');

afterEach(() => void write.mockClear());

const refused = Object.assign(new RangeError('a row CANARY'), { code: '22P02', stack: 'CANARY' });
const error = new TypeError('read failed: CANARY', { cause: refused });

test('an error and its causes are told by name and code, and never in words', () => {
  logCauses(GITHUB_ACTIONS, error);
  expect(printed()).toEqual(['::debug::caused by TypeError', '::debug::caused by RangeError 22P02']);
});

test('what is no error has no causes', () => {
  logCauses(GITHUB_ACTIONS, null);
  logCauses(GITHUB_ACTIONS, 'CANARY');
  expect(printed()).toEqual([]);
});

test("a failed label's causes are told after its reason", () => {
  annotate(
    GITHUB_ACTIONS,
    datasetReport({ status: 'failed', reason: 'Why.', counts: null, contents: null, error }),
  );
  expect(printed()).toEqual([
    '::error title=urgency%3A failed::Why.',
    '::debug::caused by TypeError',
    '::debug::caused by RangeError 22P02',
  ]);
});
