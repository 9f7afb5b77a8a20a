import { Refusal } from '../http/answer.ts';

/** An answer other than success, as the Hub words it. */
export class HttpError extends Refusal {
  constructor(
    status: number,
    message: string,
    details: { code?: string; headers?: Record<string, string>; body?: Record<string, unknown> } = {},
  ) {
    const headers = {
      'X-Error-Message': message.replace(/[^\x20-\x7e]/g, '?'),
      ...(details.code === undefined ? {} : { 'X-Error-Code': details.code }),
      ...details.headers,
    };
    super(message, { status, headers, body: { error: message, ...details.body } });
  }
}
