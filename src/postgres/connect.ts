import { Client } from 'pg';
import type { CopyToStreamQuery } from 'pg-copy-streams';
import type { StatementOrigin } from '../model/selection.ts';
import type { ConnectionSettings } from './connection-settings.ts';
import { isAboutStatement } from './errors/conditions.ts';
import { explainError, TLS_NOT_OFFERED } from './errors/explain-error.ts';
import { NOT_POSTGRES } from './errors/explain-network-error.ts';
import { explainWait, type Wait } from './errors/explain-wait.ts';
import type { ErrorContext } from './errors/explanation.ts';
import { PostgresError } from './errors/postgres-error.ts';
import { describeServer } from './errors/server-address.ts';
import {
  describeStatements,
  extendedCopy,
  type PreparedText,
  type WireDescription,
} from './extended-query.ts';
import { createSocket, followStart } from './session-start.ts';
import { type Encryption, encryptionsToTry } from './tls.ts';
import { connectLimitMs, startWatch, WAIT_LIMITS, type WaitLimits, type Watch } from './waits.ts';

/** Options of a connection. */
export interface ConnectionTarget {
  readonly settings: ConnectionSettings;
  /** Certificates of the trusted authorities, PEM text. */
  readonly ca: string | undefined;
  readonly applicationName: string;
  /** Limits of the waits for the server, instead of {@link WAIT_LIMITS}. */
  readonly limits?: Partial<WaitLimits>;
  /** Called repeatedly while a statement runs. */
  readonly onWait?: (event: WaitEvent) => void;
}

/** A statement that still runs. */
export interface WaitEvent extends Pick<Wait, 'action' | 'origin'> {
  /** Rows of it that have arrived; null if it gives none. */
  readonly rows: number | null;
  /** Milliseconds since its start. */
  readonly elapsedMs: number;
}

/** The server's description of statements, up to the first one it refuses. */
export interface Descriptions {
  readonly descriptions: readonly WireDescription[];
  /** Why it refuses the next one, and the character it points at, from 1; null if it describes them all. */
  readonly refusal: { readonly error: PostgresError; readonly position: number | null } | null;
}

/** An open session. Every error it throws is a PostgresError. */
export interface Connection {
  readonly isEncrypted: boolean;
  /** Aborted when the session is lost, even if nothing is requested of it then. */
  readonly lost: AbortSignal;
  /** Runs statements of this project, and returns the rows of the last one. */
  // biome-ignore lint/suspicious/noExplicitAny: rows have the columns of whatever is selected
  query(sql: string, wait?: Wait): Promise<any[]>;
  /**
   * Describes statements, up to the first one that is refused; runs only those that must run before them.
   *
   * @param statements each with the SELECT that it is of
   * @throws PostgresError if the statement is not the cause of the refusal
   */
  describe(
    statements: readonly (PreparedText & { readonly origin?: StatementOrigin })[],
  ): Promise<Descriptions>;
  /** Starts a COPY … TO STDOUT of one statement; errors of the stream are raw, for `explain`. */
  copyTo(statement: PreparedText): CopyToStreamQuery;
  /** Watches a statement that was started: cuts the connection if it takes too long, which `explain` then explains. */
  watch(wait: Wait): Watch;
  explain(error: unknown, origin?: StatementOrigin): PostgresError;
  /** Cuts the connection; everything in progress fails. */
  destroy(): void;
  /** Ends the transaction and the session, and cuts the connection if that takes longer than 5 s. */
  close(): Promise<void>;
}

const KEEP_ALIVE_IDLE_MS = 30_000;
const CLOSE_TIMEOUT_MS = 5000;
const ANSWER: Wait = { action: 'answer', limit: 'statement' };
const DESCRIBE: Wait = { action: 'describe the SELECTs', limit: 'statement' };

