import type { IncomingMessage } from 'node:http';

/** A request the server got, and how it was answered. */
export interface RecordedRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  /** Time of arrival, ISO 8601. */
  readonly startedAt: string;
  /** The header `Authorization` with all but the beginning of the credential left out; null without one. */
  readonly authorization: string | null;
  /** Bytes of the request's body. */
  bytesIn: number;
  /** Bytes of the answer's body. */
  bytesOut: number;
  /** Text of a JSON or form body; of others the number of bytes. Empty when bodies are not kept. */
  body: string;
  /** Status of the answer; 0 while there is none. */
  status: number;
}

/** The requests in the order they came. */
export class RequestLog {
  readonly requests: RecordedRequest[] = [];
  readonly #keepBodies: boolean;

  constructor(keepBodies: boolean) {
    this.#keepBodies = keepBodies;
  }

  /** Enters a request that has just come. */
  begin({ method = 'GET', url = '/', headers }: IncomingMessage): RecordedRequest {
    const recorded = {
      method,
      path: url,
      startedAt: new Date().toISOString(),
      authorization: headers.authorization === undefined ? null : mask(headers.authorization),
      bytesIn: 0,
      bytesOut: 0,
      body: '',
      status: 0,
    };
    this.requests.push(recorded);
    return recorded;
  }

  /** Enters the body of a request. */
  addBody(recorded: RecordedRequest, body: Buffer, contentType = ''): void {
    recorded.bytesIn = body.length;
    if (!this.#keepBodies) return;
    recorded.body = /json|form/.test(contentType) ? body.toString() : `${body.length} bytes`;
  }

  clear(): void {
    this.requests.splice(0);
  }
}

function mask(authorization: string): string {
  const [scheme, credential = ''] = authorization.split(' ');
  return `${scheme} ${credential.slice(0, 5)}…`;
}
