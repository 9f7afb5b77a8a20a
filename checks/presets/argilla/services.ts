import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { TestDatabase } from '../../../test/support/postgres/server.ts';
import {
  installFromDebian,
  installFromMaven,
  installFromPyPI,
  run,
  type Service,
  startService,
} from '../support/product.ts';

const OPENSEARCH = path.resolve(import.meta.dirname, '../opensearch');

/** A server, and a SQLite file with the same tables, all empty. */
interface Argilla extends Service {
  readonly sqlite: string;
}

/**
 * Starts Argilla's server as its documentation says: its own migrations on a database, an owner by its command line, a
 * real OpenSearch and a real Redis. Its migrations make a SQLite file too.
 *
 * @param folder where they keep their files
 * @param owner name and key of the owner
 * @throws Error when one of them cannot be installed or does not start
 */
export async function startArgilla(
  database: TestDatabase,
  folder: string,
  owner: { readonly name: string; readonly key: string; readonly workspace: string },
): Promise<Argilla> {
  installFromDebian('redis-server', 'redis-server');
  installFromDebian('java', 'default-jdk-headless');
  installFromDebian('mvn', 'maven');
  const jars = installFromMaven('opensearch', OPENSEARCH);
  const python = path.join(installFromPyPI('argilla'), 'python');
  const services: Service[] = [];
  const close = async () => {
    for (const service of services.reverse()) await service.close();
  };
  try {
    const node = await startService(
      'java',
      ['-Xmx512m', '-cp', `${jars}/*`, path.join(OPENSEARCH, 'OpenSearchNode.java'), folder],
      /Listening on (\S+)/,
    );
    services.push(node);
    const socket = path.join(folder, 'redis');
    const redis = ['--port', '0', '--unixsocket', socket, '--save', ''];
    services.push(
      await startService('redis-server', redis, /ready to accept connections (at \S+)/, { cwd: folder }),
    );
    const env = {
      PATH: process.env.PATH,
      PYTHONUNBUFFERED: '1',
      HF_HUB_OFFLINE: '1',
      ARGILLA_HOME_PATH: folder,
      ARGILLA_DATABASE_URL: database.url().replace('postgresql:', 'postgresql+asyncpg:'),
      ARGILLA_SEARCH_ENGINE: 'opensearch',
      ARGILLA_ELASTICSEARCH: `http://${node.address}`,
      ARGILLA_REDIS_URL: `unix://${socket}`,
    };
    const argilla = ['-m', 'argilla_server'];
    const sqlite = path.join(folder, 'copy.db');
    const inSqlite = {
      ...env,
      ARGILLA_DATABASE_URL: `sqlite+aiosqlite:///${sqlite}?check_same_thread=False`,
    };
    const migrate = [...argilla, 'database', 'migrate'];
    const migrated = promisify(execFile)(python, migrate, { env: inSqlite });
    run(python, migrate, { env });
    await migrated;
    const account = ['--username', owner.name, '--first-name', owner.name, '--role', 'owner'];
    const secrets = ['--password', 'correct horse', '--api-key', owner.key, '--workspace', owner.workspace];
    run(python, [...argilla, 'database', 'users', 'create', ...account, ...secrets], { env });
    const start = ['start', '--host', '127.0.0.1', '--port', '0'];
    const server = await startService(python, [...argilla, ...start], /Uvicorn running on (http:\S+)/, {
      env,
    });
    services.push(server);
    return { address: server.address, sqlite, close };
  } catch (error) {
    await close();
    throw error;
  }
}
