import { connect, createServer, type Server } from 'node:net';
import { type Listening, listen } from '../http/listen.ts';

/** When a proxy falls silent, for good and without closing the connection. */
export interface Silence {
  /** What the client has said before. */
  readonly after: RegExp;
  /** Bytes of the server that still come through from then on, default 0. */
  readonly bytes?: number;
}

/** A proxy before PostgreSQL, which from some moment on lets nothing of the server through. */
export interface SilentProxy extends Listening {
  /** Connections that were silenced. */
  silenced(): number;
}

/** Starts a proxy before the PostgreSQL at a port. */
export async function startSilentProxy(port: number, { after, bytes = 0 }: Silence): Promise<SilentProxy> {
  let silenced = 0;
  const server: Server = createServer((client) => {
    const upstream = connect(port, '127.0.0.1');
    let left = Number.POSITIVE_INFINITY;
    client.on('data', (data) => {
      upstream.write(data);
      if (left === Number.POSITIVE_INFINITY && after.test(data.toString('latin1'))) {
        left = bytes;
        silenced++;
      }
    });
    upstream.on('data', (data) => {
      client.write(data.subarray(0, left));
      left -= Math.min(left, data.length);
    });
    client.on('close', () => upstream.destroy());
    upstream
      .on('error', () => client.destroy())
      .on('close', () => {
        if (left > 0) client.destroy();
      });
  });
  return { ...(await listen(server)), silenced: () => silenced };
}
