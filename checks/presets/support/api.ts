/** Calls one server's HTTP API, JSON in and out. */
export type Api = <Answer>(method: string, path: string, body?: unknown) => Promise<Answer>;

/**
 * @param headers sent with every request, such as the one that says who calls
 * @returns a function that throws an Error with the server's answer when it refuses a request
 */
export function apiOf(url: string, headers: Readonly<Record<string, string>>): Api {
  return async <Answer>(method: string, path: string, body?: unknown) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 500)}`);
    return (text === '' ? undefined : JSON.parse(text)) as Answer;
  };
}
