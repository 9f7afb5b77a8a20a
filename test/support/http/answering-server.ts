import { sendAnswer } from './answer.ts';
import { type HttpServer, startHttpServer } from './http-server.ts';

/** A server that answers every request alike. */
export interface AnsweringServer extends HttpServer {
  /** What every request is answered from now on, as JSON. */
  answer: unknown;
}

/** Starts one on a free port of the loopback address. */
export async function startAnsweringServer(): Promise<AnsweringServer> {
  const server = await startHttpServer((request, response) => {
    request.resume();
    sendAnswer(response, { body: Buffer.from(JSON.stringify(answering.answer)) });
  });
  const answering: AnsweringServer = { ...server, answer: null };
  return answering;
}