/** Failures that do not depend on encryption, so that an attempt with another encryption would only hide them. */
const SAME_WITH_ANY_ENCRYPTION = new Set(
  [
    'ENOTFOUND EAI_AGAIN ECONNREFUSED ETIMEDOUT EHOSTUNREACH ENETUNREACH ENOENT EACCES',
    '28P01 3D000 42501 53300 57P01 57P02 57P03',
    NOT_POSTGRES,
  ].flatMap((codes) => codes.split(' ')),
);

/**
 * Opens a session, trying the encryptions of the sslmode in order. Unlike libpq, `allow` and `prefer` do not send the
 * password a second time after the server rejected it.
 *
 * @param signal cuts the connection, also later while it is in use
 * @throws PostgresError about the encrypted attempt if both failed, unless the server offers no TLS
 */
export async function connect(
  target: ConnectionTarget,
  signal: AbortSignal | undefined,
): Promise<Connection> {
  const failures: { encrypted: boolean; error: PostgresError }[] = [];
  for (const encryption of encryptionsToTry(target.settings, target.ca)) {
    try {
      return await tryToConnect(target, encryption, signal);
    } catch (error) {
      if (!(error instanceof PostgresError)) throw error;
      failures.push({ encrypted: encryption !== false, error });
      if (signal?.aborted || SAME_WITH_ANY_ENCRYPTION.has(error.code ?? '')) throw error;
    }
  }
  const relevant = failures.filter(({ error }) => failures.length === 1 || error.code !== TLS_NOT_OFFERED);
  throw (relevant.find(({ encrypted }) => encrypted) ?? relevant[0]!).error;
}

async function tryToConnect(
  target: ConnectionTarget,
  encryption: Encryption,
  signal: AbortSignal | undefined,
): Promise<Connection> {
  const { settings, ca, applicationName } = target;
  const client = new Client({
    host: settings.host,
    port: settings.port,
    database: settings.database,
    user: settings.user,
    password: () => requirePassword(settings),
    ssl: encryption,
    application_name: settings.applicationName ?? applicationName,
    options: settings.startupOptions,
    sslnegotiation: settings.sslNegotiation,
    enableChannelBinding: settings.requiresChannelBinding,
    client_encoding: 'UTF8',
    connectionTimeoutMillis: connectLimitMs(settings),
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_IDLE_MS,
    stream: createSocket,
  });
  ignoreEnvironment(client, settings);
  if (settings.requiresChannelBinding) requireChannelBinding(client, settings);
  const encrypted = encryption !== false;
  const stepNow = followStart(client, encrypted);
  let phase: ErrorContext['phase'] = 'connect';
  let loss: Error | undefined;
  let expired: PostgresError | undefined;
  const lost = new AbortController();
  client.on('error', (error) => {
    loss ??= error;
    lost.abort(error);
  });
  const explain = (error: unknown, origin?: StatementOrigin) => {
    const context = { settings, phase, encrypted, hasCa: ca !== undefined, loss, step: stepNow(), origin };
    return expired ?? explainError(error, context);
  };
  const destroy = () => {
    client.connection.stream.destroy();
  };
  const limits = { ...WAIT_LIMITS, ...target.limits };
  const watch = (wait: Wait) => {
    const { action, origin, rows = () => null } = wait;
    const limitMs = limitOf(wait, settings, limits);
    return startWatch({
      limitMs,
      ofSilence: wait.limit === 'statement' && settings.statementTimeoutMs === 0,
      reportMs: limits.reportMs,
      onReport: (elapsedMs) => target.onWait?.({ action, origin, rows: rows(), elapsedMs }),
      onExpire: (silentMs) => {
        expired = explainWait(wait, { settings, limitMs, silentMs });
        destroy();
      },
    });
  };
  const watched = async <T>(wait: Wait, work: () => Promise<T>): Promise<T> => {
    const watching = watch(wait);
    try {
      return await work();
    } finally {
      watching.end();
    }
  };

  signal?.throwIfAborted();
  signal?.addEventListener('abort', destroy, { once: true });
  try {
    await client.connect();
  } catch (error) {
    signal?.removeEventListener('abort', destroy);
    destroy();
    throw explain(error);
  }
  return {
    isEncrypted: encrypted,
    lost: lost.signal,
    async query(sql, wait = ANSWER) {
      phase = wait.limit === 'set-up' ? 'connect' : 'read';
      const results = await watched(wait, () => client.query(sql)).catch((error) => {
        throw explain(error);
      });
      phase = 'read';
      return [results].flat().at(-1)?.rows ?? [];
    },
    async describe(statements) {
      phase = 'describe';
      const { descriptions, error } = await watched(DESCRIBE, () =>
        describeStatements(client, statements),
      ).catch((thrown) => {
        throw explain(thrown);
      });
      const refused = error === null ? null : explain(error, statements[descriptions.length]?.origin);
      phase = 'read';
      if (refused === null) return { descriptions, refusal: null };
      if (!isAboutStatement(refused.code)) throw refused;
      const position = error?.position === undefined ? null : Number(error.position);
      return { descriptions, refusal: { error: refused, position } };
    },
    copyTo: (statement) => client.query(extendedCopy(statement)),
    watch,
    explain,
    destroy,
    async close() {
      signal?.removeEventListener('abort', destroy);
      const timer = setTimeout(destroy, CLOSE_TIMEOUT_MS);
      try {
        await client.query('COMMIT');
        await client.end();
      } catch {
        // The session is gone already; nothing that was read depends on its end.
      } finally {
        clearTimeout(timer);
        destroy();
      }
    },
  };
}

