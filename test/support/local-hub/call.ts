/** Calls a local Hub without a client in between: an object is sent as JSON, and no token unless one is given. */
export function call(
  url: URL | string,
  { method = 'GET', token, body }: { method?: string; token?: string; body?: object | Buffer } = {},
): Promise<Response> {
  const headers = new Headers();
  if (token !== undefined) headers.set('Authorization', `Bearer ${token}`);
  if (body === undefined || Buffer.isBuffer(body))
    return fetch(url, { method, headers, body: body as RequestInit['body'] });
  headers.set('Content-Type', 'application/json');
  return fetch(url, { method, headers, body: JSON.stringify(body) });
}

/** The JSON of an answer, of the type the caller expects. */
export async function json<T>(answer: Response): Promise<T> {
  return (await answer.json()) as T;
}
