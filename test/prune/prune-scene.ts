import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { DatasetRepo } from '../../src/hub/dataset-repo.ts';
import type { HubFetchOptions } from '../../src/hub/hub-fetch.ts';
import { RepoHistory } from '../../src/hub/repo-history.ts';
import { sumClassRows } from '../../src/model/rows.ts';
import { DEFAULT_TRUST } from '../../src/model/trust.ts';
import type { PruneOptions } from '../../src/prune/prune.ts';
import { EarlierIndexes } from '../../src/publish/earlier-index.ts';
import { lookAhead } from '../../src/publish/found.ts';
import { type PublishPorts, publishDataset } from '../../src/publish/publish-dataset.ts';
import { hubOptions, TOKENS } from '../hub/hub-scene.ts';
import { preparation, REPO } from '../publish/publish-scene.ts';
import { addCommit, openDiscussion } from '../support/local-hub/discussion-store.ts';
import { largeFile, type StoredCommit } from '../support/local-hub/repo-store.ts';
import { type LocalHub, startLocalHub } from '../support/local-hub/server.ts';
import { SETTINGS } from '../support/metadata.ts';
import { currentRules } from '../support/previous.ts';

/** Versions of a scene, the oldest first: each has texts of its own, so that all rows of one leave with the next. */
export const VERSIONS = ['v20260101_020000', 'v20260201_020000', 'v20260301_020000'] as const;
export const [FIRST, SECOND, NEWEST] = VERSIONS;
export const INDEX = 'row_index.parquet';
/** Text that only a pull request holds. */
const OFFERED = Buffer.from('PAR1 rows that were offered');

