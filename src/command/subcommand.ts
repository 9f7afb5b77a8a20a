import type { Terminal } from './terminal.ts';

/** A flag of a subcommand. */
export interface Flag {
  /** What its value is called in the help, such as `FILE`; null for a flag without a value. */
  readonly value: string | null;
  /** One sentence for the help; null for one that is an input of the action, whose description is in `action.yml`. */
  readonly description: string | null;
}

/** What a person gave to a subcommand. */
export interface Given {
  /** In the order of the subcommand's `arguments`. */
  readonly arguments: readonly string[];
  /** Flags by their names; those without a value are `true`. */
  readonly flags: ReadonlyMap<string, string | true>;
}

/** A subcommand of `prepare-dataset`. What takes long to load is imported by `run`. */
export interface Subcommand {
  readonly name: string;
  /** One sentence for the help, which starts with a verb. */
  readonly summary: string;
  /** What it must be given, in this order, such as `FILE`. */
  readonly arguments: readonly string[];
  /** Its own flags by their names; `--help`, `--json` and `--summary` are those of each. */
  readonly flags: Readonly<Record<string, Flag>>;
  /** Environment variables it reads, by the inputs of the action that they stand for: secrets are never flags. */
  readonly variables?: ReadonlyMap<string, string>;
  /**
   * Does the work.
   *
   * @returns false when it failed and why was reported
   * @throws UsageError, InputError, or what it failed for
   */
  run(given: Given, terminal: Terminal, signal: AbortSignal): Promise<boolean>;
}
