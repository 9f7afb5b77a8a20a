import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PreparingThread } from '../../src/engine/thread.ts';
import { parseSplit } from '../../src/model/split-shares.ts';

const HOW = {
  fractions: parseSplit('80/10/10'),
  method: 'stable',
  seed: 42,
  dropNearDuplicates: 'none',
} as const;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'thread-'));
});

afterAll(() => rm(folder, { recursive: true }));

/** A thread that answers the first request and then runs some code. */
async function start(code: string, signal?: AbortSignal) {
  const file = path.join(folder, `${Math.random()}.mjs`);
  await writeFile(
    file,
    `import { parentPort } from 'node:worker_threads'; parentPort.once('message', () => { parentPort.postMessage('ready'); ${code} });`,
  );
  const thread = new PreparingThread(file, { kind: 'memory' }, { name: 'urgency', signal });
  expect(await thread.settle()).toBe('ready');
  return thread;
}

test('a thread that has ended is told when it is asked, however late', async () => {
  const thread = await start('');
  await new Promise((resolve) => setTimeout(resolve, 200));
  await expect(thread.prepare(HOW)).rejects.toThrow('The thread that prepares urgency ended early, with 0.');
  await thread.close();
});

test('what a thread throws while it is asked nothing is thrown when it is', async () => {
  const thread = await start(`setTimeout(() => { throw new Error('out of luck'); }, 10)`);
  await new Promise((resolve) => setTimeout(resolve, 200));
  await expect(thread.prepare(HOW)).rejects.toThrow('out of luck');
  await thread.close();
});

test('one that is asked after a cancellation gives its reason', async () => {
  const cancellation = new AbortController();
  const thread = await start('setInterval(() => undefined, 1000)', cancellation.signal);
  cancellation.abort(new Error('cancelled'));
  await new Promise((resolve) => setTimeout(resolve, 200));
  await expect(thread.prepare(HOW)).rejects.toThrow('cancelled');
});