/** A repo with three versions, marks, a tag of a person, and a merged, a closed and an open pull request. */
export class PruneScene {
  readonly #folder: string;
  readonly #hubs: LocalHub[] = [];

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async prepare(): Promise<PruneScene> {
    const scene = new PruneScene(await mkdtemp(path.join(tmpdir(), 'prune-')));
    const hub = await startWith(path.join(scene.#folder, 'state'));
    for (const tag of VERSIONS) {
      await publishRows(hub, `rows of ${tag}`, tag);
      const { commit } = hub.repo(REPO).tags.get(tag)!;
      for (const mark of [`announced-${tag}`, `retrained-${tag}-abc`])
        hub.repo(REPO).tags.set(mark, { commit, message: '' });
    }
    const repo = hub.repo(REPO);
    repo.tags.set('baseline', repo.tags.get(SECOND)!);
    for (const status of ['merged', 'closed', 'open'] as const) {
      const base = repo.resolve(FIRST)!;
      const offer = openDiscussion(repo, { title: 'Offer', description: '', author: 'owner', base });
      addCommit(offer, offerOn(hub, base, status));
      offer.status = status;
    }
    await hub.close();
    return scene;
  }

  /** Starts a Hub that holds the repo as it was prepared. */
  async open(): Promise<LocalHub> {
    const file = path.join(this.#folder, `state-${this.#hubs.length}`);
    await copyFile(path.join(this.#folder, 'state'), file);
    const hub = await startWith(file);
    this.#hubs.push(hub);
    return hub;
  }

  async close(): Promise<void> {
    await Promise.all(this.#hubs.map((hub) => hub.close()));
    await rm(this.#folder, { recursive: true });
  }
}

async function startWith(stateFile: string): Promise<LocalHub> {
  const hub = await startLocalHub({ stateFile });
  hub.addToken({ token: TOKENS.writer, user: 'owner', role: 'write' });
  return hub;
}

function offerOn(hub: LocalHub, base: StoredCommit, name: string): StoredCommit {
  const content = Buffer.concat([OFFERED, Buffer.from(name)]);
  const sha256 = hub.addLargeFile(content);
  const pushedAt = '2026-01-02T00:00:00.000Z';
  const pushed = {
    filename: 'data/train-00000-of-00001.parquet',
    size: content.length,
    ref: 'refs/pr/1',
    pushedAt,
  };
  hub.repo(REPO).largeFiles.set(sha256, pushed);
  const changes = new Map([[pushed.filename, largeFile(sha256, content.length)]]);
  return hub.repo(REPO).makeCommit(base, { title: 'Offer', message: '', author: 'owner', changes });
}

/** Publishes rows as a run does, named after a tag's instant. */
export async function publishRows(hub: LocalHub, prefix: string, tag: string) {
  const [date, time] = tag.slice(1).split('_');
  const parts = /^(....)(..)(..)(..)(..)(..)$/.exec(date + time)!.slice(1);
  const now = new Date(`${parts.slice(0, 3).join('-')}T${parts.slice(3).join(':')}Z`);
  const repo = new DatasetRepo(REPO, hubOptions(hub));
  const prepared = preparation(prefix, 100);
  const settings = {
    dryRun: false,
    endpoint: hub.url,
    parameters: SETTINGS,
    trust: { ...DEFAULT_TRUST, gates: {} },
    splits: currentRules(),
    usedRepos: [REPO],
    listOwned: async () => null,
    indexes: new EarlierIndexes(async () => repo),
    ledgerTag: null,
    runUrl: null,
    classRows: sumClassRows(prepared.dataset.shape, prepared.dataset.classBalance),
  };
  const progress = { builtVersion: () => undefined, retryingCommit: () => undefined };
  const ports: PublishPorts = { outputFolder: null, progress, now: () => now };
  return publishDataset(prepared, { repo, found: lookAhead(repo) }, settings, ports);
}

/** Options for the repo of a scene. */
export function pruneOptions(
  hub: LocalHub,
  changes: Partial<PruneOptions> = {},
  client: Partial<HubFetchOptions> = {},
): PruneOptions {
  const options = hubOptions(hub, { retryDelaysMs: [], ...client });
  return {
    repo: new DatasetRepo(REPO, options),
    history: new RepoHistory(REPO, options),
    dryRun: false,
    force: false,
    now: () => new Date(),
    onStep: () => undefined,
    production: new Map(),
    ...changes,
  };
}

/** Adds a large file to a repo as a person does who pushed it. @returns its SHA-256 */
export function pushFile(hub: LocalHub, filename: string, pushedAt = '2026-01-01T00:00:00.000Z'): string {
  const content = Buffer.from(`content of ${filename}`);
  const sha256 = hub.addLargeFile(content);
  const { largeFiles } = hub.repo(REPO);
  largeFiles.set(sha256, { filename, size: content.length, ref: 'refs/heads/main', pushedAt });
  return sha256;
}

/** Options of a Hub that made a copy of a repo's data for its viewer. @param commit what the copy is on */
export function optionsWithConversion(hub: LocalHub, commit: StoredCommit): PruneOptions {
  const name = 'refs/convert/parquet';
  hub.repo(REPO).branches.set(name, commit);
  const options = pruneOptions(hub);
  const references = options.history.references.bind(options.history);
  options.history.references = async () => {
    const found = await references();
    const branches = new Map([...found.branches].filter(([branch]) => branch !== name));
    return { ...found, branches, conversions: new Map([[name, commit.id]]) };
  };
  return options;
}

/** Texts of a version's rows, read from all of its data files. @throws Error when one is missing */
export async function textsOf(hub: LocalHub, revision: string): Promise<string[]> {
  const rows = await Promise.all(
    ['train', 'eval', 'test'].map((split) => rowsOf(hub, revision, `data/${split}-00000-of-00001.parquet`)),
  );
  return rows.flat().map(({ grievance }) => String(grievance));
}

export async function rowsOf(hub: LocalHub, revision: string, file: string) {
  const content = Uint8Array.from(hub.readFile(REPO, revision, file)).buffer;
  return parquetReadObjects({ file: content, compressors });
}
