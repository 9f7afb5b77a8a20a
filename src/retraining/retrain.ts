import { createHash } from 'node:crypto';
import type { StartedRetraining } from './outcome.ts';
import type { RetrainingTarget } from './targets.ts';
import type { NewVersion } from './version.ts';

/** What became of one target. */
export interface RetrainingReport {
  readonly label: string;
  readonly kind: RetrainingTarget['kind'];
  /** What was to be started, for people. */
  readonly description: string;
  readonly version: string;
  readonly result: 'triggered' | 'already-triggered' | 'failed' | 'dry-run';
  readonly stage: string;
  readonly id: string | null;
  readonly url: string | null;
  /** What went wrong, or why nothing was done. */
  readonly reason: string | null;
}

/** Where it is kept which versions were triggered. */
export interface Marks {
  set(mark: string, version: string, message: string): Promise<boolean>;
  clear(mark: string): Promise<void>;
}

/** What one target is, who starts it, and whether it was started before. */
export interface Retraining {
  readonly target: RetrainingTarget;
  readonly version: NewVersion;
  /** The target for people: `the Space owner/name`. */
  readonly description: string;
  readonly marks: Marks;
  /** Triggers also what was triggered before. */
  readonly force: boolean;
  readonly start: () => Promise<StartedRetraining>;
}

/**
 * Triggers one target for one version, once: the version is marked before anything is started, and the mark is taken
 * away again when it is certain that nothing came of it. A run that dies in between leaves a mark, so that nothing is
 * ever started twice unless `force` says so. Never rejects.
 */
export async function retrain(retraining: Retraining): Promise<RetrainingReport> {
  const { version, marks, description, force } = retraining;
  const mark = markOf(retraining);
  try {
    const isFirst = await marks.set(
      mark,
      version.tag,
      `Retraining of ${version.tag} triggered: ${description}`,
    );
    if (!isFirst && !force) {
      const reason = `${version.tag} was triggered before (tag ${mark} of datasets/${version.dataset}). Set force to trigger it again.`;
      return report(retraining, { result: 'already-triggered', reason });
    }
  } catch (error) {
    const reason = `Nothing was started, because it could not be noted that ${version.tag} is triggered. ${messageOf(error)}`;
    return report(retraining, { result: 'failed', reason });
  }
  try {
    const { problem, mayStillRun, ...details } = await retraining.start();
    if (problem === null) return report(retraining, { ...details, result: 'triggered' });
    const reason = mayStillRun ? problem : await release(retraining, mark, problem);
    return report(retraining, { ...details, result: 'failed', reason });
  } catch (error) {
    const mayHaveHappened = (error as { mayHaveHappened?: boolean }).mayHaveHappened === true;
    const reason = mayHaveHappened
      ? `${messageOf(error)} It may have been started: if not, set force.`
      : await release(retraining, mark, messageOf(error));
    return report(retraining, { result: 'failed', reason });
  }
}

/** The report of a target of a dry run. */
export function dryRunReport(
  retraining: Pick<Retraining, 'target' | 'version' | 'description'>,
): RetrainingReport {
  return report(retraining, { result: 'dry-run' });
}

/** Takes the mark away, so that the next run tries again. @returns the problem, with that of doing so if there is one */
async function release({ marks, version }: Retraining, mark: string, problem: string): Promise<string> {
  try {
    await marks.clear(mark);
    return problem;
  } catch (error) {
    return `${problem} The tag ${mark} of datasets/${version.dataset} could not be deleted either, so that a rerun needs force: ${messageOf(error)}`;
  }
}

/** Name of the tag that marks a version as triggered for a target. */
function markOf({ target, version, description }: Retraining): string {
  const command = target.kind === 'job' ? target.command.join('\0') : '';
  const hash = createHash('sha256').update(`${description}\0${command}`).digest('hex').slice(0, 8);
  const name = target.name
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);
  return `retrained-${version.tag}-${name}-${hash}`;
}

function report(
  { target, version, description }: Pick<Retraining, 'target' | 'version' | 'description'>,
  details: Partial<RetrainingReport> & Pick<RetrainingReport, 'result'>,
): RetrainingReport {
  const { label, tag } = version;
  const { kind } = target;
  return { label, kind, description, version: tag, stage: '', id: null, url: null, reason: null, ...details };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
