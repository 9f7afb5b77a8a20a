import type { ConnectionSettings } from '../connection-settings.ts';

type Address = Pick<ConnectionSettings, 'host' | 'port'>;

/** Returns where a server listens: host and port, or the Unix socket. */
export function describeAddress({ host, port }: Address): string {
  if (host.startsWith('/')) return `${host}/.s.PGSQL.${port}`;
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}

/** Returns the name of a server, as in `PostgreSQL at db.example.org:5432`. */
export function describeServer(address: Address): string {
  return `PostgreSQL at ${describeAddress(address)}`;
}
