import { withSnapshot } from '../../../src/postgres/snapshot.ts';
import { readTexts } from './read-texts.ts';
import type { PostgresServer } from './server.ts';

/** How a server is read; what is left out has the default of the action. */
export interface ReadOptions {
  readonly sslmode?: string;
  /** Default `localhost`. */
  readonly host?: string;
  readonly ca?: string;
  /** More parameters of the URL. */
  readonly params?: Readonly<Record<string, string>>;
  readonly onWarning?: (message: string) => void;
}

const ENCRYPTED = 'SELECT ssl::text FROM pg_stat_ssl WHERE pid = pg_backend_pid()';

/** Reads once, and returns 'TLS' or 'plain', or the message of the error. */
export async function readEncrypted(
  server: PostgresServer,
  { sslmode, host = 'localhost', ca, params = {}, onWarning }: ReadOptions,
): Promise<string> {
  const url = server.url({ host, params: { ...(sslmode && { sslmode }), ...params } });
  try {
    const [[encrypted]] = await withSnapshot({ url, ca, retryDelaysMs: [], onWarning }, (snapshot) =>
      readTexts(snapshot, ENCRYPTED),
    );
    return encrypted === 'true' ? 'TLS' : 'plain';
  } catch (error) {
    return (error as Error).message;
  }
}
