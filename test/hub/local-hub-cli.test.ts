import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { commit } from '@huggingface/hub';
import { afterEach, describe, expect, test } from '@jest/globals';

const TOKEN = 'hf_writer_secret';
const REPO = 'owner/data';

describe('command line', () => {
  const cli = path.join(import.meta.dirname, '../support/local-hub/cli.ts');

  const children: ChildProcess[] = [];

  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
  });

  async function startCli(...args: string[]): Promise<{ child: ChildProcess; url: string }> {
    const child = spawn(process.execPath, [cli, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    children.push(child);
    const [line] = await once(createInterface({ input: child.stdout! }), 'line');
    return { child, url: JSON.parse(line).url };
  }

  async function stop(child: ChildProcess): Promise<unknown> {
    child.kill('SIGTERM');
    return (await once(child, 'exit'))[0];
  }

  test('serves until SIGTERM, and goes on from its state file', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'local-hub-'));
    const args = [
      '--token',
      `${TOKEN}:owner`,
      '--token',
      'hf_reader:owner:read',
      '--state-file',
      path.join(folder, 'state'),
    ];
    const first = await startCli(...args);
    const repo = { type: 'dataset', name: REPO } as const;
    const headers = { Authorization: `Bearer ${TOKEN}`, 'Content-Type': 'application/json' };
    const body = JSON.stringify({ type: 'dataset', name: 'data', organization: 'owner', private: true });
    await fetch(`${first.url}/api/repos/create`, { method: 'POST', headers, body });
    const operations = [
      { operation: 'addOrUpdate' as const, path: 'a.txt', content: new Blob(['small']) },
      { operation: 'addOrUpdate' as const, path: 'a.parquet', content: new Blob(['large']) },
    ];
    await commit({ repo, hubUrl: first.url, accessToken: TOKEN, title: 'Add', operations, useXet: false });
    expect(await stop(first.child)).toBe(0);

    const second = await startCli(...args);
    const read = async (file: string) => {
      const asReader = { headers: { Authorization: 'Bearer hf_reader' } };
      return (await fetch(`${second.url}/datasets/${REPO}/resolve/main/${file}`, asReader)).text();
    };
    expect([await read('a.txt'), await read('a.parquet')]).toEqual(['small', 'large']);
    expect(await stop(second.child)).toBe(0);
    await rm(folder, { recursive: true });
  });
});
