/** A place in a file, or in a value that is no file: lines and columns from 1. */
export interface Place {
  readonly file: string | null;
  readonly line: number;
  readonly column: number;
}

/** Something in a file that declares datasets that cannot be used, in the user's words. */
export interface Problem extends Place {
  readonly message: string;
}

/** What a place is called whose value is no file: the name of the input. */
const INPUT = 'config';
const MAX_PROBLEMS = 100;
const MAX_QUOTED = 60;

/** The datasets cannot be read; the message lists each problem on a line of its own, after its place. */
export class ConfigError extends Error {
  readonly problems: readonly Problem[];
  /** Whether there are more problems than these. */
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

/** A problem after its place, in one line. */
export function problemText({ file, line, column, message }: Problem): string {
  return `${file ?? INPUT}:${line}:${column}: ${message}`;
}

/** Collects the problems of a file, so that all are reported at once; of very many only the first are kept. */
export class ProblemList {
  readonly #problems = new Map<string, Problem>();
  #isCut = false;

  /** Keeps a problem; one that aliases lead to several times is kept once. */
  add({ file, line, column }: Place, message: string): void {
    const key = `${line}:${column}:${message}`;
    if (this.#problems.size < MAX_PROBLEMS) this.#problems.set(key, { message, file, line, column });
    else this.#isCut ||= !this.#problems.has(key);
  }

  /** True while no problem is kept. */
  get isEmpty(): boolean {
    return this.#problems.size === 0;
  }

  /** True when nothing more is kept. */
  get isFull(): boolean {
    return this.#isCut;
  }

  /** @throws ConfigError with every problem kept, when there is one */
  check(): void {
    if (this.#problems.size > 0) this.fail();
  }

  /** @throws ConfigError with every problem kept, in the order of their places */
  fail(): never {
    const problems = [...this.#problems.values()].sort((a, b) => a.line - b.line || a.column - b.column);
    throw new ConfigError(problems, this.#isCut);
  }
}

/**
 * A value as a message quotes it: short, in one line, without characters that are not seen, and without the user and
 * password of an address.
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
