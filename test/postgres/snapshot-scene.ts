import { afterAll, beforeAll } from '@jest/globals';
import type { SnapshotOptions } from '../../src/postgres/snapshot.ts';
import { type PostgresServer, startPostgres } from '../support/postgres/server.ts';

export let server: PostgresServer;

/** Starts a server with a table of the numbers 1 to 3 for the tests of a file. */
export function startServer(): void {
  beforeAll(async () => {
    server = await startPostgres();
    await server.query('CREATE TABLE numbers AS SELECT generate_series(1, 3) AS n');
  });
  afterAll(() => server.close());
}

/** Options of one attempt at the server. */
export function options(overrides: Partial<SnapshotOptions> = {}): SnapshotOptions {
  return { url: server.url(), retryDelaysMs: [], ...overrides };
}

/** Sessions of the action that the server knows of. */
export async function sessions(
  applicationName = 'prepare-dataset',
): Promise<{ pid: number; query: string }[]> {
  return server.query('SELECT pid, query FROM pg_stat_activity WHERE application_name = $1', [
    applicationName,
  ]);
}
