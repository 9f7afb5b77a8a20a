import { retrainedPrefix } from '../version/marks.ts';
import type { NewVersion } from './new-version.ts';
import type { StartedRetraining } from './outcome.ts';
import { describeTarget, type HomePlace, hashOf } from './target-identity.ts';
import { isWaitedFor, type RetrainingTarget } from './targets.ts';

/** Result of one target. */
export interface RetrainingReport {
  /** Name of the dataset. */
  readonly name: string;
  /** Its repo on the Hub, `owner/name`. */
  readonly repo: string;
  readonly kind: RetrainingTarget['kind'];
  /** What was to be started, for people. */
  readonly description: string;
  readonly version: string;
  readonly result: 'triggered' | 'already-triggered' | 'failed' | 'dry-run';
  readonly stage: string;
  /** How long its end was waited for, null if it was not. */
  readonly waitedMs: number | null;
  readonly id: string | null;
  readonly url: string | null;
  /** What went wrong, or why nothing was done. */
  readonly reason: string | null;
}

/** Records which versions were triggered. */
export interface Marks {
  set(mark: string, version: string, message: string): Promise<boolean>;
  clear(mark: string): Promise<void>;
}

/** Identity of a target. */
type Trigger = Pick<Retraining, 'target' | 'version' | 'repository'>;

/** One target, who starts it, and whether it was started before. */
export interface Retraining {
  readonly target: RetrainingTarget;
  readonly version: NewVersion;
  /** Repository of the workflow that runs this, `owner/name`. */
  readonly repository: string;
  readonly marks: Marks;
  /** Also triggers versions that were triggered before. */
  readonly force: boolean;
  /** Returns why the target does not exist, null if it may exist. Never rejects. */
  readonly missing: () => Promise<string | null>;
  readonly start: () => Promise<StartedRetraining>;
  /** Aborted when the run is cancelled. */
  readonly signal: AbortSignal;
}

/**
 * Triggers one target for one version, once. The version is marked before anything is started, and the mark is removed
 * if it is certain that nothing was started. A run that dies in between leaves the mark, so that nothing is started
 * twice without `force`. Never rejects.
 */
export async function retrain(retraining: Retraining): Promise<RetrainingReport> {
  const { version, marks, force, signal } = retraining;
  const missing = await retraining.missing();
  if (missing !== null) return report(retraining, { result: 'failed', reason: missing });
  const mark = markOf(retraining);
  let isOurs: boolean;
  try {
    isOurs = await marks.set(
      mark,
      version.tag,
      `Retraining of ${version.tag} triggered: ${descriptionOf(retraining)}`,
    );
  } catch (error) {
    const reason = signal.aborted
      ? NOTHING_STARTED
      : `Nothing was started, because the mark that ${version.tag} is triggered could not be set. ${messageOf(error)}`;
    return report(retraining, { result: 'failed', reason });
  }
  if (!isOurs && !force) {
    const reason = `${version.tag} was triggered before (tag ${mark} of datasets/${version.repo}). Set force to trigger it again.`;
    return report(retraining, { result: 'already-triggered', reason });
  }
  const release = async (problem: string) => (isOurs ? takeAway(retraining, mark, problem) : problem);
  try {
    signal.throwIfAborted();
    const startedAt = performance.now();
    const { problem, mayStillRun, ...started } = await retraining.start();
    const waitedMs = isWaitedFor(retraining.target) ? performance.now() - startedAt : null;
    const details = { ...started, waitedMs };
    if (problem === null) return report(retraining, { ...details, result: 'triggered' });
    const reason = mayStillRun ? problem : await release(problem);
    return report(retraining, { ...details, result: 'failed', reason });
  } catch (error) {
    const mayHaveHappened = (error as { mayHaveHappened?: boolean }).mayHaveHappened === true;
    const reason = mayHaveHappened
      ? `${messageOf(error)} The target may have been started. If not, set force.`
      : await release(signal.aborted ? NOTHING_STARTED : messageOf(error));
    return report(retraining, { result: 'failed', reason });
  }
}

const NOTHING_STARTED = 'The run ended before anything was started.';

/** Returns the report of a target of a dry run. */
export function dryRunReport(retraining: Trigger): RetrainingReport {
  return report(retraining, { result: 'dry-run' });
}

/** Removes the mark, so that the next run tries again. @returns the problem, and that of the removal if there is one */
async function takeAway({ marks, version }: Retraining, mark: string, problem: string): Promise<string> {
  try {
    await marks.clear(mark);
    return problem;
  } catch (error) {
    return `${problem} The tag ${mark} of datasets/${version.repo} could not be deleted either, so a rerun needs force: ${messageOf(error)}`;
  }
}

/** Returns the name of the tag that marks a version as triggered for a target. */
function markOf({ target, version, repository }: Retraining): string {
  const name = target.name
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);
  return `${retrainedPrefix(version.tag)}${name}-${hashOf(target, homeOf({ version, repository }))}`;
}

function descriptionOf({ target, version, repository }: Trigger): string {
  return describeTarget(target, homeOf({ version, repository }));
}

function homeOf({ version, repository }: Pick<Trigger, 'version' | 'repository'>): HomePlace {
  return { repository, datasetRepo: version.repo };
}

function report(
  retraining: Trigger,
  details: Partial<RetrainingReport> & Pick<RetrainingReport, 'result'>,
): RetrainingReport {
  const { name, repo, tag: version } = retraining.version;
  const { kind } = retraining.target;
  const description = descriptionOf(retraining);
  const nothing = { stage: '', waitedMs: null, id: null, url: null, reason: null };
  return { name, repo, kind, description, version, ...nothing, ...details };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
