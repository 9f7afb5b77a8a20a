import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse, request as send } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { type Answer, sendAnswer } from './http/answer.ts';
import { FaultPlan } from './http/faults.ts';
import { type Listening, listen } from './http/listen.ts';
import { answerWithFaults } from './http/make-fault.ts';

/** A request that came to a proxy. */
export interface SeenRequest {
  readonly method: string;
  /** Path without the query. */
  readonly path: string;
  /** Answers the proxy had sent when it came. */
  readonly answersBefore: number;
}

/** Not ports that systems hand out by themselves: nobody takes one while its proxy refuses connections. */
const PORTS = { first: 20_000, count: 12_000 };
const HOP_BY_HOP = /^(connection|keep-alive|transfer-encoding|content-length)$/i;
let nextPort = process.pid % PORTS.count;

/**
 * Stands before any HTTP server, keeps a list of what it is asked, and makes faults. Each answer ends its connection,
 * so that the proxy can refuse the connection of any request.
 */
export class PeerProxy {
  readonly faults = new FaultPlan();
  readonly requests: SeenRequest[] = [];
  readonly #target: URL;
  readonly #server = createServer((request, response) => {
    this.#serve(request, response).catch((error) => response.destroy(error));
  });
  #listening: Listening | undefined;
  #answers = 0;
  #struck = 0;
  #refusesAfter = Number.POSITIVE_INFINITY;

  private constructor(target: string) {
    this.#target = new URL(target);
  }

  /** @param target base URL of the server */
  static async start(target: string): Promise<PeerProxy> {
    const proxy = new PeerProxy(target);
    while (proxy.#listening === undefined) {
      try {
        const port = PORTS.first + (nextPort++ % PORTS.count);
        proxy.#listening = await listen(proxy.#server, { port });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      }
    }
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#listening?.port}`;
  }

  /** Faults it has made; while it refuses connections, that counts as one. */
  get struck(): number {
    return this.#struck;
  }

  /** Refuses connections once it has sent so many answers, until {@link heal}. */
  refuseAfter(answers: number): void {
    this.#refusesAfter = answers;
    if (this.#answers >= answers) this.#refuse();
  }

  /** Makes no more faults, and takes connections again. */
  async heal(): Promise<void> {
    this.faults.clear();
    this.#refusesAfter = Number.POSITIVE_INFINITY;
    if (!this.#server.listening)
      this.#listening = await listen(this.#server, { port: this.#listening?.port });
  }

  async close(): Promise<void> {
    await this.#listening?.close();
  }

  #refuse(): void {
    if (!this.#server.listening) return;
    this.#struck++;
    this.#server.close();
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url = '/' } = request;
    const [path] = url.split('?');
    this.requests.push({ method, path, answersBefore: this.#answers });
    const sent = await buffer(request);
    const faults = this.faults.take(method, path);
    const body = faults.reduce<Buffer>(
      (changed, { kind }) =>
        typeof kind === 'object' && 'rewrite' in kind ? kind.rewrite(changed) : changed,
      sent,
    );
    await answerWithFaults(faults, response, {
      carryOut: () => this.#forward(request, body),
      send: (answer) => {
        this.#answers++;
        if (this.#answers >= this.#refusesAfter) this.#refuse();
        sendAnswer(response, { ...answer, headers: { ...answer.headers, Connection: 'close' } });
      },
      onStrike: () => this.#struck++,
    });
  }

  async #forward(request: IncomingMessage, body: Buffer): Promise<Answer> {
    const { method, url } = request;
    const { 'transfer-encoding': _, ...headers } = request.headers;
    const { hostname, port } = this.#target;
    const length = { ...headers, 'content-length': String(body.length) };
    const forwarded = send({ hostname, port, method, path: url, headers: length });
    forwarded.end(body);
    const [answer]: IncomingMessage[] = await once(forwarded, 'response');
    return { status: answer.statusCode, headers: endToEnd(answer.rawHeaders), body: await buffer(answer) };
  }
}

/** The headers of an answer that are not about its connection. */
function endToEnd(rawHeaders: readonly string[]): Record<string, string> {
  const pairs = rawHeaders.flatMap((name, index) => (index % 2 === 0 ? [[name, rawHeaders[index + 1]]] : []));
  return Object.fromEntries(pairs.filter(([name]) => !HOP_BY_HOP.test(name)));
}
