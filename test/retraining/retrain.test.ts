import { describe, expect, test } from '@jest/globals';
import { GitHubApiError } from '../../src/github/github-api.ts';
import { started } from '../../src/retraining/outcome.ts';
import { type Marks, type Retraining, retrain } from '../../src/retraining/retrain.ts';
import { hashOf } from '../../src/retraining/target-identity.ts';
import { checkEvent } from '../../src/retraining/target-names.ts';
import { isWaitedFor, type RetrainingTarget } from '../../src/retraining/targets.ts';

const TARGET = { kind: 'repository-dispatch', name: 'a-new-version', repository: null, payload: {} } as const;
const VERSION = { name: 'tone', repo: 'owner/tone', tag: 'v20260102_030405', commit: null };
const HOME = { repository: 'o/r', datasetRepo: VERSION.repo };
const MARK = `retrained-${VERSION.tag}-a-new-version-${hashOf(TARGET, HOME)}`;

/** Triggers the target; `set` is whether this run is the first to mark it. */
async function run(given: Partial<Retraining> & { set?: boolean; clear?: () => Promise<void> } = {}) {
  const { set = true, clear = async () => {}, ...rest } = given;
  const marked: string[] = [];
  const marks: Marks = {
    async set(mark) {
      marked.push(mark);
      return set;
    },
    async clear(mark) {
      await clear();
      marked.splice(marked.indexOf(mark), 1);
    },
  };
  const report = await retrain({
    target: TARGET,
    version: VERSION,
    repository: 'o/r',
    marks,
    force: false,
    missing: async () => null,
    start: async () => started({ stage: 'queued' }),
    signal: new AbortController().signal,
    ...rest,
  });
  return { ...report, marked };
}

const fails = (problem: string, mayStillRun: boolean) => async () => started({ problem, mayStillRun });
const throws = (mayHaveHappened: boolean) => async () => {
  throw new GitHubApiError('No answer.', { mayHaveHappened, cause: null });
};

describe('one target of one version', () => {
  test('is started and stays marked', async () => {
    expect(await run()).toMatchObject({ result: 'triggered', stage: 'queued', reason: null, marked: [MARK] });
  });

  test('is started once, unless it is forced', async () => {
    const reason = `${VERSION.tag} was triggered before (tag ${MARK} of datasets/owner/tone). Set force to trigger it again.`;
    expect(await run({ set: false })).toMatchObject({ result: 'already-triggered', reason, marked: [MARK] });
    expect(await run({ set: false, force: true })).toMatchObject({ result: 'triggered', marked: [MARK] });
  });

  test('that comes to nothing is to be tried again', async () => {
    expect(await run({ start: fails('It ended.', false) })).toMatchObject({
      result: 'failed',
      reason: 'It ended.',
      marked: [],
    });
    expect(await run({ start: throws(false) })).toMatchObject({ reason: 'No answer.', marked: [] });
  });

  test('that is not there is not marked, though forced', async () => {
    const missing = async () => 'There is no such Space.';
    const start = async () => {
      throw new Error('started');
    };
    for (const force of [false, true]) {
      expect(await run({ missing, start, force })).toMatchObject({
        result: 'failed',
        reason: 'There is no such Space.',
        marked: [],
      });
    }
  });

  test('that may still come to something is not', async () => {
    expect(await run({ start: fails('It takes long.', true) })).toMatchObject({
      result: 'failed',
      reason: 'It takes long.',
      marked: [MARK],
    });
    const reason = 'No answer. The target may have been started. If not, set force.';
    expect(await run({ start: throws(true) })).toMatchObject({ result: 'failed', reason, marked: [MARK] });
  });

  test('that was marked by an earlier run keeps the mark', async () => {
    const forced = { set: false, force: true };
    expect(await run({ ...forced, start: fails('It ended.', false) })).toMatchObject({ marked: [MARK] });
    expect(await run({ ...forced, start: throws(false) })).toMatchObject({ marked: [MARK] });
  });

  test('whose mark cannot be taken away says so', async () => {
    const clear = async () => {
      throw new Error('The Hub is away.');
    };
    expect(await run({ start: throws(false), clear })).toMatchObject({
      reason: `No answer. The tag ${MARK} of datasets/owner/tone could not be deleted either, so a rerun needs force: The Hub is away.`,
      marked: [MARK],
    });
  });

  test('is not started by a run that was cancelled', async () => {
    const signal = AbortSignal.abort();
    const reason = 'The run ended before anything was started.';
    expect(await run({ signal })).toMatchObject({ result: 'failed', reason, marked: [] });
  });
});

describe('what makes targets the same', () => {
  const hash = (payload: Readonly<Record<string, unknown>>) => hashOf({ ...TARGET, payload }, HOME);

  test('the order of names does not count', () => {
    expect(hash({ a: 1, b: { c: [1, 2], d: null } })).toBe(hash({ b: { d: null, c: [1, 2] }, a: 1 }));
  });

  test.each<[unknown, unknown]>([
    [
      [1, 2],
      [2, 1],
    ],
    [['a'], { 0: 'a' }],
    ['1', 1],
    [null, 'null'],
    [true, false],
    [{ x: 1 }, { x: 2 }],
    [
      [['a'], 'b'],
      ['a', ['b']],
    ],
  ])('%j is not %j', (one, other) => {
    expect(hash({ value: one })).not.toBe(hash({ value: other }));
  });
});

test('an event has at most 100 characters on one line', () => {
  expect(checkEvent('e'.repeat(100))).toBeNull();
  expect(checkEvent('e'.repeat(101))).toMatch(/at most 100/);
  expect(checkEvent('two\nlines')).toMatch(/one line/);
});

test.each([
  [{ kind: 'space', waitFor: 'RUNNING' }, true],
  [{ kind: 'space', waitFor: null }, false],
  [{ kind: 'workflow', wait: true }, true],
  [{ kind: 'job', wait: false }, false],
  [{ kind: 'repository-dispatch' }, false],
])('of %j the end is waited for: %j', (target, isWaited) => {
  expect(isWaitedFor(target as RetrainingTarget)).toBe(isWaited);
});
