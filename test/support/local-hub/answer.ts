import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Answer } from './exchange.ts';

/** The body of an answer as it is sent. */
export function bytesOf({ body }: Answer): Buffer {
  return Buffer.isBuffer(body) ? body : Buffer.from(body === undefined ? '' : JSON.stringify(body));
}

/** Sends an answer. @returns the number of bytes of its body */
export function sendAnswer(response: ServerResponse, answer: Answer): number {
  const content = bytesOf(answer);
  response.writeHead(answer.status ?? 200, {
    'Content-Type': 'application/json; charset=utf-8',
    ...answer.headers,
    'Content-Length': content.length,
    'X-Request-Id': `local-${randomUUID()}`,
  });
  const hasBody = response.req.method !== 'HEAD';
  response.end(hasBody ? content : undefined);
  return hasBody ? content.length : 0;
}
