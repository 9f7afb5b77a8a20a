import type { Answer, Exchange } from './exchange.ts';
import { HttpError } from './http-error.ts';

/** Answers a request; throws HttpError for anything but success. */
export type Handler = (exchange: Exchange) => Answer | Promise<Answer>;

/** A call of the Hub's API: `{name}` in the pattern matches one part of the path, `{name*}` all that follow. */
export interface Route {
  readonly method: string;
  readonly pattern: string;
  readonly handler: Handler;
}

/** Finds who answers a request, and the decoded parts of its path. */
export function findRoute(
  routes: readonly Route[],
  method: string,
  path: string,
): { handler: Handler; params: Record<string, string> } {
  for (const route of routes) {
    if (route.method !== method) continue;
    const groups = patternOf(route.pattern).exec(path)?.groups;
    if (groups === undefined) continue;
    try {
      const parts = Object.entries(groups).map(([name, part]) => [name, decodeURIComponent(part)]);
      return { handler: route.handler, params: Object.fromEntries(parts) };
    } catch {
      return { handler: refuse(400, 'Invalid URL encoding'), params: {} };
    }
  }
  return { handler: refuse(404, 'Sorry, we can’t find the page you are looking for.'), params: {} };
}

function refuse(status: number, message: string): Handler {
  return () => {
    throw new HttpError(status, message);
  };
}

function patternOf(pattern: string): RegExp {
  const source = pattern
    .replace(/[.$+?()[\]\\|^]/g, '\\$&')
    .replace(/\{(\w+)\*\}/g, '(?<$1>.+)')
    .replace(/\{(\w+)\}/g, '(?<$1>[^/]+)');
  return new RegExp(`^(?<_>)${source}/?$`);
}
