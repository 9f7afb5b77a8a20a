import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type ListeningPlace, listen } from './listen.ts';

/** An HTTP server on this machine. */
export interface HttpServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts an HTTP server on the loopback address. @param serve breaks the connection off when it fails */
export async function startHttpServer(
  serve: (request: IncomingMessage, response: ServerResponse) => void | Promise<void>,
  place: Pick<ListeningPlace, 'port'> = {},
): Promise<HttpServer> {
  const server = createServer({ keepAliveTimeout: 60_000 }, async (request, response) => {
    try {
      await serve(request, response);
    } catch (error) {
      response.destroy(error as Error);
    }
  });
  const { port, close } = await listen(server, place);
  return { url: `http://127.0.0.1:${port}`, close };
}

/** Address of a server that was there and is no more, so that connections to it are refused. */
export async function closedUrl(): Promise<string> {
  const { url, close } = await startHttpServer(() => {});
  await close();
  return url;
}
