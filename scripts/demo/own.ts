import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { type LocalHub, startLocalHub } from '../../test/support/local-hub/server.ts';
import { say, sayCommand, sayTitle } from './terminal.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const TOKEN = 'hf_demo';
/** psql, the command and a program that looks at the tables, side by side. */
const CONNECTIONS = 8;

/**
 * Starts an empty PostgreSQL and a Hub in which every owner exists, shows how to try one's own tables on them, and keeps
 * them up until the signal is aborted.
 *
 * @param tables SQL file that is run first; null for none
 * @throws Error with a sentence for the person, when the file cannot be read or run
 */
export async function serveOwn(tables: string | null, signal: AbortSignal): Promise<void> {
  const sql = tables === null ? '' : await readTables(tables);
  const pglite = await PGlite.create();
  const server = new PGLiteSocketServer({
    db: pglite,
    host: '127.0.0.1',
    port: 0,
    maxConnections: CONNECTIONS,
  });
  const hub = await startLocalHub({ keepBodies: false });
  try {
    await pglite.exec(sql).catch((error: unknown) => {
      throw new Error(
        `${tables} cannot be run: ${whyNotRun(error, sql)}. Correct the file, and start again.`,
      );
    });
    await server.start();
    hub.addToken({
      token: TOKEN,
      user: 'you',
      role: 'write',
      get organizations() {
        return ownersAskedFor(hub);
      },
    });
    sayHow(`postgresql://postgres:demo@${server.getServerConn()}/postgres?sslmode=disable`, hub.url, tables);
    if (!signal.aborted) await once(signal, 'abort');
    say('\nStopped: the Hub and the database are gone.');
  } finally {
    await Promise.all([server.stop(), hub.close()]);
    await pglite.close();
  }
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

function sayHow(database: string, hub: string, tables: string | null): void {
  const command = (file: string) => path.join(ROOT, file);
  sayTitle('Your own tables, on this machine alone');
  if (tables === null) {
    say('1. Create your tables and rows, for example from a file:');
    sayCommand(`psql '${database}' --file tables.sql`);
  } else {
    say(`1. The tables of ${tables} are there. Look at them:`);
    sayCommand(`psql '${database}'`);
  }
  say('\n2. Paste this into another terminal:');
  sayCommand(
    `export POSTGRES_URL='${database}'`,
    `export HF_ENDPOINT=${hub} HF_TOKEN=${TOKEN} HF_HUB_DISABLE_XET=1`,
    `alias prepare-dataset="'${command('node_modules/.bin/node')}' '${command('bin/prepare-dataset.cjs')}'"`,
  );
  say(
    '\n3. Declare your datasets in datasets.yml. Start with the file of docs/tutorial.md, or of a recipe in docs/recipes. Any repo works, such as acme/reviews.',
  );
  say('\n4. Check the file, preview the datasets with five rows of each, and publish them:');
  sayCommand(
    'prepare-dataset check datasets.yml',
    'prepare-dataset preview datasets.yml --min-dataset-len 1',
    'prepare-dataset run datasets.yml --min-dataset-len 1',
  );
  say(`\n5. Look at the Hub, ${hub}, or load a dataset, with \`pip install datasets\`:`);
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
