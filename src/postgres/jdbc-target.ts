import { quoteName } from '../text/sql.ts';
import type { ConnectionSettings } from './connection-settings.ts';
import { PostgresError } from './errors/postgres-error.ts';

/** Where PostgreSQL's JDBC driver finds the database; without the password. */
interface JdbcTarget {
  /** `jdbc:postgresql://…` (https://jdbc.postgresql.org/documentation/use/#connection-parameters). */
  readonly url: string;
  readonly user: string;
}

/**
 * @param caFile path of the certificates of the trusted authorities; null for none
 * @throws PostgresError for a Unix socket, which the driver does not support
 */
export function jdbcTarget(settings: ConnectionSettings, caFile: string | null): JdbcTarget {
  const { host, port, database, user, sslMode, searchPath, applicationName, startupOptions } = settings;
  if (host.startsWith('/')) {
    throw new PostgresError(
      'postgres-url names a Unix socket, but spark-command reads by JDBC, which needs a host and a port. Write host and port.',
    );
  }
  const parameters = new URLSearchParams({
    sslmode: sslMode,
    ApplicationName: applicationName ?? 'prepare-dataset',
    ...(caFile === null ? {} : { sslrootcert: caFile }),
    ...(startupOptions === undefined ? {} : { options: startupOptions }),
    ...(settings.sslNegotiation === 'direct' ? { sslNegotiation: 'direct' } : {}),
    ...(settings.requiresChannelBinding ? { channelBinding: 'require' } : {}),
    // Columns are described on a connection that no SQL was sent to.
    ...(searchPath === undefined ? {} : { currentSchema: searchPath.map(quoteName).join(',') }),
  });
  const address = host.includes(':') ? `[${host}]` : encodeURIComponent(host);
  const query = parameters.toString().replaceAll('+', '%20');
  return { url: `jdbc:postgresql://${address}:${port}/${encodeURIComponent(database)}?${query}`, user };
}
