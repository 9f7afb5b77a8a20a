import { DatasetRepo } from '../../src/hub/dataset-repo.ts';
import type { HubFetchOptions } from '../../src/hub/hub-fetch.ts';
import { hubFeatures } from '../../src/model/features.ts';
import { sumClassRows } from '../../src/model/rows.ts';
import { DEFAULT_TRUST, type TrustSettings } from '../../src/model/trust.ts';
import { EarlierIndexes } from '../../src/publish/earlier-index.ts';
import { lookAhead, lookUpAfter } from '../../src/publish/found.ts';
import { describeProposal } from '../../src/publish/proposal-text.ts';
import { type PublishPorts, publishDataset } from '../../src/publish/publish-dataset.ts';
import { publishVersion } from '../../src/publish/publish-version.ts';
import { buildVersion } from '../../src/version/build-version.ts';
import { hubOptions, TOKENS } from '../hub/hub-scene.ts';
import { call } from '../support/local-hub/call.ts';
import type { StoredDiscussion } from '../support/local-hub/discussion-store.ts';
import type { LocalHub } from '../support/local-hub/server.ts';
import { SETTINGS } from '../support/metadata.ts';
import { currentRules } from '../support/previous.ts';
import { preparation, REPO } from './publish-scene.ts';

/** How a dataset is offered, where it differs from the usual. */
export interface OfferChanges {
  /** Texts that differ make a version that differs. */
  readonly prefix?: string;
  readonly rows?: number;
  readonly trust?: Partial<TrustSettings>;
  readonly visibility?: 'private' | 'public';
  readonly dryRun?: boolean;
  readonly client?: Partial<HubFetchOptions>;
  /** True for a token of no user. */
  readonly isKeyless?: boolean;
  /** Gets what is written to the output folder. */
  readonly onOutput?: (paths: readonly string[]) => void;
}

let seconds = 0;

function nextSecond(): Date {
  return new Date(Date.UTC(2026, 10, 23, 1, 2, seconds++));
}

/** Offers a small dataset in a pull request, each time a second later than before. */
export async function offer(hub: LocalHub, changes: OfferChanges = {}) {
  const {
    prefix,
    rows,
    trust,
    visibility = 'private',
    dryRun = false,
    client,
    isKeyless,
    onOutput,
  } = changes;
  const repo = new DatasetRepo(REPO, { ...hubOptions(hub, client), isKeyless });
  const prepared = preparation(prefix, rows);
  const { shape, classBalance } = prepared.dataset;
  const ports = {
    outputFolder: {
      write: async (_: string, files: readonly { path: string }[]) =>
        onOutput?.(files.map(({ path }) => path)),
    },
    progress: { builtVersion() {}, retryingCommit() {} },
    now: nextSecond,
  } satisfies PublishPorts;
  return publishDataset(
    prepared,
    { repo, found: lookAhead(repo) },
    {
      dryRun,
      endpoint: hub.url,
      parameters: { ...SETTINGS, private: visibility === 'private' },
      trust: { ...DEFAULT_TRUST, publish: 'pull-request', ...trust },
      classRows: sumClassRows(shape, classBalance),
      splits: currentRules(),
      usedRepos: [repo.name],
      listOwned: (asked) => asked.siblings(),
      indexes: new EarlierIndexes(async () => repo),
      ledgerTag: null,
      runUrl: 'https://github.example/owner/app/actions/runs/1',
    },
    ports,
  );
}

/** Offers it as {@link offer} does, but without gates, output folder or time between the tries. */
export async function propose(hub: LocalHub, { prefix }: Pick<OfferChanges, 'prefix'> = {}) {
  const repo = new DatasetRepo(REPO, hubOptions(hub));
  const { dataset, dataFiles, rowIndex } = preparation(prefix);
  const { contentSha256, shape } = dataset;
  return publishVersion(
    {
      repo,
      name: shape.name,
      trust: { ...DEFAULT_TRUST, publish: 'pull-request' },
      usedRepos: [REPO],
      listOwned: async () => null,
      judge: () => [],
      describe: (tag, about) => describeProposal(dataset, { tag, ...about, changes: null, runUrl: null }),
      contentSha256,
      features: JSON.stringify(hubFeatures(shape)),
      classNames: shape.classNames,
      visibility: 'private',
      dataFiles,
      build: async (previous, existingCard) =>
        buildVersion({
          dataset,
          dataFiles: await dataFiles(),
          rowIndex: await rowIndex(null),
          repo: REPO,
          endpoint: hub.url,
          parameters: SETTINGS,
          splits: currentRules(),
          maxShrinkage: 30,
          previous,
          existingCard,
          now: nextSecond(),
        }),
      onRetry: () => {},
      retryDelaysMs: [1, 1, 1],
    },
    await lookUpAfter(repo, await lookAhead(repo)),
  );
}

/** Pull requests of the repo in the order of their numbers. */
export function pullRequests(hub: LocalHub): readonly StoredDiscussion[] {
  return hub.repo(REPO).discussions;
}

/** Does to a pull request what a person does on its page. */
export async function act(
  hub: LocalHub,
  number: number,
  what: 'merge' | 'close' | 'reopen',
  token: string = TOKENS.writer,
): Promise<void> {
  const url = `${hub.url}/api/datasets/${REPO}/discussions/${number}`;
  const answer = await (what === 'merge'
    ? call(`${url}/merge`, { method: 'POST', token })
    : call(`${url}/status`, {
        method: 'POST',
        token,
        body: { status: what === 'close' ? 'closed' : 'open' },
      }));
  if (!answer.ok) throw new Error(`${what} was answered with ${answer.status}: ${await answer.text()}`);
}

/** Commits texts to a pull request, or with null opens one, as somebody else than the action. */
export async function commitTo(
  hub: LocalHub,
  number: number | null,
  files: Readonly<Record<string, string>>,
  { title = 'Change', token = TOKENS.writer }: { title?: string; token?: string } = {},
): Promise<void> {
  const lines = [
    { key: 'header', value: { summary: title } },
    ...Object.entries(files).map(([path, text]) => ({
      key: 'file',
      value: { path, content: Buffer.from(text).toString('base64'), encoding: 'base64' },
    })),
  ];
  const where = number === null ? 'main?create_pr=1' : encodeURIComponent(`refs/pr/${number}`);
  const answer = await call(`${hub.url}/api/datasets/${REPO}/commit/${where}`, {
    method: 'POST',
    token,
    body: Buffer.from(lines.map((line) => JSON.stringify(line)).join('\n')),
  });
  if (!answer.ok) throw new Error(`the commit was answered with ${answer.status}: ${await answer.text()}`);
}
