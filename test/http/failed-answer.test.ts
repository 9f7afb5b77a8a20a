import { expect, test } from '@jest/globals';
import { isPassing, mayHaveActed, waitMsOf } from '../../src/http/failed-answer.ts';

test.each([undefined, 408, 500, 502, 503, 504, 505, 507, 520, 524, 530])(
  'after %s a server may have acted, and may answer otherwise the next time',
  (status) => {
    expect([mayHaveActed(status), isPassing(status)]).toEqual([true, true]);
  },
);

test.each([301, 400, 401, 403, 404, 407, 409, 410, 412, 422, 428, 430, 431, 451, 501])(
  'after %d it has not, and will not',
  (status) => {
    expect([mayHaveActed(status), isPassing(status)]).toEqual([false, false]);
  },
);

test('after 429 it has not, but will', () => {
  expect([mayHaveActed(429), isPassing(429)]).toEqual([false, true]);
});

test.each<[number, Record<string, string>, number | undefined]>([
  [503, {}, undefined],
  [503, { 'Retry-After': '0' }, 0],
  [403, { 'Retry-After': '7' }, 7000],
  [429, { 'Retry-After': 'soon' }, undefined],
  [429, { 'Retry-After': 'soon', RateLimit: '"api";r=0;t=3' }, 3000],
  [429, { 'Retry-After': '1', RateLimit: '"api";r=0;t=3' }, 1000],
  [429, { 'Retry-After': 'Thu, 01 Jan 1970 00:00:00 GMT' }, 0],
  [429, { RateLimit: '"api"; r=0; t=3' }, 3000],
  [429, { RateLimit: '"api";r=1;t=3' }, undefined],
  [503, { RateLimit: '"api";r=0;t=3' }, undefined],
])('the wait that a %d with %j tells', (status, headers, expected) => {
  expect(waitMsOf(status, new Headers(headers))).toBe(expected);
});

test('a wait that is told as a date', () => {
  const headers = new Headers({ 'Retry-After': new Date(Date.now() + 5000).toUTCString() });
  expect(waitMsOf(503, headers)).toBeGreaterThan(3000);
  expect(waitMsOf(503, headers)).toBeLessThanOrEqual(5000);
});
