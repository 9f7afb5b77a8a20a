/** An answer other than success, as GitHub words it. */
export class GitHubError extends Error {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: object;

  constructor(
    status: number,
    message: string,
    options: { headers?: Record<string, string>; errors?: readonly object[] } = {},
  ) {
    super(message);
    this.status = status;
    this.headers = options.headers ?? {};
    const errors = options.errors === undefined ? {} : { errors: options.errors };
    const url = 'https://docs.github.com/rest';
    this.body = { message, ...errors, documentation_url: url, status: String(status) };
  }
}
