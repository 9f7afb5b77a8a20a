import type { HubView } from './check-hub.ts';
import { REVIEWS, SECRETS, type TimedRun } from './publish-lab.ts';

/** A run and what readers saw before and after it. */
export interface Observed {
  readonly run: TimedRun;
  readonly before: HubView;
  readonly after: HubView;
}

/** What is wrong with what readers see after something was done to the repo, and was not wrong before. */
export function checkReaders({ before, after }: Pick<Observed, 'before' | 'after'>): string[] {
  const problems = after.problems.filter((problem) => !before.problems.includes(problem));
  for (const [tag, commit] of before.tags) {
    if (after.tags.get(tag) !== commit) problems.push(`the tag ${tag} was moved`);
  }
  if (after.currentTags.length > 1) problems.push(`the reviews have the tags ${after.currentTags}`);
  if (after.currentCommits > 1) problems.push(`the reviews were committed ${after.currentCommits} times`);
  return problems;
}

/** What is wrong with what readers see after a run, and with what the run says about it. */
export function checkRun(observed: Observed, budgetMs: number): string[] {
  const { run, after } = observed;
  const problems = checkReaders(observed);
  if (run.tookMs > budgetMs) problems.push(`the run took ${(run.tookMs / 1000).toFixed(1)} s`);
  const isKilled = run.exitCode === null;
  return [...problems, ...checkSecrets(run), ...(isKilled ? [] : checkOutputs(run, after))];
}

/** What a run tells that nobody may be told. */
export function checkSecrets({ log, summary, outputs }: TimedRun): string[] {
  const told = `${log}${summary}${JSON.stringify(outputs)}`;
  const messages = Object.values(REVIEWS).flatMap((reviews) => reviews.map(({ message }) => String(message)));
  return [...SECRETS, ...messages]
    .filter((secret) => told.includes(secret))
    .map((secret) => `the run tells ${secret}`);
}

/** What the end of a publish that nothing disturbed must be like. */
export function checkEnd({ run, after }: Observed): string[] {
  const problems = [...after.problems];
  const status = run.outputs['urgency-status'];
  if (!['published', 'unchanged'].includes(status)) problems.push(`the last run came to ${status}`);
  if (after.currentTags.length !== 1)
    problems.push(`${after.currentTags.length} tagged versions of the reviews`);
  if (after.currentCommits !== 1) problems.push(`${after.currentCommits} commits of the reviews`);
  return problems;
}

function checkOutputs({ exitCode, outputs, log }: TimedRun, after: HubView): string[] {
  const status = outputs['urgency-status'];
  const problems: string[] = [];
  const expect = (isTrue: boolean, problem: string) => isTrue || problems.push(problem);
  if (status === 'published' || status === 'unchanged') {
    const { tag, commit } = JSON.parse(outputs.versions).urgency;
    expect(exitCode === 0, `exit code ${exitCode} although ${status}`);
    expect(outputs['urgency-tag'] === tag, 'the outputs tell two tags');
    expect(after.tags.get(tag) === commit, `${status}: ${tag} names another commit than the outputs tell`);
    expect(after.currentTags.includes(tag), `${status}: ${tag} holds other data`);
    if (status === 'published') expect(outputs.updated === '["urgency"]', `updated is ${outputs.updated}`);
  } else {
    expect(status === 'failed', `status ${status}`);
    expect(exitCode !== 0, 'exit code 0 although failed');
    expect(outputs['urgency-tag'] === undefined || outputs['urgency-tag'] === '', 'failed with a tag');
    expect(outputs.updated === '[]', `failed, and updated is ${outputs.updated}`);
    expect(/^::error/m.test(log), 'failed without an error');
  }
  return problems;
}
