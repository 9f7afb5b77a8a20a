import { createServer, type Server } from 'node:net';
import { createSecureContext, TLSSocket } from 'node:tls';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { withSnapshot } from '../../src/postgres/snapshot.ts';
import { createSelfSigned } from '../support/postgres/certificates.ts';

let server: Server;
let port: number;
let serverNames: (string | false | null)[];

// Answers the request for TLS as PostgreSQL does, notes the name the client sends (SNI), and closes.
beforeAll(async () => {
  const secureContext = createSecureContext(await createSelfSigned({ dnsNames: ['localhost'] }));
  server = createServer((socket) => {
    socket.once('data', () => {
      socket.write('S');
      const secure = new TLSSocket(socket, { isServer: true, secureContext });
      secure.on('error', () => {});
      secure.once('secure', () => {
        serverNames.push((secure as TLSSocket & { servername: string | false | null }).servername);
        secure.destroy();
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  port = (server.address() as { port: number }).port;
});

afterAll(() => {
  server.close();
});

test.each([
  ['localhost', 'localhost'],
  ['127.0.0.1', false],
])('the server name sent to %s is %p', async (host, name) => {
  serverNames = [];
  const url = `postgres://u:p@${host}:${port}/d?sslmode=require`;
  await expect(withSnapshot({ url, retryDelaysMs: [] }, () => Promise.resolve())).rejects.toMatchObject({
    retryable: true,
  });
  expect(serverNames).toEqual([name]);
});
