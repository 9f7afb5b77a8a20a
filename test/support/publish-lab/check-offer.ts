import { mergePullRequest } from '../local-hub/discussion-store.ts';
import { readWhole } from './check-hub.ts';
import { checkReaders, checkSecrets, type Observed } from './check-run.ts';
import { NOTES, REPO } from './publish-lab.ts';
import type { Stage } from './stage.ts';

/** What waits for a person: pull requests that are open, and what is wrong with what they would merge. */
export interface OfferView {
  readonly open: readonly number[];
  /** True when one is open that holds the reviews, and tells so. */
  readonly isCurrent: boolean;
  /** False when one cannot be merged into what `main` holds by now. */
  readonly isMergeable: boolean;
  readonly problems: readonly string[];
}

/** Reads the open pull requests as a person would who is about to merge them. */
export async function viewOffers({ hub, data }: Stage): Promise<OfferView> {
  const repo = hub.hasRepo(REPO) ? hub.repo(REPO) : null;
  const open = repo?.discussions.filter(({ status }) => status === 'open') ?? [];
  const problems: string[] = [];
  let isCurrent = false;
  let isMergeable = true;
  for (const offer of open) {
    const revision = `refs/pr/${offer.number}`;
    const { tag, isCurrent: isOfReviews, wrong } = await readWhole(hub, revision, data, REPO);
    if (wrong.length > 0) problems.push(`${revision}: ${wrong.join('; ')}`);
    const { changes, conflicts } = await mergePullRequest(repo!, offer);
    const isTold = tag !== null && offer.title.includes(tag.slice(1));
    isCurrent ||= isOfReviews && wrong.length === 0 && isTold;
    isMergeable &&= conflicts.length === 0;
    const [before, after] = [repo!.head.files, changes].map((files) =>
      String(files.get('README.md')?.content),
    );
    const lost = Object.values(NOTES).filter((note) => before.includes(note) && !after.includes(note));
    if (conflicts.length === 0 && changes.has('README.md'))
      problems.push(...lost.map((note) => `merging ${revision} loses what a person wrote: ${note}`));
  }
  return { open: open.map(({ number }) => number), isCurrent, isMergeable, problems };
}

/** What is wrong with what a run left that was to hold or to offer the reviews, and with what it says about it. */
export function checkOffer(
  observed: Observed,
  offers: OfferView,
  { isHeld }: { readonly isHeld: boolean },
): string[] {
  const { run, before, after } = observed;
  const { exitCode, outputs, log } = run;
  const status = outputs['urgency-status'];
  const problems = [...checkReaders(observed), ...checkSecrets(run), ...offers.problems];
  const expect = (isTrue: boolean, problem: string) => isTrue || problems.push(problem);
  expect(after.currentCommits === 0 && after.currentTags.length === 0, 'the reviews are on main');
  expect(!isHeld || offers.open.length === 0, 'what is held was offered');
  const isSurplus = offers.open.length > Math.max(1, before.openOffers);
  expect(!isSurplus, `${offers.open.length} pull requests are open`);
  if (exitCode === null) return problems;
  if (status === 'failed') {
    expect(exitCode !== 0 && /^::error/m.test(log), 'failed without an error');
  } else {
    expect(status === (isHeld ? 'held' : 'awaiting-approval'), `status ${status}`);
    expect((exitCode !== 0) === isHeld, `exit code ${exitCode} although ${status}`);
    expect(isHeld || offers.isCurrent, `${status}, and nothing offers the reviews`);
  }
  expect(outputs.updated === '[]', `updated is ${outputs.updated}`);
  return problems;
}

/** What the end must be like of a run that nothing disturbed. */
export function checkOfferEnd(
  { run }: Observed,
  { open, isMergeable }: OfferView,
  { isHeld }: { readonly isHeld: boolean },
): string[] {
  const isThere = open.length === (isHeld ? 0 : 1);
  return [
    ...(run.outputs['urgency-status'] === 'failed' ? ['the last run failed'] : []),
    ...(isMergeable ? [] : ['what is offered cannot be merged']),
    ...(isThere ? [] : [`${open.length} pull requests are open in the end`]),
  ];
}
