import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Review, TOKEN, variedReviews } from '../bundle-scene.ts';
import { call } from '../local-hub/call.ts';
import { type LocalHub, startLocalHub } from '../local-hub/server.ts';
import { createComplaintTables, insertComplaints, insertCorrections } from '../postgres/complaints.ts';
import { type PostgresServer, SUPERUSER, startPostgres } from '../postgres/server.ts';
import { type BundleRun, type RunOptions, runBundle } from '../run-bundle.ts';
import type { BundleHosts } from '../warm-bundle/bundle-hosts.ts';
import { groupedInputs } from './grouped-reviews.ts';

export const REPO = 'owner/urgency';
/** The other label's repo, in scenarios of two datasets. */
export const OTHER_REPO = 'owner/department';
/** What a person wrote into the card of the repo that exists, and what somebody writes into it meanwhile. */
export const NOTES = { before: 'Ask Asmita before use.', meanwhile: 'Ask Bibek, too.' };
/** Values that may be in no log. */
export const SECRETS = [TOKEN, SUPERUSER.password] as const;

/**
 * What the repo is like before a publish: there is none; it holds a version of older data, in whose card a person
 * wrote; or it holds the very data, but the run that committed it was stopped before it set the tag.
 */
export const SITUATIONS = ['new', 'older-version', 'untagged'] as const;

/**
 * The same where versions wait in a pull request, beside a version of older data in whose card a person wrote: one with
 * other data is open, as a first version or not; two are; one with the very data was merged since; or one of a stranger,
 * with other data, was merged in a repo that anyone may read. Or a run that offered nothing published larger data.
 * `grouped`: it holds two versions of a declared dataset with groups.
 */
const LATER_SITUATIONS = [
  'offered',
  'first-offered',
  'offered-twice',
  'merged',
  'foreign-merged',
  'overtaken',
  'grouped',
] as const;

export type MainSituation = (typeof SITUATIONS)[number];
type LaterSituation = (typeof LATER_SITUATIONS)[number];
export type Situation = MainSituation | LaterSituation;

const STRANGERS_TOKEN = 'hf_strangers_token';
/** Has versions wait in a pull request. */
export const BY_PULL_REQUEST = 'publish: pull-request';

const OLDER = variedReviews(24, 'pothole');

/** Reviews by the name of the database that holds them; the current ones are published unless told otherwise. */
export const REVIEWS = {
  older: OLDER,
  current: [...OLDER, ...variedReviews(8, 'complaint')],
  other: [...OLDER, ...variedReviews(10, 'matter')],
  larger: [...OLDER, ...variedReviews(40, 'parcel')],
} as const satisfies Readonly<Record<string, readonly Review[]>>;

export type Data = keyof typeof REVIEWS;

const FAST_CLOCK = path.join(import.meta.dirname, 'fast-clock.ts');

/** A run of the bundle and how long it took, in milliseconds; with the fast clock, how long it would take without. */
export interface TimedRun extends BundleRun {
  readonly tookMs: number;
}

/** How an action is run once. */
export interface ActionOptions extends RunOptions {
  /** True makes its waits and time limits pass faster. */
  readonly fastClock?: boolean;
  readonly inputs?: Readonly<Record<string, string>>;
}

/** How one publish is run. */
export interface PublishOptions extends ActionOptions {
  readonly data?: Data;
}

/** One small dataset in a real PostgreSQL, which the bundle publishes to as many local Hubs as one likes. */
export class PublishLab {
  readonly postgres: PostgresServer;
  /** Processes that publish many times; undefined when each publish has a process of its own. */
  readonly hosts: BundleHosts | undefined;
  readonly #folder: string;
  readonly #options: RunOptions;
  #files = 0;

  private constructor(postgres: PostgresServer, folder: string, { hosts, ...options }: RunOptions) {
    this.postgres = postgres;
    this.hosts = hosts;
    this.#folder = folder;
    this.#options = options;
  }

  /** @param options how every publish is run */
  static async start(options: RunOptions = {}): Promise<PublishLab> {
    const settings = { max_connections: '200' };
    const [postgres, folder] = await Promise.all([
      startPostgres({ settings }),
      mkdtemp(path.join(tmpdir(), 'publish-lab-')),
    ]);
    const lab = new PublishLab(postgres, folder, options);
    for (const [data, reviews] of Object.entries(REVIEWS)) await lab.#fill(data, reviews);
    for (const situation of SITUATIONS) await lab.#keepSituation(situation);
    for (const situation of LATER_SITUATIONS) await lab.#keepLater(situation);
    return lab;
  }

