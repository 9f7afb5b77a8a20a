import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type LocalHub, startLocalHub } from '../../test/support/local-hub/server.ts';
import type { PostgresServer } from '../../test/support/postgres/server.ts';
import { say, sayCommand, sayTitle } from './terminal.ts';

/** Events at which the package of PostgreSQL would end the process, with an exit code of its own. */
const ENDINGS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'beforeExit', 'exit'];
const ROOT = path.resolve(import.meta.dirname, '../..');
const TOKEN = 'hf_demo';
/** Role of the command, which may read every table and change none. */
const READER = { user: 'table_reader', password: 'demo' } as const;

/** A file of the user that is as short as can be. */
const STARTER = `version: 1
sources:
  reviews:
    corrections: |
      SELECT t.id, t.body AS text, r.correct AS label, t.predicted
      FROM reviews r JOIN tickets t ON t.id = r.ticket_id
    confirmed: | # rows nobody corrected; leave it out if you have none
      SELECT t.id, t.body AS text, t.predicted AS label FROM tickets t
      WHERE NOT EXISTS (SELECT FROM reviews r WHERE r.ticket_id = t.id)
datasets:
  reviews:
    repo: acme/reviews
    source: reviews
    task: text-classification
    classes: [billing, shipping, technical]`;

/**
 * Starts an empty PostgreSQL and a Hub in which every owner exists, shows how to try one's own tables on them, and keeps
 * them up until the signal is aborted.
 *
 * @param tables SQL file that is run first; null for none
 * @throws Error with a sentence for the person, when the file cannot be read or run
 */
export async function serveOwn(tables: string | null, signal: AbortSignal): Promise<void> {
  const sql = tables === null ? '' : await readTables(tables);
  const server = await startServer();
  const hub = await startLocalHub({ keepBodies: false });
  try {
    await server.query(sql).catch((error: unknown) => {
      throw new Error(
        `${tables} cannot be run: ${whyNotRun(error, sql)}. Correct the file, and start again.`,
      );
    });
    await server.query(
      `CREATE ROLE ${READER.user} LOGIN PASSWORD '${READER.password}'; GRANT pg_read_all_data TO ${READER.user}`,
    );
    hub.addToken({
      token: TOKEN,
      user: 'you',
      role: 'write',
      get organizations() {
        return ownersAskedFor(hub);
      },
    });
    const params = { sslmode: 'disable' };
    sayHow({
      owner: server.url({ params }),
      reader: server.url({ ...READER, params }),
      hub: hub.url,
      tables,
    });
    if (!signal.aborted) await once(signal, 'abort');
    say('\nStopped: the Hub and the database are gone.');
  } finally {
    await Promise.all([server.close(), hub.close()]);
  }
}

/** Starts a real PostgreSQL, which only {@link serveOwn} ends. */
async function startServer(): Promise<PostgresServer> {
  const emitter: NodeJS.EventEmitter = process;
  const ours = ENDINGS.map((event) => emitter.listeners(event));
  const { startPostgres } = await import('../../test/support/postgres/server.ts');
  const server = await startPostgres();
  for (const [n, event] of ENDINGS.entries())
    for (const listener of emitter.listeners(event))
      if (!ours[n].includes(listener)) emitter.off(event, listener as () => void);
  return server;
}

async function readTables(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => {
    throw new Error(
      `There is no file ${path.resolve(file)} that can be read. Check the path after --tables.`,
    );
  });
}

/** Returns the message of PostgreSQL, with the line of the SQL if PostgreSQL names a place. */
function whyNotRun(error: unknown, sql: string): string {
  const { message, position } = error as { readonly message: string; readonly position?: string };
  if (position === undefined) return message;
  return `${message} (line ${sql.slice(0, Number(position)).split('\n').length})`;
}

/**
 * @param owner URL of the role that may create tables
 * @param reader URL of the role that may read them
 */
function sayHow({
  owner,
  reader,
  hub,
  tables,
}: {
  owner: string;
  reader: string;
  hub: string;
  tables: string | null;
}): void {
  const command = (file: string) => `'${path.join(ROOT, file)}'`;
  sayTitle('Your own tables, on this machine alone');
  say(tables === null ? '1. Create your tables:' : `1. The tables of ${tables} are there. To change them:`);
  sayCommand(`psql '${owner}'${tables === null ? ' --file tables.sql' : ''}`);
  say('\n2. Paste this into another terminal:');
  sayCommand(
    `export POSTGRES_URL='${reader}'`,
    `export HF_ENDPOINT=${hub} HF_TOKEN=${TOKEN} HF_HUB_DISABLE_XET=1`,
    `alias prepare-dataset="${command('node_modules/.bin/node')} ${command('bin/prepare-dataset.cjs')}"`,
  );
  say('\n3. Save this as datasets.yml, and put in your tables, columns and classes. Any repo name works:\n');
  sayCommand(STARTER);
  say(
    '\nFor another task, take the columns from docs/reference/tasks.md. For other tables, see docs/recipes.',
  );
  say('\n4. Check the file, preview the dataset with five rows, and publish it:');
  sayCommand(
    'prepare-dataset check datasets.yml',
    'prepare-dataset preview datasets.yml --min-dataset-len 1',
    'prepare-dataset run datasets.yml --min-dataset-len 1',
  );
  say('\n5. Load it, after `pip install datasets`:');
  sayCommand(`python3 -c 'from datasets import load_dataset; print(load_dataset("acme/reviews"))'`);
  say('\nThe Hub and the database stay up until Ctrl-C.');
}

/** Owners of the repos that somebody asked the Hub for: each is an organization of the one account. */
function ownersAskedFor({ requests }: LocalHub): string[] {
  const owners = requests.map(
    ({ path: asked }) => /^\/(?:api\/)?datasets\/([^/?]+)\//.exec(asked)?.[1] ?? '',
  );
  return [...new Set(owners)].filter((owner) => owner !== '');
}
