import { userInfo } from 'node:os';
import { readUrlParameters } from './url-parameters.ts';
import { brokenUrl, decode } from './url-text.ts';

/** Where and how to connect, from a connection URL. */
export interface ConnectionSettings {
  /** Host name, IP address without brackets, or the directory of a Unix socket. */
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  /** `undefined` if the URL has none. */
  readonly password: string | undefined;
  readonly sslMode: SslMode;
  /** False if the URL does not mention encryption. */
  readonly hasSslMode: boolean;
  /** Path of a CA certificate, or `system` for the well-known authorities. */
  readonly sslRootCert: string | undefined;
  /** `direct` begins with TLS, without a request to the server. */
  readonly sslNegotiation: 'postgres' | 'direct';
  /** Whether the server must prove over this TLS connection that it knows the password. */
  readonly requiresChannelBinding: boolean;
  readonly applicationName: string | undefined;
  /** libpq's `options`, sent at start-up only if the URL sets them. */
  readonly startupOptions: string | undefined;
  /** Schemas in which tables are looked up, instead of the role's own. */
  readonly searchPath: readonly string[] | undefined;
  /** Milliseconds for an attempt to connect; 0 for no limit. */
  readonly connectTimeoutMs: number;
  /** Milliseconds for a statement; 0 for no limit. */
  readonly statementTimeoutMs: number;
  /** Names of the parameters the URL has. */
  readonly givenParameters: readonly string[];
}

// Neon needs more than 5 s to wake up.
const DEFAULT_CONNECT_TIMEOUT_S = 15;
const DEFAULT_STATEMENT_TIMEOUT_MS = 30 * 60_000;
const MAX_INT32 = 2_147_483_647;

const URL_PARTS =
  /^(?<scheme>[a-z0-9+]+):\/\/(?<authority>[^/?#]*)(?<path>\/[^?#]*)?(?:\?(?<query>[^#]*))?$/i;
const SCHEME = /^postgres(?:ql)?(?:\+[a-z0-9_]+)?$/i;
const HOST_AND_PORT = /^(?:\[(?<ipv6>[^\]]*)\]|(?<name>[^:,[\]]*))(?::(?<port>[^:]*))?$/;

/**
 * Parses a connection URL of libpq (https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS)
 * or of SQLAlchemy (`postgresql+psycopg2://`). Parameters of the query win over the parts before it, as in libpq.
 * Written by hand because `URL` rejects a URL without a host, as for a Unix socket.
 *
 * @throws PostgresError with what is wrong with the URL, without quoting it
 */
export function parseConnectionUrl(url: string): ConnectionSettings {
  const parts = URL_PARTS.exec(url.trim())?.groups;
  if (!parts) throw brokenUrl(url.includes('#') ? 'a # in it must be written as %23' : EXPECTED_FORM);
  if (!SCHEME.test(parts.scheme!)) throw brokenUrl(EXPECTED_FORM);
  // An @ behind the host shows a password that was cut short: the part before it would be read as the name of a host.
  if (parts.path?.includes('@')) {
    throw brokenUrl('in a user name or password, / must be written as %2F; elsewhere, @ as %40');
  }
  if (parts.query?.includes('@')) {
    throw brokenUrl('in a user name or password, ? must be written as %3F; elsewhere, @ as %40');
  }

  const authority = parts.authority!;
  const endOfCredentials = authority.lastIndexOf('@');
  const credentials = authority.slice(0, Math.max(endOfCredentials, 0));
  const [, user, password] = /^([^:]*)(?::(.*))?$/s.exec(credentials)!;
  const { host, port } = parseHostAndPort(authority.slice(endOfCredentials + 1));
  // The part before the first @ or, without one, after a colon may be a password that was cut short.
  const isQuotable = endOfCredentials >= 0 || !authority.includes(':');
  const params = readUrlParameters(parts.query ?? '', { isQuotable });

  const effectiveUser = params.get('user') ?? decode(user, 'the user name') ?? userInfo().username;
  const sslRootCert = params.get('sslrootcert');
  const sslMode = chooseSslMode({ sslMode: params.get('sslmode'), ssl: params.get('ssl'), sslRootCert });
  return {
    host: oneHost(params.get('host') ?? host ?? 'localhost'),
    port: parseInteger(params.get('port') ?? port ?? '5432', 'the port', 1, 65_535),
    database: params.get('dbname') ?? decode(parts.path?.slice(1), 'the database name') ?? effectiveUser,
    user: effectiveUser,
    password: params.get('password') ?? decode(password, 'the password'),
    sslMode,
    hasSslMode: [params.get('sslmode'), params.get('ssl'), sslRootCert].some((value) => value !== undefined),
    sslRootCert,
    sslNegotiation: parseNegotiation(params.get('sslnegotiation'), sslMode),
    requiresChannelBinding: parseChannelBinding(params.get('channel_binding')),
    applicationName: params.get('application_name') ?? params.get('fallback_application_name'),
    startupOptions: params.get('options'),
    searchPath: parseSearchPath(params),
    connectTimeoutMs:
      1000 *
      parseInteger(
        params.get('connect_timeout') ?? `${DEFAULT_CONNECT_TIMEOUT_S}`,
        'connect_timeout',
        0,
        3600,
      ),
    statementTimeoutMs: parseInteger(
      params.get('statement_timeout') ?? `${DEFAULT_STATEMENT_TIMEOUT_MS}`,
      'statement_timeout',
      0,
      MAX_INT32,
    ),
    givenParameters: [...params.keys()],
  };
}

const EXPECTED_FORM = 'it must look like postgresql://user:password@host:5432/database';

function parseHostAndPort(text: string): { host: string | undefined; port: string | undefined } {
  const groups = HOST_AND_PORT.exec(oneHost(text))?.groups;
  if (!groups) throw brokenUrl(`${EXPECTED_FORM}, and an IPv6 address needs brackets, as in [::1]`);
  return { host: decode(groups.ipv6 ?? groups.name, 'the host'), port: groups.port || undefined };
}

function oneHost(text: string): string {
  if (text.includes(',')) throw brokenUrl('it names several hosts; name the one to read from');
  return text;
}

function parseNegotiation(text: string | undefined, sslMode: SslMode): 'postgres' | 'direct' {
  if (text === undefined || text === 'postgres') return 'postgres';
  if (text !== 'direct') throw brokenUrl('sslnegotiation must be one of postgres, direct');
  if (['disable', 'allow', 'prefer'].includes(sslMode)) {
    throw brokenUrl('sslnegotiation=direct needs sslmode=require, verify-ca or verify-full');
  }
  return text;
}

function parseChannelBinding(text = 'prefer'): boolean {
  if (!['disable', 'prefer', 'require'].includes(text)) {
    throw brokenUrl('channel_binding must be one of disable, prefer, require');
  }
  return text === 'require';
}

/** Schemas as `search_path` lists them: separated by commas, with or without double quotes. */
function parseSearchPath(params: ReadonlyMap<string, string>): string[] | undefined {
  const [ours, ofJdbc] = [params.get('search_path'), params.get('currentSchema')];
  if (ours !== undefined && ofJdbc !== undefined && ours !== ofJdbc) {
    throw brokenUrl('search_path and currentSchema differ. Keep search_path');
  }
  const names = (ours ?? ofJdbc)?.split(',').map((name) =>
    name
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .replaceAll('""', '"'),
  );
  if (names?.includes('')) throw brokenUrl('search_path must be names of schemas, separated by commas');
  return names;
}

function parseInteger(text: string, what: string, min: number, max: number): number {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= min && value <= max) return value;
  throw brokenUrl(`${what} must be a whole number from ${min} to ${max}`);
}

