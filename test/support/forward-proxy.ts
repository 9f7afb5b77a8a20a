import { createServer } from 'node:http';
import { connect, type Socket } from 'node:net';
import { listen } from './http/listen.ts';

/** A forward proxy for tests: it tunnels (CONNECT, RFC 9110 section 9.3.6) to this machine, whatever the host. */
export interface ForwardProxy {
  /** With user and password when it asks for them. */
  readonly url: string;
  /** `host:port` of each tunnel that was asked for, also of those it refused. */
  readonly targets: string[];
  close(): Promise<void>;
}

/**
 * Starts a proxy on 127.0.0.1.
 *
 * @param options.login user and password it asks for, as `user:password`; not percent-encoded
 * @param options.status what it answers in the place of a tunnel
 */
export async function startForwardProxy(
  options: { login?: string; status?: number } = {},
): Promise<ForwardProxy> {
  const { login, status } = options;
  const expected = login === undefined ? undefined : `Basic ${Buffer.from(login).toString('base64')}`;
  const targets: string[] = [];
  const server = createServer((_, response) => response.writeHead(501).end());
  server.on('connect', ({ url = '', headers }, client: Socket, head: Buffer) => {
    targets.push(url);
    const refusal = headers['proxy-authorization'] === expected ? status : 407;
    if (refusal !== undefined) {
      client.end(`HTTP/1.1 ${refusal} Refused\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    const upstream = connect(Number(url.split(':').at(-1)), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    upstream.on('error', () => client.destroy());
    client.on('close', () => upstream.destroy());
  });
  const { port, close } = await listen(server);
  const credentials = login === undefined ? '' : `${login.split(':').map(encodeURIComponent).join(':')}@`;
  return {
    url: `http://${credentials}127.0.0.1:${port}`,
    targets,
    close,
  };
}
