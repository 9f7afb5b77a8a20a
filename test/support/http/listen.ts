import { once } from 'node:events';
import type { Server, Socket } from 'node:net';

/** Where a server listens; a free port of the loopback address unless told otherwise. */
export interface ListeningPlace {
  readonly host?: string;
  readonly port?: number;
}

/** A server that listens on this machine. */
export interface Listening {
  readonly port: number;
  /** Stops it, and breaks off whatever is connected to it. */
  close(): Promise<void>;
}

/** Has a server, of whatever protocol, listen; a connection that a client breaks off is no error. */
export async function listen(
  server: Server,
  { host = '127.0.0.1', port = 0 }: ListeningPlace = {},
): Promise<Listening> {
  const sockets = new Set<Socket>();
  const watch = (socket: Socket) => {
    sockets.add(socket.on('error', () => {}));
    socket.once('close', () => sockets.delete(socket));
  };
  server.on('connection', watch);
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    async close() {
      const closed = server.listening ? once(server, 'close') : undefined;
      if (server.listening) server.close();
      for (const socket of sockets) socket.destroy();
      server.off('connection', watch);
      await closed;
    },
  };
}
