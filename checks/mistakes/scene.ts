import { once } from 'node:events';
import { createServer } from 'node:net';
import { BundleScene, TOKEN, variedReviews } from '../../test/support/bundle-scene.ts';
import { listen } from '../../test/support/http/listen.ts';
import { type LocalGitHub, startLocalGitHub } from '../../test/support/local-github/server.ts';
import type { UrlParts } from '../../test/support/postgres/server.ts';
import { type BundleRun, runBundle } from '../../test/support/run-bundle.ts';

export const READ_TOKEN = 'hf_reader';
export const REPOSITORY = 'owner/app';
export const SPACE = 'owner/retrain-urgency';
const READER = { user: 'dataset_reader', password: 'reader' } as const;
const REVIEWS = 400;
const VERSION = 'v20261123_010000';
/** Calls of the Hub's API that are sent by POST and change nothing. */
const READS = /^\/api\/(validate-yaml|datasets\/[^/]+\/[^/]+\/paths-info\/)/;

/** A database, a Hub and a GitHub where everything is right, so that one mistake shows. */
export class MistakeScene {
  readonly data: BundleScene;
  readonly #github: LocalGitHub;

  private constructor(data: BundleScene, github: LocalGitHub) {
    this.data = data;
    this.#github = github;
  }

  static async start(): Promise<MistakeScene> {
    const [data, github] = await Promise.all([BundleScene.start(), startLocalGitHub()]);
    await data.postgres.query(`CREATE ROLE ${READER.user} LOGIN PASSWORD '${READER.password}'`);
    const { hub } = data;
    hub.addToken({ token: READ_TOKEN, user: 'owner', role: 'read' });
    hub.createSpace(SPACE);
    github.addToken('ghs_job', { permissions: ['actions=read'], repositories: [REPOSITORY] });
    github.createRepository(REPOSITORY).history.set('retrain.yml', []);
    return new MistakeScene(data, github);
  }

  /** Goes on with a new database of 400 reviews, and with a repo that is empty. */
  async reset(): Promise<void> {
    await this.data.newDatabase();
    await this.data.addReviews(variedReviews(REVIEWS));
    await this.data.database.query(`GRANT SELECT ON ALL TABLES IN SCHEMA public TO ${READER.user}`);
    this.data.hub.createRepo('owner/urgency');
  }

  /** Runs the main action for `urgency` alone. @param inputs those that are not as they are to be */
  prepare(inputs: Readonly<Record<string, string>> = {}): Promise<BundleRun> {
    return this.data.run({
      'department-dataset': '',
      'postgres-url': this.url({ params: { sslmode: 'disable' } }),
      ...inputs,
    });
  }

  /** Connection URL of a role that may only read. */
  url(parts: UrlParts): string {
    return this.data.database.url({ ...READER, ...parts });
  }

  /** Runs `trigger-retraining` for a new version of `urgency`. */
  trigger(targets: string): Promise<BundleRun> {
    const repo = this.data.hub.repo('owner/urgency');
    repo.tags.set(VERSION, { commit: repo.head.id, message: '' });
    const version = { tag: VERSION, commit: 'c0ffee', status: 'published' };
    return this.#run('trigger-retraining', {
      updated: '["urgency"]',
      versions: JSON.stringify({ urgency: version }),
      targets,
    });
  }

  dashboard(workflow: string): Promise<BundleRun> {
    return this.#run('dashboard', { workflow, path: 'index.html' });
  }

  /** Requests that changed something on the Hub. */
  writes(): string[] {
    return this.data.hub.requests
      .filter(
        ({ method, path, status }) => !['GET', 'HEAD'].includes(method) && !READS.test(path) && status < 300,
      )
      .map(({ method, path }) => `${method} ${path}`);
  }

  async close(): Promise<void> {
    await Promise.all([this.data.close(), this.#github.close()]);
  }

  #run(folder: string, inputs: Readonly<Record<string, string>>): Promise<BundleRun> {
    const given = {
      'urgency-dataset': 'owner/urgency',
      'hf-token': TOKEN,
      'hub-endpoint': this.data.hub.url,
      'github-token': 'ghs_job',
      ...inputs,
    };
    const environment = { GITHUB_API_URL: this.#github.url, GITHUB_REPOSITORY: REPOSITORY };
    return runBundle(given, { folder, environment });
  }
}

/** A pooler that knows no user of that name, as Supabase's says it. @returns its port, and how to stop it */
export async function startStrangePooler(): Promise<{ port: number; close(): Promise<void> }> {
  const fields = ['SFATAL', 'VFATAL', 'CXX000', 'MTenant or user not found'].map((field) => `${field}\0`);
  const body = Buffer.from(`${fields.join('')}\0`);
  const header = Buffer.from('E\0\0\0\0');
  header.writeInt32BE(body.length + 4, 1);
  const server = createServer(async (socket) => {
    await once(socket, 'data');
    socket.end(Buffer.concat([header, body]));
  });
  return listen(server);
}