/**
 * Values for everything that node-postgres would otherwise read from variables such as PGOPTIONS, which must not change
 * what is read.
 */
function ignoreEnvironment(client: Client, { startupOptions }: ConnectionSettings): void {
  const parameters = { options: startupOptions, replication: undefined };
  Object.assign((client as Client & { connectionParameters: object }).connectionParameters, parameters);
}

/**
 * Ends a session whose server does not prove over this TLS connection that it knows the password, before anything that
 * depends on the password is sent: node-postgres binds the channel only if the server offers it.
 */
function requireChannelBinding(client: Client, settings: ConnectionSettings): void {
  const { connection } = client;
  let isBound = false;
  const refuse = () => {
    connection.stream.destroy(
      new PostgresError(
        `${describeServer(settings)} does not bind the login to the TLS connection, which channel_binding=require in ` +
          'postgres-url asks for. Use TLS and a role whose password is stored as SCRAM-SHA-256, or remove channel_binding.',
      ),
    );
  };
  connection.on('authenticationSASL', ({ mechanisms }: { mechanisms: readonly string[] }) => {
    isBound = mechanisms.includes('SCRAM-SHA-256-PLUS');
    if (!isBound) refuse();
  });
  connection.on('authenticationCleartextPassword', refuse);
  connection.on('authenticationMD5Password', refuse);
  connection.on('authenticationOk', () => {
    if (!isBound) refuse();
  });
}

// A function, because node-postgres looks for ~/.pgpass and PGPASSWORD when it is given no password.
function requirePassword(settings: ConnectionSettings): string {
  if (settings.password !== undefined) return settings.password;
  throw new PostgresError(
    `The database asks for the password of user "${settings.user}", but postgres-url has none. Write it between the ` +
      'user and the host, as in postgresql://user:password@host/database.',
    { code: '28P01' },
  );
}

/** @returns how many milliseconds a statement may take */
function limitOf({ limit }: Wait, settings: ConnectionSettings, limits: WaitLimits): number {
  if (limit === 'set-up') return connectLimitMs(settings);
  if (limit === 'heartbeat') return limits.heartbeatMs;
  const { statementTimeoutMs } = settings;
  return statementTimeoutMs === 0 ? limits.silenceMs : statementTimeoutMs + limits.graceMs;
}
