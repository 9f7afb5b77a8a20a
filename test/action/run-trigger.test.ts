import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { readRunTrigger } from '../../src/action/run-trigger.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'event-'));

afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ['{"repository":{"default_branch":"trunk"}}', 'trunk'],
  ['{"schedule":"0 3 * * *"}', null],
  ['not JSON', null],
])('reads the default branch of the event %s: %j', (event, defaultBranch) => {
  const file = path.join(folder, 'event.json');
  writeFileSync(file, event);
  const trigger = readRunTrigger({
    GITHUB_EVENT_NAME: 'push',
    GITHUB_REF: 'refs/heads/trunk',
    GITHUB_EVENT_PATH: file,
  });
  expect(trigger).toEqual({ event: 'push', ref: 'refs/heads/trunk', defaultBranch });
});

test('outside a runner there is no event', () => {
  expect(readRunTrigger({})).toEqual({ event: '', ref: '', defaultBranch: null });
});
