import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';

/** An answer; an object is sent as JSON. */
export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | object;
}

/** An answer other than success, which whoever answers a request throws. */
export class Refusal extends Error implements Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: object;

  constructor(message: string, answer: { status: number; headers?: Record<string, string>; body: object }) {
    super(message);
    this.status = answer.status;
    this.headers = answer.headers ?? {};
    this.body = answer.body;
  }
}

/** The answer to a request, also where it is a refusal. */
export async function answerOf(carryOut: () => Answer | Promise<Answer>): Promise<Answer> {
  try {
    return await carryOut();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** The body of an answer as it is sent. */
export function bytesOf({ body }: Answer): Buffer {
  return Buffer.isBuffer(body) ? body : Buffer.from(body === undefined ? '' : JSON.stringify(body));
}

/** Sends an answer. @returns the number of bytes of its body */
export function sendAnswer(response: ServerResponse, answer: Answer): number {
  const content = bytesOf(answer);
  const { status = 200 } = answer;
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    ...answer.headers,
    ...(status === 204 ? {} : { 'Content-Length': content.length }),
    'X-Request-Id': `local-${randomUUID()}`,
  });
  const hasBody = response.req.method !== 'HEAD';
  response.end(hasBody ? content : undefined);
  return hasBody ? content.length : 0;
}
