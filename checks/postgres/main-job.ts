import { readVersion, variedReviews } from '../../test/support/bundle-scene.ts';
import type { Checks } from '../../test/support/checks.ts';
import type { LocalHub } from '../../test/support/local-hub/server.ts';
import { insertComplaints, insertCorrections } from '../../test/support/postgres/complaints.ts';
import type { TestDatabase } from '../../test/support/postgres/server.ts';
import { type BundleRun, runBundle } from '../../test/support/run-bundle.ts';

/** Rows of each split of a published version, by label. */
export type Published = Record<string, Awaited<ReturnType<typeof readVersion>>>;

/** Where the main job reads and publishes. */
export interface Job {
  /** Name in the lines of the checks and in the names of the repos. */
  readonly name: string;
  /** Connection URL the action gets. */
  readonly url: string;
  readonly hub: LocalHub;
  readonly token: string;
  readonly checks: Checks;
}

/**
 * Runs the committed bundle three times on empty tables that it fills: first of all, with nothing new, and after new
 * reviews.
 *
 * @param database the same as in `job.url`, to write to
 * @returns the rows that the first and the third run published
 */
export async function runMainJob(database: TestDatabase, job: Job): Promise<Published[]> {
  await addComplaints(database, 1, 300);
  const first = await run(job);
  statusesAre(job, 'both labels are published', first, 'published published');
  const published = [await readAll(job, first)];

  job.hub.clearRequests();
  statusesAre(job, 'nothing new changes nothing', await run(job), 'unchanged unchanged');
  const commits = job.hub.requests.filter(({ path }) => path.includes('/commit/')).length;
  job.checks.same(`${job.name}: nothing new makes no commit`, commits, 0);

  await addComplaints(database, 301, 100);
  const third = await run(job);
  statusesAre(job, 'new reviews are published', third, 'published published');
  published.push(await readAll(job, third));
  return published;
}

/** Adds as many complaints with a reviewed correction as without any. */
async function addComplaints(database: TestDatabase, firstId: number, count: number): Promise<void> {
  const reviews = variedReviews(count, `सडक बिग्रियो ${firstId}`).map((review, index) => ({
    ...review,
    id: firstId + index,
  }));
  const classes = ({ department, urgency }: (typeof reviews)[number]) => ({ department, urgency });
  await insertComplaints(database, [
    ...reviews.map(({ id, message }) => ({ id, message })),
    ...reviews.map((review) => ({
      id: 10_000 + review.id,
      message: `${review.message} ठीक`,
      ...classes(review),
    })),
  ]);
  await insertCorrections(
    database,
    reviews.map(({ id, department, urgency }) => ({
      complaint_id: id,
      correct_department: department,
      correct_urgency: urgency,
      reviewed: true,
    })),
  );
}

function run({ name, url, hub, token }: Job): Promise<BundleRun> {
  return runBundle({
    'postgres-url': url,
    'department-dataset': `owner/${name}-department`,
    'urgency-dataset': `owner/${name}-urgency`,
    'hf-token': token,
    'hub-endpoint': hub.url,
    'min-dataset-len': '100',
    'correct-ratio': '0.5',
  });
}

function statusesAre({ name, checks }: Job, what: string, { outputs, log }: BundleRun, wanted: string): void {
  const statuses = `${outputs['department-status']} ${outputs['urgency-status']}`;
  checks.check(`${name}: ${what}`, statuses === wanted, `${statuses}\n${log}`);
}

async function readAll({ name, hub }: Job, { outputs }: BundleRun): Promise<Published> {
  const published: Published = {};
  for (const label of ['department', 'urgency']) {
    published[label] = await readVersion(hub, `owner/${name}-${label}`, outputs[`${label}-tag`]);
  }
  return published;
}
