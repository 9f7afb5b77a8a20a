import { Refusal } from '../http/answer.ts';

/** An answer other than success, as GitHub words it. */
export class GitHubError extends Refusal {
  constructor(
    status: number,
    message: string,
    options: { headers?: Record<string, string>; errors?: readonly object[] } = {},
  ) {
    const { headers, errors } = options;
    const url = 'https://docs.github.com/rest';
    const told = errors === undefined ? {} : { errors };
    const body = { message, ...told, documentation_url: url, status: String(status) };
    super(message, { status, headers, body });
  }
}
