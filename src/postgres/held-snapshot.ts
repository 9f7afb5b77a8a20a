import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection } from './connect.ts';
import type { ConnectionSettings } from './connection-settings.ts';
import { copyRows } from './copy-rows.ts';
import type { Wait } from './errors/explain-wait.ts';
import { joinSnapshot } from './session-settings.ts';

/** A snapshot that other sessions may read on. */
export interface HeldSnapshot {
  /** SQL with which a session joins it before it reads. */
  readonly sessionStart: string;
  /** Aborted when the snapshot is lost. */
  readonly signal: AbortSignal;
}

/** Often enough for proxies, which drop idle connections, and to detect a connection that broke silently. */
const HEARTBEAT_MS = 30_000;
const SIGN_OF_LIFE: Wait = {
  action: 'give a sign of life of the snapshot that Spark reads',
  limit: 'heartbeat',
};

/**
 * Holds a transaction open while others read on its snapshot.
 *
 * @param work receives the snapshot; its promise is awaited even if the snapshot is lost
 * @throws PostgresError if the snapshot is lost in the meantime, or what `work` throws
 */
export async function holdSnapshot<T>(
  connection: Connection,
  settings: ConnectionSettings,
  work: (held: HeldSnapshot) => Promise<T>,
  heartbeatMs = HEARTBEAT_MS,
): Promise<T> {
  await connection.query('SET LOCAL idle_in_transaction_session_timeout = 0');
  let id = '';
  await copyRows(connection, 'SELECT pg_catalog.pg_export_snapshot()', 1, ([field]) => {
    id = Buffer.from(field!).toString();
  });
  const lost = new AbortController();
  const done = new AbortController();
  const beating = beat(connection, { heartbeatMs, lost, done: done.signal });
  try {
    const result = await work({ sessionStart: joinSnapshot(id, settings), signal: lost.signal });
    lost.signal.throwIfAborted();
    return result;
  } catch (error) {
    lost.signal.throwIfAborted();
    throw error;
  } finally {
    done.abort();
    await beating;
  }
}

async function beat(
  connection: Connection,
  { heartbeatMs, lost, done }: { heartbeatMs: number; lost: AbortController; done: AbortSignal },
): Promise<void> {
  const signal = AbortSignal.any([done, connection.lost]);
  try {
    for (;;) {
      await sleep(heartbeatMs, undefined, { signal }).catch(() => undefined);
      if (done.aborted) return;
      await connection.query('SELECT', SIGN_OF_LIFE);
    }
  } catch (error) {
    lost.abort(error);
  }
}
