/** A place in a file, or in a value that is not a file: lines and columns from 1. */
export interface Place {
  readonly file: string | null;
  readonly line: number;
  readonly column: number;
}

/** A problem in a file that declares datasets, in words for users. */
export interface Problem extends Place {
  readonly message: string;
}

/** Name of the place of a value that is not a file: the input. */
const INPUT = 'config';
const MAX_PROBLEMS = 100;
const MAX_QUOTED = 60;

/** The datasets cannot be read. The message lists each problem on a line of its own, after its place. */
export class ConfigError extends Error {
  readonly problems: readonly Problem[];
  /** True if there are more problems than listed. */
  readonly isCut: boolean;

  constructor(problems: readonly Problem[], isCut = false) {
    super(
      [...problems.map(problemText), ...(isCut ? ['There are more problems than these.'] : [])].join('\n'),
    );
    this.name = 'ConfigError';
    this.problems = problems;
    this.isCut = isCut;
  }
}

/** Returns a problem after its place, in one line. */
export function problemText({ file, line, column, message }: Problem): string {
  return `${file ?? INPUT}:${line}:${column}: ${message}`;
}

/** Collects the problems of a file, so that all are reported at once; only the first of very many are kept. */
export class ProblemList {
  readonly #problems = new Map<string, Problem>();
  #isCut = false;

  /** Adds a problem. One that several aliases lead to is added once. */
  add({ file, line, column }: Place, message: string): void {
    const key = `${line}:${column}:${message}`;
    if (this.#problems.size < MAX_PROBLEMS) this.#problems.set(key, { message, file, line, column });
    else this.#isCut ||= !this.#problems.has(key);
  }

  /** True while there is no problem. */
  get isEmpty(): boolean {
    return this.#problems.size === 0;
  }

  /** True once no more problems are kept. */
  get isFull(): boolean {
    return this.#isCut;
  }

  /** @throws ConfigError with every problem, if there is one */
  check(): void {
    if (this.#problems.size > 0) this.fail();
  }

  /** @throws ConfigError with every problem, in the order of their places */
  fail(): never {
    const problems = [...this.#problems.values()].sort((a, b) => a.line - b.line || a.column - b.column);
    throw new ConfigError(problems, this.#isCut);
  }
}

/**
 * Returns a value in the form that messages quote: short, in one line, without invisible characters, and without the
 * user and password of an address.
 */
export function quote(value: string): string {
  const text = withoutUser(value);
  const isLong = text.length > MAX_QUOTED;
  const start = (isLong ? text.slice(0, MAX_QUOTED) : text).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '?');
  return `"${start}${isLong ? '…' : ''}"`;
}

/** Returns a text without the user and the password of an address in it. */
export function withoutUser(text: string): string {
  return text.replace(/\/\/[^/\s]*@/g, '//…@');
}
