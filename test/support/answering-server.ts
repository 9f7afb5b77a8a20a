import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that answers every request alike. */
export interface AnsweringServer {
  readonly url: string;
  /** What every request is answered from now on, as JSON. */
  answer: unknown;
  close(): Promise<void>;
}

/** Starts one on a free port of the loopback address. */
export async function startAnsweringServer(): Promise<AnsweringServer> {
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(answering.answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const answering: AnsweringServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answer: null,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return answering;
}
