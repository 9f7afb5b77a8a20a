import { readVersion } from '../bundle-scene.ts';
import type { LocalHub } from '../local-hub/server.ts';
import { checkReaders, checkSecrets, type Observed } from './check-run.ts';
import type { End } from './ends.ts';
import { MOVED_REVIEWS } from './grouped-reviews.ts';
import { REPO, REVIEWS } from './publish-lab.ts';
import type { Stage } from './stage.ts';

const SPLITS = ['train', 'eval', 'test'] as const;
/** Versions of the situation. */
const EARLIER = 2;

/** The reviews with groups are published, but for those that would come to another split. */
export const UNMOVED: End = {
  isFailure: false,
  checkRun,
  checkEnd: async ({ hub }, { run }) => [
    ...(['published', 'unchanged'].includes(statusOf(run)) ? [] : [`the last run came to ${statusOf(run)}`]),
    ...checkVersions(hub, EARLIER + 1),
    ...(await checkMain(hub)),
  ],
};

/** They are held, because nobody knows which splits they had. */
export const NOT_KNOWN: End = {
  isFailure: true,
  checkRun: async (stage, observed, budgetMs) => [
    ...(await checkRun(stage, observed, budgetMs)),
    ...checkVersions(stage.hub, EARLIER),
  ],
  checkEnd: (_, { run }) => [
    ...(statusOf(run) === 'held' ? [] : [`the last run came to ${statusOf(run)}`]),
    ...(run.summary.includes('row\\_index.parquet is missing or damaged')
      ? []
      : ['the summary names no cause']),
  ],
};

/** What is wrong with the versions after a run, also one that was cut off, and with what the run says about them. */
async function checkRun({ hub }: Stage, observed: Observed, budgetMs: number): Promise<string[]> {
  const { run, after } = observed;
  const problems = [...checkReaders(observed), ...checkSecrets(run), ...(await checkSplits(hub))];
  const expect = (isTrue: boolean, problem: string) => isTrue || problems.push(problem);
  expect(run.tookMs <= budgetMs, `the run took ${(run.tookMs / 1000).toFixed(1)} s`);
  const { exitCode, outputs, log } = run;
  if (exitCode === null) return problems;
  const status = statusOf(run);
  if (status === 'published' || status === 'unchanged') {
    const { tag, commit } = JSON.parse(outputs.versions).urgency;
    expect(exitCode === 0, `exit code ${exitCode} although ${status}`);
    expect(after.tags.get(tag) === commit, `${status}: ${tag} names another commit than the outputs`);
    problems.push(...(await checkMain(hub)));
  } else {
    // A request that fails can hide the row index.
    expect(status === 'failed' || status === 'held', `status ${status}`);
    expect(exitCode !== 0 && /^::error/m.test(log), `${status} without an error`);
    expect(outputs.updated === '[]', `${status}, and updated is ${outputs.updated}`);
  }
  return problems;
}

/** Texts that were in one split and are in another. */
async function checkSplits(hub: LocalHub): Promise<string[]> {
  const splits = new Map<unknown, string>();
  const problems: string[] = [];
  for (const { id, files } of hub.repo(REPO).commits) {
    if (!files.has('data/train-00000-of-00001.parquet')) continue;
    const version = await readVersion(hub, REPO, id);
    for (const split of SPLITS) {
      for (const [text] of version[split]) {
        const before = splits.get(text) ?? split;
        if (before !== split) problems.push(`${text} was in ${before} and is in ${split}`);
        splits.set(text, before);
      }
    }
  }
  return problems;
}

function checkVersions(hub: LocalHub, count: number): string[] {
  const { commits } = hub.repo(REPO);
  const withMetadata = commits.filter(({ files }) => files.has('dataset_metadata.json'));
  const made = new Set(withMetadata.map(({ id }) => metadataAt(hub, id).version_tag));
  return made.size === count ? [] : [`${made.size} versions were committed instead of ${count}`];
}

/** What `main` lacks of the reviews, or has too much of. */
async function checkMain(hub: LocalHub): Promise<string[]> {
  const version = await readVersion(hub, REPO, 'main');
  const messages = (rows: readonly (readonly unknown[])[]) => rows.map(([message]) => String(message)).sort();
  const published = messages(SPLITS.flatMap((split) => version[split]));
  const unmoved = REVIEWS.current.filter((_, index) => !MOVED_REVIEWS.includes(index));
  const isWhole = String(published) === String(messages(unmoved.map(({ message }) => [message])));
  const { moved } = metadataAt(hub, 'main').quality.dropped;
  return [
    ...(isWhole ? [] : [`main has ${published.length} rows, and not those that stay in their split`]),
    ...(moved === MOVED_REVIEWS.length ? [] : [`the metadata count ${moved} moved rows`]),
  ];
}

function metadataAt(hub: LocalHub, revision: string) {
  return JSON.parse(String(hub.readFile(REPO, revision, 'dataset_metadata.json')));
}

function statusOf({ outputs }: Observed['run']): string {
  return JSON.parse(outputs.versions || '{}').urgency?.status ?? 'failed';
}
