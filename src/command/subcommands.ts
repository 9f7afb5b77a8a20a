import type { Subcommand } from './subcommand.ts';
import { check } from './subcommands/check.ts';
import { diff } from './subcommands/diff.ts';
import { preview } from './subcommands/preview.ts';
import { run } from './subcommands/run.ts';

/** The subcommands in the order of the help. */
export const SUBCOMMANDS: readonly Subcommand[] = [check, diff, preview, run];
