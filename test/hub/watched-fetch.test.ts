import { expect, test } from '@jest/globals';
import { createWatchedFetch } from '../../src/hub/watched-fetch.ts';

const URL = 'http://127.0.0.1:1/api/x';

/** A watched fetch whose requests are answered so, or not at all. */
function watched(answer: number | Error) {
  return createWatchedFetch({
    endpoint: 'http://127.0.0.1:1',
    repo: 'spaces/owner/name',
    token: async () => 'hf_token',
    retryDelaysMs: [],
    fetch: async () => {
      if (answer instanceof Error) throw answer;
      return new Response(answer === 204 ? null : '{}', { status: answer });
    },
  });
}

test.each<[string, string | undefined, number | Error, boolean]>([
  ['a look', undefined, 200, false],
  ['a look that fails', 'GET', 500, false],
  ['a change that was made', 'POST', 200, true],
  ['a change that was refused', 'POST', 403, false],
  ['a change that was sent elsewhere', 'PUT', 307, false],
  ['a change whose answer is a failure', 'POST', 500, true],
  ['a change without an answer', 'DELETE', new Error('reset'), true],
])('%s', async (_, method, answer, expected) => {
  const { fetch, mayHaveChanged } = watched(answer);
  expect(mayHaveChanged()).toBe(false);
  await fetch(URL, { method }).catch(() => undefined);
  expect(mayHaveChanged()).toBe(expected);
});

test('one change that was made is not undone by another that was refused', async () => {
  const statuses = [200, 403];
  const { fetch, mayHaveChanged } = createWatchedFetch({
    endpoint: 'http://127.0.0.1:1',
    repo: 'spaces/owner/name',
    token: async () => 'hf_token',
    retryDelaysMs: [],
    fetch: async () => new Response('{}', { status: statuses.shift() }),
  });
  await fetch(URL, { method: 'POST' });
  await fetch(URL, { method: 'POST' }).catch(() => undefined);
  expect(mayHaveChanged()).toBe(true);
});
