import { randomUUID } from 'node:crypto';
import { parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { type LocalHub, startLocalHub } from './local-hub/server.ts';
import { createComplaintTables, insertComplaints, insertCorrections } from './postgres/complaints.ts';
import { type PostgresServer, startPostgres, type TestDatabase } from './postgres/server.ts';
import { type BundleRun, type RunOptions, runBundle } from './run-bundle.ts';

/** A reviewed correction of a complaint of its own; labels that are left out are not corrected. */
export interface Review {
  readonly message: string | null;
  readonly department?: string;
  readonly urgency?: string;
}

export const TOKEN = 'hf_writer';
export const DEPARTMENTS = [
  'Municipal Governance & Community Services',
  'Education, Health & Social Welfare',
  'Infrastructure, Utilities & Natural Resources',
  'Security & Law Enforcement',
] as const;

/** A real PostgreSQL and a local Hub that the root action's bundle is run against. */
export class BundleScene {
  readonly hub: LocalHub;
  readonly postgres: PostgresServer;
  #database: TestDatabase;

  private constructor(hub: LocalHub, postgres: PostgresServer) {
    this.hub = hub;
    this.postgres = postgres;
    this.#database = postgres;
  }

  static async start(): Promise<BundleScene> {
    const [hub, postgres] = await Promise.all([startLocalHub(), startPostgres()]);
    hub.addToken({ token: TOKEN, user: 'owner', role: 'write' });
    return new BundleScene(hub, postgres);
  }

  get database(): TestDatabase {
    return this.#database;
  }

  /** Goes on with a new database with empty tables. */
  async newDatabase(): Promise<void> {
    this.#database = await this.postgres.createDatabase(`db_${randomUUID()}`);
    await createComplaintTables(this.#database);
    this.hub.clearRequests();
    this.hub.faults.clear();
  }

  /** Adds complaints with a reviewed correction each. */
  async addReviews(reviews: readonly Review[]): Promise<void> {
    const [{ next }] = await this.#database.query(
      'SELECT 1 + coalesce(max(id), 0)::integer AS next FROM complaints',
    );
    const complaints = reviews.map(({ message }, index) => ({ id: next + index, message }));
    await insertComplaints(this.#database, complaints);
    await this.addCorrections(reviews.map((review, index) => ({ complaintId: next + index, ...review })));
  }

  /** Adds reviewed corrections to complaints that exist. */
  async addCorrections(
    corrections: readonly (Omit<Review, 'message'> & { complaintId: number })[],
  ): Promise<void> {
    await insertCorrections(
      this.#database,
      corrections.map(({ complaintId, department, urgency }) => ({
        complaint_id: complaintId,
        correct_department: department ?? null,
        correct_urgency: urgency ?? null,
        reviewed: true,
      })),
    );
  }

  /** Runs the bundle for the repos `owner/department` and `owner/urgency`, unless told otherwise. */
  run(
    inputs: Readonly<Record<string, string>> = {},
    environment: NodeJS.ProcessEnv = {},
    options: Omit<RunOptions, 'environment'> = {},
  ): Promise<BundleRun> {
    const given = {
      'postgres-url': this.#database.url({ params: { sslmode: 'disable' } }),
      'department-dataset': 'owner/department',
      'urgency-dataset': 'owner/urgency',
      'hf-token': TOKEN,
      'hub-endpoint': this.hub.url,
      'min-dataset-len': '10',
    };
    return runBundle({ ...given, ...inputs }, { ...options, environment });
  }

  async close(): Promise<void> {
    await Promise.all([this.hub.close(), this.postgres.close()]);
  }
}

/** Reviews with different texts, in turn of every department and of NORMAL and URGENT. */
export function variedReviews(count: number, prefix = 'complaint'): Review[] {
  return Array.from({ length: count }, (_, index) => ({
    message: `${prefix} number ${index}`,
    department: DEPARTMENTS[index % DEPARTMENTS.length],
    urgency: index % 2 === 0 ? 'NORMAL' : 'URGENT',
  }));
}

/** Texts and class ids of each split of a published version, read from its parquet files. */
export async function readVersion(hub: LocalHub, repo: string, revision: string) {
  const read = async (split: string) => {
    const content = hub.readFile(repo, revision, `data/${split}-00000-of-00001.parquet`);
    const rows = await parquetReadObjects({ file: new Uint8Array(content).buffer, compressors });
    return rows.map(({ text, grievance = text, label }) => [grievance, Number(label)] as const);
  };
  return { train: await read('train'), eval: await read('eval'), test: await read('test') };
}
