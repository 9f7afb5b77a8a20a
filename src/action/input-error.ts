import { ConfigError } from '../config/problems.ts';

/**
 * The inputs cannot be used. The message lists them with what they must look like, and never quotes a value that may be
 * secret.
 */
export class InputError extends Error {
  /** What is wrong with inputs, each after its name. */
  readonly listed: readonly string[];
  /** What is wrong with the file that declares datasets; null if it has no problem. */
  readonly config: ConfigError | null;

  constructor(listed: readonly string[], config: ConfigError | null = null) {
    super(listText(INPUT_HEADLINE, [...listed, ...(config?.message.split('\n') ?? [])]));
    this.name = 'InputError';
    this.listed = listed;
    this.config = config;
  }
}

export const INPUT_HEADLINE = 'The inputs cannot be used.';

/** Returns what happened, and each problem in a line that starts with a dash. */
export function listText(headline: string, lines: readonly string[]): string {
  return [headline, ...lines.map((line) => `- ${line}`)].join('\n');
}

/** Collects the problems of inputs, so that all are reported at once. */
export class InputProblems {
  readonly #listed: string[] = [];
  #config: ConfigError | null = null;

  /** Adds a problem, which starts with the name of an input. */
  add(problem: string): void {
    this.#listed.push(problem);
  }

  /** Adds why an input has no value. */
  addError(name: string, error: unknown): void {
    if (error instanceof ConfigError) this.#config = error;
    else this.add(`${name} ${error instanceof Error ? error.message : error}`);
  }

  /** @throws InputError that lists every problem */
  check(): void {
    if (this.#listed.length > 0 || this.#config !== null) throw new InputError(this.#listed, this.#config);
  }
}
