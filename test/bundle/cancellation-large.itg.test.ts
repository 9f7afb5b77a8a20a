import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { BundleScene, DEPARTMENTS } from '../support/bundle-scene.ts';
import { cancelBundle, expectCancelled } from '../support/cancel-bundle.ts';

/** Few rows of long texts: 400 MB of what does not compress. */
const ROWS = 40_000;

let scene: BundleScene;
beforeAll(async () => {
  scene = await BundleScene.start();
  await scene.newDatabase();
  // Repos that exist, so that nothing is waited for between the split and the writing of data files.
  for (const name of ['owner/department', 'owner/urgency']) scene.hub.createRepo(name);
  await scene.database.query(
    `INSERT INTO complaints (id, message)
     SELECT n, string_agg(md5(n || ':' || part), ' ') FROM generate_series(1, ${ROWS}) n, generate_series(1, 303) part
     GROUP BY n`,
  );
  await scene.database.query(
    `INSERT INTO misclassified_complaints (complaint_id, correct_department, correct_urgency, reviewed)
     SELECT id, $1, 'URGENT', true FROM complaints`,
    [DEPARTMENTS[0]],
  );
}, 120_000);
afterAll(() => scene.close());

test.each([
  ['once the rows are read', (log: string) => log.includes('Read corrections: took')],
  ['while data files are written', (log: string) => log.includes('split 40,000 rows')],
  ['while data files are sent', () => scene.hub.requests.some(({ path }) => path.endsWith('/objects/batch'))],
])(
  'with 400 MB of text a run that is cancelled %s ends in time',
  async (_, isThere) => {
    scene.hub.clearRequests();
    const run = await cancelBundle(scene, 'SIGINT', isThere);
    expectCancelled(run);
    expect(run.outputs).toMatchObject({ 'department-tag': '', 'urgency-tag': '', updated: '[]' });
  },
  120_000,
);
