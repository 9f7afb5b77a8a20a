/** An answer other than success, as the Hub words it. */
export class HttpError extends Error {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;

  constructor(
    status: number,
    message: string,
    details: { code?: string; headers?: Record<string, string>; body?: Record<string, unknown> } = {},
  ) {
    super(message);
    this.status = status;
    this.headers = {
      'X-Error-Message': message.replace(/[^\x20-\x7e]/g, '?'),
      ...(details.code === undefined ? {} : { 'X-Error-Code': details.code }),
      ...details.headers,
    };
    this.body = { error: message, ...details.body };
  }
}
