import { readFileSync } from 'node:fs';
import type { RunTrigger } from '../alerts/run-trigger.ts';

/** Reads what started the run from the variables and the event file of the runner. */
export function readRunTrigger(environment: NodeJS.ProcessEnv): RunTrigger {
  const { GITHUB_EVENT_NAME: event = '', GITHUB_REF: ref = '', GITHUB_EVENT_PATH: path = '' } = environment;
  return { event, ref, defaultBranch: readDefaultBranch(path) };
}

function readDefaultBranch(eventPath: string): string | null {
  try {
    const payload = JSON.parse(readFileSync(eventPath, 'utf8')) as {
      repository?: { default_branch?: string };
    };
    return payload.repository?.default_branch ?? null;
  } catch {
    // A runner other than GitHub's may write no event, or another one.
    return null;
  }
}
