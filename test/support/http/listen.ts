import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';

/**
 * Has a server listen on this machine.
 *
 * @param at.host name it listens at, the loopback address unless told otherwise
 * @param at.port a free one unless told otherwise
 * @returns the port
 */
export async function listen(
  server: Server,
  { host = '127.0.0.1', port = 0 }: { host?: string; port?: number } = {},
): Promise<number> {
  server.listen(port, host);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** Address of a server that was there and is no more, so that connections to it are refused. */
export async function closedUrl(): Promise<string> {
  const server = createServer();
  const port = await listen(server);
  server.close();
  await once(server, 'close');
  return `http://127.0.0.1:${port}`;
}
