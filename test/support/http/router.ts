import type { Answer } from './answer.ts';

/** A call that a server answers: `{name}` in the pattern matches one part of the path, `{name*}` all that follow. */
export interface Route<E> {
  readonly method: string;
  readonly pattern: string;
  /** Throws a refusal for anything but success. */
  readonly handler: (exchange: E) => Answer | Promise<Answer>;
}

/**
 * Finds who answers a request, and the decoded parts of its path; null when nobody does.
 *
 * @throws URIError when a part of the path cannot be decoded
 */
export function findRoute<E>(
  routes: readonly Route<E>[],
  method: string,
  path: string,
): { handler: Route<E>['handler']; params: Record<string, string> } | null {
  for (const route of routes) {
    const groups = route.method === method ? patternOf(route.pattern).exec(path)?.groups : undefined;
    if (groups === undefined) continue;
    const parts = Object.entries(groups).map(([name, part]) => [name, decodeURIComponent(part)]);
    return { handler: route.handler, params: Object.fromEntries(parts) };
  }
  return null;
}

function patternOf(pattern: string): RegExp {
  const source = pattern
    .replace(/[.$+?()[\]\\|^]/g, '\\$&')
    .replace(/\{(\w+)\*\}/g, '(?<$1>.+)')
    .replace(/\{(\w+)\}/g, '(?<$1>[^/]+)');
  return new RegExp(`^(?<_>)${source}/?$`);
}
