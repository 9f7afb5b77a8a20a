import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { TriggerMarks } from '../../src/hub/trigger-marks.ts';
import type { FaultKind } from '../support/http/faults.ts';
import type { LocalHub } from '../support/local-hub/server.ts';
import { errorOf, hubOptions, startHub } from './hub-scene.ts';

const REPO = 'owner/marked';
const MARK = 'retrained-v1-train-0123456789abcdef';
let hub: LocalHub;

beforeAll(async () => {
  hub = await startHub();
});

afterAll(() => hub.close());

beforeEach(() => {
  const { tags, head } = hub.createRepo(REPO);
  tags.set('v1', { commit: head.id, message: '' });
  hub.faults.clear();
  hub.clearRequests();
});

function open(): TriggerMarks {
  return new TriggerMarks(REPO, hubOptions(hub));
}

function tags(): string[] {
  return [...hub.repo(REPO).tags.keys()].filter((tag) => tag !== 'v1').sort();
}

const claimed = [MARK, expect.stringMatching(new RegExp(`^${MARK}-by-[0-9a-f]{16}$`))];

describe('a mark', () => {
  test('is set once, with a claim that stays, and taken away with it', async () => {
    const marks = open();
    expect(await marks.set(MARK, 'v1', 'Set')).toBe(true);
    expect(tags()).toEqual(claimed);
    expect(hub.repo(REPO).tags.get(MARK)?.message).toBe('Set');
    expect(await marks.set(MARK, 'v1', 'Set')).toBe(false);
    expect(await open().set(MARK, 'v1', 'Set')).toBe(false);
    expect(tags()).toEqual(claimed);
    await marks.clear(MARK);
    expect(tags()).toEqual([]);
    await marks.clear(MARK);
  });

  test('of another run leaves no claim behind', async () => {
    const run = async () => void (await open().set(MARK, 'v1', 'First'));
    hub.faults.add({ method: 'POST', path: /\/tag\/v1$/, skip: 1, when: 'before', kind: { run } });
    expect(await open().set(MARK, 'v1', 'Second')).toBe(false);
    expect(tags()).toEqual(claimed);
    expect(hub.repo(REPO).tags.get(MARK)?.message).toBe('First');
  });

  test('of another run is taken away without the claim of that run', async () => {
    await open().set(MARK, 'v1', 'First');
    await open().clear(MARK);
    expect(tags()).toEqual([claimed[1]]);
  });
});

describe('an answer that is lost', () => {
  const kinds: [string, FaultKind][] = [
    ['500', { status: 500 }],
    ['a reset', 'reset'],
  ];

  test.each(kinds)('to a mark that was set (%s)', async (_, kind) => {
    hub.faults.add({ method: 'POST', path: /\/tag\/v1$/, skip: 1, when: 'after', kind });
    expect(await open().set(MARK, 'v1', 'Set')).toBe(true);
    expect(tags()).toEqual(claimed);
  });

  test.each(kinds)('to a claim (%s)', async (_, kind) => {
    hub.faults.add({ method: 'POST', path: /\/tag\/v1$/, when: 'after', kind });
    expect(await open().set(MARK, 'v1', 'Set')).toBe(true);
    expect(tags()).toEqual(claimed);
  });

  test.each(kinds)('to a mark that was not set (%s): nothing stays behind', async (_, kind) => {
    hub.faults.add({ method: 'POST', path: /\/tag\/v1$/, skip: 1, when: 'before', kind });
    expect(await errorOf(open().set(MARK, 'v1', 'Set'))).toMatchObject({ name: 'HubError' });
    expect(tags()).toEqual([]);
  });

  test.each(kinds)('while another run sets the mark (%s): nobody can tell whose it is', async (_, kind) => {
    const path = /\/tag\/v1$/;
    const run = async () => void (await open().set(MARK, 'v1', 'First'));
    hub.faults.add(
      { method: 'POST', path, skip: 1, when: 'before', kind: { run } },
      { method: 'POST', path, skip: 1, when: 'before', kind },
    );
    const error = await errorOf(open().set(MARK, 'v1', 'Second'));
    expect(error.message).toContain('it is unclear which one set it');
    expect(tags()).toEqual(claimed);
  });
});

test('a refusal is told, and leaves nothing behind', async () => {
  hub.faults.add({ method: 'POST', path: /\/tag\/v1$/, skip: 1, when: 'before', kind: { status: 403 } });
  expect(await errorOf(open().set(MARK, 'v1', 'Set'))).toMatchObject({ status: 403 });
  expect(tags()).toEqual([]);
});

test.each(['null', '[]', '{"tags":7}'])(
  'tags that are %s are told as an answer that cannot be read',
  async (body) => {
    hub.faults.add({ path: /\/refs$/, when: 'before', kind: { status: 200, body } });
    expect((await errorOf(open().set(MARK, 'v1', 'Set'))).message).toContain('could not be read');
  },
);