/** libpq's sslmode: https://www.postgresql.org/docs/current/libpq-ssl.html#LIBPQ-SSL-PROTECTION */
type SslMode = (typeof SSL_MODES)[number];

const SSL_MODES = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'] as const;

/**
 * Returns the sslmode of a connection URL: the one it names, or else libpq's choice, which is `require` for JDBC's
 * `ssl=true`, `verify-full` for `sslrootcert=system`, and `prefer`.
 *
 * @throws PostgresError for an unknown mode, for `ssl` that is not `true` or contradicts the mode, and for
 * `sslrootcert=system` with a mode that does not check the name
 */
function chooseSslMode(params: { sslMode?: string; ssl?: string; sslRootCert?: string }): SslMode {
  if (params.ssl !== undefined && params.ssl !== 'true') {
    throw brokenUrl(`ssl can only be true. Write sslmode=<mode>, with one of ${SSL_MODES.join(', ')}`);
  }
  const isSystem = params.sslRootCert === 'system';
  const sslMode = params.sslMode ?? (isSystem ? 'verify-full' : params.ssl === 'true' ? 'require' : 'prefer');
  if (!isSslMode(sslMode)) throw brokenUrl(`sslmode must be one of ${SSL_MODES.join(', ')}`);
  if (params.ssl === 'true' && ['disable', 'allow', 'prefer'].includes(sslMode)) {
    throw brokenUrl(`ssl=true contradicts sslmode=${sslMode}. Keep one of them`);
  }
  if (isSystem && sslMode !== 'verify-full') {
    throw brokenUrl(
      'sslrootcert=system needs sslmode=verify-full, because anyone can get a certificate from a well-known authority',
    );
  }
  return sslMode;
}

function isSslMode(text: string): text is SslMode {
  return (SSL_MODES as readonly string[]).includes(text);
}
