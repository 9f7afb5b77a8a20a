import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { ChunkedBlob } from '../../src/files/chunked-blob.ts';

const PIECES = ['ab', '', 'cde', 'f'].map((text) => new Uint8Array(Buffer.from(text)));

test('is the bytes of its pieces, however they are read', async () => {
  const blob = new ChunkedBlob(PIECES);
  expect(blob.size).toBe(6);
  expect(await blob.text()).toBe('abcdef');
  expect(Buffer.from(await blob.arrayBuffer()).toString()).toBe('abcdef');
  expect(Buffer.from(await blob.bytes()).toString()).toBe('abcdef');
  expect(await new Response(blob.stream()).text()).toBe('abcdef');
});

test('is cut as a Blob is', async () => {
  const blob = new ChunkedBlob(PIECES);
  const copy = new Blob(PIECES);
  const positions = [undefined, 0, 1, 2, 5, 6, 9, -1, -4, -9];
  for (const start of positions) {
    for (const end of positions) {
      const slice = blob.slice(start, end);
      expect(await slice.text()).toBe(await copy.slice(start, end).text());
      expect(slice.size).toBe(copy.slice(start, end).size);
    }
  }
  expect(await blob.slice(1, 5).slice(1, 3).text()).toBe('cd');
});

test('is sent by fetch with its length, again and again', async () => {
  const server = createServer(async (request, response) => {
    const hash = createHash('sha256');
    for await (const chunk of request) hash.update(chunk);
    response.end(`${request.headers['content-length']} ${hash.digest('hex')}`);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const pieces = [1, 2, 3].map((value) => new Uint8Array(1 << 20).fill(value));
  const blob = new ChunkedBlob(pieces);
  const sha256 = createHash('sha256').update(Buffer.concat(pieces)).digest('hex');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  for (let time = 0; time < 2; time++) {
    const answer = await fetch(url, { method: 'PUT', body: blob });
    expect(await answer.text()).toBe(`${3 << 20} ${sha256}`);
  }
  server.close();
});
