import { readFileSync } from 'node:fs';
import type { RunTrigger } from '../alerts/run-trigger.ts';
import { fieldsOf, textOf } from '../github/answer.ts';

/** Reads what started the run from the variables and the event file of the runner. */
export function readRunTrigger(environment: NodeJS.ProcessEnv): RunTrigger {
  const { GITHUB_EVENT_NAME: event = '', GITHUB_REF: ref = '', GITHUB_EVENT_PATH: path = '' } = environment;
  return { event, ref, defaultBranch: readDefaultBranch(path) };
}

function readDefaultBranch(eventPath: string): string | null {
  try {
    const { repository } = fieldsOf(JSON.parse(readFileSync(eventPath, 'utf8')));
    return textOf(fieldsOf(repository).default_branch);
  } catch {
    // Other runners than GitHub's may write no event, or a different one.
    return null;
  }
}