  /** Starts a Hub of its own in a situation. */
  async hub(situation: Situation): Promise<LocalHub> {
    const stateFile = path.join(this.#folder, `hub-${this.#files++}`);
    await copyFile(path.join(this.#folder, situation), stateFile);
    return withToken(await startLocalHub({ stateFile }));
  }

  /** Publishes reviews by the bundle. */
  publish(hub: { readonly url: string }, options: PublishOptions = {}): Promise<TimedRun> {
    const { data = 'current', inputs } = options;
    return this.run(hub, {
      ...options,
      inputs: {
        'postgres-url': this.postgres.url().replace(/\/[^/]*$/, `/${data}?sslmode=disable`),
        'urgency-dataset': REPO,
        'min-dataset-len': '10',
        'correct-ratio': '0',
        ...inputs,
      },
    });
  }

  /** Runs an action by its bundle, which gets a token. */
  async run({ url }: { readonly url: string }, options: ActionOptions = {}): Promise<TimedRun> {
    const { fastClock = false, inputs = {}, environment, ...rest } = options;
    const clockReport = path.join(this.#folder, `clock-${this.#files++}`);
    const clock = {
      nodeOptions: fastClock ? ['--import', FAST_CLOCK] : [],
      environment: {
        ...environment,
        ...(fastClock ? { FAST_CLOCK_REPORT: clockReport } : {}),
        NODE_COMPILE_CACHE: path.join(this.#folder, 'compile-cache'),
      },
    };
    const startedAt = performance.now();
    const run = await runBundle(
      { 'hf-token': TOKEN, 'hub-endpoint': url, ...inputs },
      { ...this.#options, ...this.#bundleOf(rest.folder), hosts: this.hosts, ...clock, ...rest },
    );
    // A run that was killed cannot tell.
    const savedMs = fastClock && run.exitCode !== null ? Number(await readFile(clockReport, 'utf8')) : 0;
    return { ...run, tookMs: performance.now() - startedAt + savedMs };
  }

  async close(): Promise<void> {
    await Promise.all([
      this.postgres.close(),
      this.hosts?.close(),
      rm(this.#folder, { recursive: true, force: true, maxRetries: 10 }),
    ]);
  }

  /** The bundle of another action, beside the one that publishes. */
  #bundleOf(folder: string | undefined): Pick<RunOptions, 'script'> {
    const { script } = this.#options;
    if (folder === undefined || script === undefined) return {};
    return { script: path.resolve(path.dirname(script), '..', folder, 'index.js') };
  }

  async #fill(name: string, reviews: readonly Review[]): Promise<void> {
    const database = await this.postgres.createDatabase(name);
    await createComplaintTables(database);
    await insertComplaints(
      database,
      reviews.map(({ message }, index) => ({ id: index + 1, message })),
    );
    await insertCorrections(
      database,
      reviews.map(({ department, urgency }, index) => ({
        complaint_id: index + 1,
        correct_department: department ?? null,
        correct_urgency: urgency,
        reviewed: true,
      })),
    );
  }

  async #keepSituation(situation: MainSituation): Promise<void> {
    const stateFile = path.join(this.#folder, situation);
    const hub = withToken(await startLocalHub({ stateFile }));
    if (situation !== 'new') {
      const data = situation === 'untagged' ? 'current' : 'older';
      const { exitCode, log } = await this.publish(hub, { data });
      if (exitCode !== 0) throw new Error(`the publish without faults failed:\n${log}`);
    }
    if (situation === 'untagged') hub.repo(REPO).tags.clear();
    if (situation === 'older-version') {
      const card = hub.readFile(REPO, 'main', 'README.md').toString();
      hub.commitAs('asmita', REPO, { 'README.md': `${card}\n${NOTES.before}\n` });
    }
    await hub.close();
  }

  async #keepLater(situation: LaterSituation): Promise<void> {
    const stateFile = path.join(this.#folder, situation);
    const before = ['first-offered', 'grouped'].includes(situation) ? 'new' : 'older-version';
    await copyFile(path.join(this.#folder, before), stateFile);
    const hub = withToken(await startLocalHub({ stateFile }));
    const offer = async (data: Data, { token = TOKEN, gates = BY_PULL_REQUEST, other = {} } = {}) => {
      const isPrivate = hub.hasRepo(REPO) ? hub.repo(REPO).isPrivate : true;
      const inputs = { gates, 'hf-token': token, private: String(isPrivate), ...other };
      const { exitCode, log } = await this.publish(hub, { data, inputs });
      if (exitCode !== 0) throw new Error(`the offer without faults failed:\n${log}`);
    };
    if (situation === 'foreign-merged') {
      hub.repo(REPO).isPrivate = false;
      hub.addToken({ token: STRANGERS_TOKEN, user: 'mallory', role: 'write' });
      await offer('other', { token: STRANGERS_TOKEN });
    } else if (situation === 'overtaken') await offer('larger', { gates: '' });
    else if (situation === 'grouped') {
      await offer('older', { gates: '', other: groupedInputs(REPO, 'first') });
      await offer('older', { gates: '', other: groupedInputs(REPO, 'second') });
    } else await offer(situation === 'merged' ? 'current' : 'other');
    if (situation === 'offered-twice') {
      const [first] = hub.repo(REPO).discussions;
      first.status = 'closed';
      await offer('larger');
      first.status = 'open';
    }
    if (situation.endsWith('merged')) {
      const url = `${hub.url}/api/datasets/${REPO}/discussions/1/merge`;
      const { ok } = await call(url, { method: 'POST', token: TOKEN });
      if (!ok) throw new Error('the offer could not be merged');
    }
    await hub.close();
  }
}

function withToken(hub: LocalHub): LocalHub {
  hub.addToken({ token: TOKEN, user: 'owner', role: 'write' });
  return hub;
}
