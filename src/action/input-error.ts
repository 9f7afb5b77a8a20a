import { ConfigError } from '../config/problems.ts';

/** Says which inputs cannot be used and what they must look like; never their values when they may be secret. */
export class InputError extends Error {
  /** What is wrong with inputs, each after its name. */
  readonly listed: readonly string[];
  /** What is wrong with the file that declares datasets, null when nothing is. */
  readonly config: ConfigError | null;

  constructor(listed: readonly string[], config: ConfigError | null = null) {
    super(listText(INPUT_HEADLINE, [...listed, ...(config?.message.split('\n') ?? [])]));
    this.name = 'InputError';
    this.listed = listed;
    this.config = config;
  }
}

export const INPUT_HEADLINE = 'The inputs cannot be used.';

/** What happened, and what is wrong one by one, each in a line that starts with a dash. */
export function listText(headline: string, lines: readonly string[]): string {
  return [headline, ...lines.map((line) => `- ${line}`)].join('\n');
}

/** Keeps what is wrong with inputs, so that all of it is told at once. */
export class InputProblems {
  readonly #listed: string[] = [];
  #config: ConfigError | null = null;

  /** Keeps a problem, which starts with the name of an input. */
  add(problem: string): void {
    this.#listed.push(problem);
  }

  /** Keeps why an input has no value. */
  addError(name: string, error: unknown): void {
    if (error instanceof ConfigError) this.#config = error;
    else this.add(`${name} ${error instanceof Error ? error.message : error}`);
  }

  /** @throws InputError that names every problem kept */
  check(): void {
    if (this.#listed.length > 0 || this.#config !== null) throw new InputError(this.#listed, this.#config);
  }
}
