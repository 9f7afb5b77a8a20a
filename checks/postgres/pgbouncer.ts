import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, type PostgresServer, SUPERUSER } from '../../test/support/postgres/server.ts';

/** A PgBouncer in transaction mode. */
export interface PgBouncer {
  readonly port: number;
  /** URL of the database `postgres` behind it. */
  url(parts?: { password?: string; database?: string }): string;
  close(): Promise<void>;
}

/**
 * Starts the machine's PgBouncer in front of a server's databases.
 *
 * @param settings of the section `[pgbouncer]` of its configuration, beside those that every one of them has
 * @throws Error when it does not start
 */
export async function startPgBouncer(
  server: PostgresServer,
  settings: Readonly<Record<string, string | number>> = {},
): Promise<PgBouncer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'pgbouncer-'));
  const port = await freePort();
  const { user, password } = SUPERUSER;
  const lines = Object.entries({
    listen_addr: '127.0.0.1',
    listen_port: port,
    unix_socket_dir: '',
    auth_type: 'scram-sha-256',
    auth_file: path.join(folder, 'users.txt'),
    pool_mode: 'transaction',
    ...settings,
  }).map(([name, value]) => `${name} = ${value}`);
  const behind = `postgres = host=127.0.0.1 port=${server.port}`;
  await writeFile(path.join(folder, 'users.txt'), `"${user}" "${password}"\n`);
  await writeFile(
    path.join(folder, 'pgbouncer.ini'),
    `[databases]\n${behind}\n[pgbouncer]\n${lines.join('\n')}\n`,
  );
  await chmod(folder, 0o755);
  // It does not run as root, just as PostgreSQL; the test server has made the user.
  const asUser = userInfo().uid === 0 ? ['--user=postgres'] : [];
  const child = spawn('pgbouncer', ['--quiet', ...asUser, path.join(folder, 'pgbouncer.ini')], {
    stdio: 'ignore',
  });
  let isRunning = true;
  const ended = once(child, 'exit').finally(() => {
    isRunning = false;
  });
  while (!(await listens(port))) {
    if (!isRunning) throw new Error('PgBouncer did not start');
    await sleep(50);
  }
  return {
    port,
    url: (parts = {}) =>
      `postgresql://${user}:${parts.password ?? password}@127.0.0.1:${port}/${parts.database ?? 'postgres'}?sslmode=disable`,
    async close() {
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function listens(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
