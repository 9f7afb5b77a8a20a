import { withoutUser } from '../config/problems.ts';
import { isRepoName, REPO_NAME_RULE, repoNameIn } from '../model/repo-name.ts';

const A_WEEK_IN_MINUTES = 7 * 24 * 60;

/** Returns a text as it is; the code that uses it reports what is wrong with it. */
export function asGiven(text: string): string {
  return text;
}

/** Returns a text, or null if none is given. */
export function optional(text: string): string | null {
  return text === '' ? null : text;
}

/** Parses a text that may not be empty. */
export function required(what: string) {
  return (text: string): string => {
    if (text === '') throw new Error(`is missing: ${what}`);
    return text;
  };
}

/** Parses a number of a range. */
export function numberIn(least: number, most: number, kind: 'whole' | 'any') {
  return (text: string): number => {
    const value = Number(text);
    const isUsable = /^[\d.]+(e\d+)?$/i.test(text) && value >= least && value <= most;
    if (isUsable && (kind === 'any' || Number.isInteger(value))) return value;
    const range = most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most}`;
    throw new Error(
      `must be a ${kind === 'whole' ? 'whole ' : ''}number ${range}, not ${JSON.stringify(text)}`,
    );
  };
}

/** Parses the minutes of a wait, a week at most. */
export const parseMinutes = numberIn(0, A_WEEK_IN_MINUTES, 'any');

/** Parses a word of a list. */
export function oneOf<T extends string>(...choices: readonly T[]) {
  return (text: string): T => {
    const choice = choices.find((candidate) => candidate === text);
    if (choice === undefined) throw new Error(`must be ${choices.join(' or ')}, not ${JSON.stringify(text)}`);
    return choice;
  };
}

export function parseBoolean(text: string): boolean {
  return oneOf('true', 'false')(text.toLowerCase() as 'true' | 'false') === 'true';
}

/** Parses a token; null when none is given. */
export function parseToken(text: string): string | null {
  if (/\s/.test(text)) throw new Error('contains white space, which no token does. Check the secret');
  return optional(text);
}

/** Parses the base URL of a Hub, without a trailing slash. */
export function parseEndpoint(text: string): string {
  const url = URL.parse(text);
  if (
    url === null ||
    !['http:', 'https:'].includes(url.protocol) ||
    url.username !== '' ||
    url.password !== '' ||
    /[?#]/.test(url.href)
  ) {
    throw new Error('must be an http(s) URL such as https://huggingface.co');
  }
  return url.href.replace(/\/+$/, '');
}

/** Parses the name of a Space, `owner/name`. */
export function parseSpaceName(name: string): string {
  return repoName(name, 'a Space', 'owner/retrain');
}

/** Parses the name of a dataset repo, `owner/name`. */
export function parseDatasetName(name: string): string {
  return repoName(name, 'a dataset repo', 'owner/corrections');
}

/** Parses the name of a model repo. */
export function parseModelName(name: string): string {
  return repoName(name, 'a model', 'owner/classifier');
}

function repoName(name: string, what: string, example: string): string {
  if (isRepoName(name)) return name;
  const meant = repoNameIn(name);
  const such = meant === null ? `, for example ${example}` : `; did you mean ${meant}?`;
  throw new Error(
    `is not the name of ${what} on the Hub: ${JSON.stringify(withoutUser(name))}. Write it as ${REPO_NAME_RULE}${such}`,
  );
}

/** Parses JSON; returns undefined for a text that is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
