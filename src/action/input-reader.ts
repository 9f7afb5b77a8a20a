import { getInput } from '@actions/core';
import { ConfigError, type Problem } from '../config/problems.ts';

/** Says which inputs cannot be used and what they must look like; never their values when they may be secret. */
export class InputError extends Error {
  /** What is wrong with the file that declares datasets, which the message tells as well. */
  readonly problems: readonly Problem[];

  constructor(message: string, problems: readonly Problem[] = []) {
    super(message);
    this.problems = problems;
  }
}

/** Where a value comes from that was not given as an input. */
export interface InputSources {
  readonly defaults: Readonly<Record<string, string>>;
  /** Environment variable an input falls back to. */
  readonly variables: Readonly<Record<string, string>>;
}

/** An input as the runner passes it; one that is empty, or left at its default, gives way to its variable. */
export function inputText(name: string, { defaults, variables }: InputSources): string {
  const given = getInput(name);
  const fallback = process.env[variables[name] ?? variableOf(name)]?.trim() ?? '';
  const standard = defaults[name] ?? '';
  if (fallback !== '' && (given === '' || given === standard)) return fallback;
  return given === '' ? standard : given;
}

/** Variable of an input that names a dataset repo, as the Python service called them; that of no other input. */
function variableOf(name: string): string {
  return name.endsWith('-dataset') ? name.toUpperCase().replaceAll('-', '_') : '';
}

/** Reads inputs and keeps what is wrong with them, so that all of it is told at once. */
export class InputReader {
  readonly #sources: InputSources;
  readonly #problems: string[] = [];
  readonly #ofFile: Problem[] = [];

  constructor(sources: InputSources) {
    this.#sources = sources;
  }

  /** A value, undefined after a problem was kept; {@link check} must be called before it is used. */
  read<T>(name: string, parse: (text: string) => T): T {
    try {
      return parse(inputText(name, this.#sources));
    } catch (error) {
      this.add(`${name} ${error instanceof Error ? error.message : error}`);
      return undefined as T;
    }
  }

  optional(name: string): string | null {
    return this.read(name, (text) => (text === '' ? null : text));
  }

  /** What a file declares, undefined after its problems were kept. */
  readFile<T>(read: () => T): T | undefined {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      this.#ofFile.push(...error.problems);
      for (const line of error.message.split('\n')) this.add(line);
      return undefined;
    }
  }

  /** Keeps a problem. */
  add(problem: string): void {
    this.#problems.push(problem);
  }

  /** @throws InputError that names every problem kept */
  check(): void {
    if (this.#problems.length === 0) return;
    const list = this.#problems.map((problem) => `- ${problem}`).join('\n');
    throw new InputError(`The inputs cannot be used.\n${list}`, this.#ofFile);
  }
}

/** Parses a text that may not be empty. */
export function required(what: string) {
  return (text: string): string => {
    if (text === '') throw new InputError(`is missing: ${what}`);
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
    throw new InputError(
      `must be a ${kind === 'whole' ? 'whole ' : ''}number ${range}, not ${JSON.stringify(text)}`,
    );
  };
}

/** Parses one of some words. */
export function oneOf<T extends string>(...choices: readonly T[]) {
  return (text: string): T => {
    const choice = choices.find((candidate) => candidate === text);
    if (choice === undefined)
      throw new InputError(`must be ${choices.join(' or ')}, not ${JSON.stringify(text)}`);
    return choice;
  };
}

export function parseBoolean(text: string): boolean {
  return oneOf('true', 'false')(text.toLowerCase() as 'true' | 'false') === 'true';
}

/** Parses a token; null when none is given. */
export function parseToken(text: string): string | null {
  if (/\s/.test(text)) throw new InputError('holds white space, which no token does: look at the secret');
  return text === '' ? null : text;
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
    throw new InputError('must be an http(s) URL such as https://huggingface.co');
  }
  return url.href.replace(/\/+$/, '');
}
