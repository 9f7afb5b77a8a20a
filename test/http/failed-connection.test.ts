import { createServer } from 'node:net';
import { expect, test } from '@jest/globals';
import { causesOf } from '../../src/http/causes.ts';
import {
  connectionProblem,
  PROXY_CODES,
  ProxyError,
  wasNeverSent,
} from '../../src/http/failed-connection.ts';
import { closedUrl } from '../support/http/http-server.ts';
import { listen } from '../support/http/listen.ts';

const withCode = (code: unknown, cause?: unknown) => Object.assign(new Error('said', { cause }), { code });
const failed = (cause: unknown) => new TypeError('fetch failed', { cause });

test('the causes of an error come outermost first, and end with what is no error', () => {
  const inner = withCode('ECONNRESET', 'a word');
  const outer = failed(inner);
  expect([...causesOf(outer)]).toEqual([outer, inner]);
  expect([...causesOf('a word'), ...causesOf(null)]).toEqual([]);
});

test.each<[string, unknown, string, boolean]>([
  ['a refused connection', failed(withCode('ECONNREFUSED')), 'ECONNREFUSED', true],
  ['an unknown host', failed(withCode('ENOTFOUND')), 'ENOTFOUND', true],
  ['a DNS that does not answer', failed(withCode('EAI_AGAIN')), 'EAI_AGAIN', true],
  ['a network without a route', failed(withCode('ENETUNREACH')), 'ENETUNREACH', true],
  ['a host without a route', failed(withCode('EHOSTUNREACH')), 'EHOSTUNREACH', true],
  [
    'a connection that took too long',
    failed(withCode('UND_ERR_CONNECT_TIMEOUT')),
    'UND_ERR_CONNECT_TIMEOUT',
    true,
  ],
  [
    'a broken connection',
    failed(withCode('UND_ERR_SOCKET', withCode('ECONNRESET'))),
    'UND_ERR_SOCKET',
    false,
  ],
  ['an abort, whose code is a number', failed(withCode(20)), '', false],
  ['an answer that cannot be read', new SyntaxError('Unexpected token'), '', false],
  ['no error at all', 'a word', '', false],
  [
    'a proxy that refuses connections',
    failed(new ProxyError('ECONNREFUSED through the proxy http://p', 'ECONNREFUSED')),
    'ECONNREFUSED through the proxy http://p',
    true,
  ],
  [
    'a proxy that breaks a tunnel off',
    failed(new ProxyError('ECONNRESET through the proxy http://p', 'ECONNRESET')),
    'ECONNRESET through the proxy http://p',
    false,
  ],
  [
    'a proxy that makes no tunnel',
    failed(new ProxyError('the proxy refused', PROXY_CODES.refused, withCode('UND_ERR_ABORTED'))),
    'the proxy refused',
    true,
  ],
  ['a proxy whose address is none', new ProxyError('no address', PROXY_CODES.address), 'no address', true],
])('%s', (_, error, problem, neverSent) => {
  expect([connectionProblem(error), wasNeverSent(error)]).toEqual([problem, neverSent]);
});

test('a real fetch: a port nobody listens at, and a server that hangs up', async () => {
  const refused = await fetch(await closedUrl()).catch((error) => error);
  expect([connectionProblem(refused), wasNeverSent(refused)]).toEqual(['ECONNREFUSED', true]);
  const server = createServer((socket) => socket.once('data', () => socket.resetAndDestroy()));
  const { port, close } = await listen(server);
  const reset = await fetch(`http://127.0.0.1:${port}`).catch((error) => error);
  await close();
  expect([connectionProblem(reset), wasNeverSent(reset)]).toEqual([
    expect.stringMatching(/^(UND_ERR_SOCKET|ECONNRESET)$/),
    false,
  ]);
});
