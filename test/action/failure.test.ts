import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { annotateFailure, describeFailure } from '../../src/action/failure.ts';
import { GITHUB_ACTIONS } from '../../src/action/github-actions.ts';
import { InputError } from '../../src/action/input-error.ts';
import { ConfigError } from '../../src/config/problems.ts';

const PROBLEM = { message: 'It is wrong.', file: 'a/b.yml', line: 7, column: 3 };

let printed: string;

beforeEach(() => {
  printed = '';
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += text;
    return true;
  });
});

afterEach(() => {
  jest.restoreAllMocks();
});

test('a problem is shown on its line, and the failure says only where', () => {
  const text = annotateFailure(
    GITHUB_ACTIONS,
    new InputError(['wait must be true or false'], new ConfigError([PROBLEM])),
  );
  expect(printed.trim()).toBe('::error file=a/b.yml,line=7,col=3::It is wrong.');
  expect(text).toBe(
    'The inputs cannot be used.\n- wait must be true or false\n- a/b.yml: 1 problem in line 7, reported as an error',
  );
});

test('a failure says that there are more problems than were kept, and those that have no file', () => {
  const problems = [PROBLEM, { ...PROBLEM, line: 2 }, { ...PROBLEM, file: null }];
  const error = new ConfigError(problems, true);
  expect(annotateFailure(GITHUB_ACTIONS, error).split('\n')).toEqual([
    'The datasets that config declares cannot be prepared.',
    '- a/b.yml: 2 problems between lines 2 and 7, each reported as an error',
    '- config:7:3: It is wrong.',
    '- There are more problems than these.',
  ]);
  expect(printed.match(/::error/g)).toHaveLength(2);
});

test('whoever sees no annotation is told every problem, after its place', () => {
  expect(describeFailure(new ConfigError([PROBLEM]))).toBe(
    'The datasets that config declares cannot be prepared.\n- a/b.yml:7:3: It is wrong.',
  );
  expect(describeFailure(new Error('Gone.'))).toBe('Gone.');
  expect(annotateFailure(GITHUB_ACTIONS, new Error('Gone.'))).toBe('Gone.');
});
