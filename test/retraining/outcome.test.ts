import { expect, test } from '@jest/globals';
import type { Poll } from '../../src/http/poll.ts';
import { explainUnfinished } from '../../src/retraining/outcome.ts';

test.each<[Poll<string>['end'], string | null, string, string]>([
  [
    'time',
    'https://x/1',
    'queued',
    'It did not end within 1.5 minutes: it is queued. Raise timeout-minutes, or check its state. https://x/1',
  ],
  [
    'time',
    null,
    '',
    'It did not end within 1.5 minutes: it is in an unknown state. Raise timeout-minutes, or check its state.',
  ],
  [
    'cancelled',
    'https://x/1',
    'queued',
    'It was started and continues, but this run no longer waits for it: it is queued. https://x/1',
  ],
  ['lost', 'https://x/1', 'queued', 'It was started, but its state is unknown. https://x/1 gone for good'],
])('explains the end %s', (end, url, stage, expected) => {
  const poll = { seen: stage, end, reason: end === 'lost' ? 'gone for good' : '' };
  expect(explainUnfinished(poll, { what: 'It', stage, url, timeoutMs: 90_000 })).toBe(expected);
});
