import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { BundleScene, variedReviews } from '../support/bundle-scene.ts';

let scene: BundleScene;
const repos = { 'department-dataset': 'owner/department', 'urgency-dataset': 'owner/urgency' };

beforeAll(async () => {
  scene = await BundleScene.start();
  await scene.newDatabase();
  await scene.addReviews(variedReviews(40));
});

afterAll(() => scene.close());

async function run(query: string, environment: NodeJS.ProcessEnv = {}) {
  return scene.run({ ...repos, 'postgres-url': `${scene.database.url()}?${query}` }, environment);
}

test.each([
  ['sslMode=verify-full', 'sslMode is unknown. Write sslmode.'],
  ['ssl_mode=verify-full', 'ssl_mode is unknown. Write sslmode.'],
  ['sslmode=', 'sslmode has no value.'],
  ['schema=app', 'schema is not supported. Write search_path=<schema>.'],
  ['search-path=app', 'search-path is unknown. Write search_path.'],
  ['sslcert=/home/runner/client.pem', 'sslcert is not supported. Client certificates are not supported.'],
  ['sslmode=disable&sslmode=verify-full', 'sslmode occurs twice with different values.'],
  ['channel_binding=require&sslmode=disable', 'does not bind the login to the TLS connection'],
])('%s is refused by name before anything is read (9)', async (query, told) => {
  const { exitCode, log, summary } = await run(query);
  expect(exitCode).toBe(1);
  expect(log).toContain(told);
  expect(summary).toContain('❌');
  expect(scene.hub.hasRepo('owner/department')).toBe(false);
});

test('what changes nothing is a warning, and the variables of other clients are not read (9)', async () => {
  const variables = { PGOPTIONS: '-c search_path=elsewhere', PGSSLMODE: 'verify-full' };
  const { exitCode, log, outputs } = await run(
    'pgbouncer=true&connection_limit=1&sslmode=disable',
    variables,
  );
  expect([exitCode, outputs.updated]).toEqual([0, '["department","urgency"]']);
  expect(log).toContain(
    '::warning title=PostgreSQL::postgres-url has parameters without effect here: pgbouncer, connection_limit.',
  );
  expect(log).toContain('::warning title=PostgreSQL::The variable PGOPTIONS is not read.');
  expect(log).not.toContain('PGSSLMODE');
});
