import { editDistance } from '../text/edit-distance.ts';
import { brokenUrl, decode } from './url-text.ts';

/** Effect of a parameter of a connection URL. */
export interface ParameterRule {
  readonly names: readonly string[];
  /**
   * `read`: decides how to connect. `fixed`: accepted with the values that describe what happens anyway. `unused`: has
   * no effect here, and is reported by a warning. `refused`: would be ignored, although it changes where or how to
   * connect.
   */
  readonly kind: 'read' | 'fixed' | 'unused' | 'refused';
  /** Accepted values of the kind `fixed`, compared without case. */
  readonly values?: readonly string[];
  /** Its meaning, or for `fixed` and `refused` how to fix it: one phrase or more, without a period at the end. */
  readonly about: string;
}

const NO_CERTIFICATES = 'Client certificates are not supported. Use a role that logs in with a password';
const NO_OTHER_LOGIN = 'Only logging in with a password is supported. Remove it';

/**
 * Every parameter of libpq 18 (https://www.postgresql.org/docs/18/libpq-connect.html#LIBPQ-PARAMKEYWORDS), those of
 * this action, and those that other clients are known to put into a connection URL.
 */
export const URL_PARAMETERS: readonly ParameterRule[] = [
  { names: ['host'], kind: 'read', about: 'Host name, IP address, or directory of a Unix socket' },
  { names: ['port', 'dbname', 'user', 'password'], kind: 'read', about: 'As before the `?`, and preferred' },
  { names: ['sslmode'], kind: 'read', about: 'See [Encryption](#encryption)' },
  { names: ['ssl'], kind: 'read', about: '`true` is `sslmode=require`, as in JDBC' },
  { names: ['sslrootcert'], kind: 'read', about: 'Path of a CA certificate, or `system`' },
  { names: ['sslnegotiation'], kind: 'read', about: '`postgres`, or `direct` for PostgreSQL 17 or newer' },
  {
    names: ['channel_binding'],
    kind: 'read',
    about: '`require` fails unless the server proves over this TLS connection that it knows the password',
  },
  {
    names: ['application_name', 'fallback_application_name'],
    kind: 'read',
    about: 'Name shown in `pg_stat_activity`',
  },
  { names: ['options'], kind: 'read', about: 'Settings of the session, such as `-c%20role%3Dreader`' },
  {
    names: ['connect_timeout'],
    kind: 'read',
    about: 'Seconds an attempt to connect may take, by default 15',
  },
  {
    names: ['statement_timeout'],
    kind: 'read',
    about: 'Milliseconds a statement may run, by default 30 minutes; of this action, not of libpq',
  },
  {
    names: ['search_path', 'currentSchema'],
    kind: 'read',
    about: 'Schemas in which tables are looked up; of this action and of JDBC, not of libpq',
  },
  {
    names: ['client_encoding'],
    kind: 'fixed',
    values: ['UTF8', 'UTF-8', 'auto'],
    about: 'Rows are read as UTF-8',
  },
  {
    names: ['gssencmode'],
    kind: 'fixed',
    values: ['disable', 'prefer'],
    about: 'GSSAPI is not supported. Use sslmode=verify-full',
  },
  {
    names: ['target_session_attrs'],
    kind: 'fixed',
    values: ['any', 'prefer-standby'],
    about: 'The host is not asked what it is. Name the host to read from, a standby or the primary',
  },
  {
    names: ['sslcertmode'],
    kind: 'fixed',
    values: ['disable', 'allow'],
    about: NO_CERTIFICATES,
  },
  {
    names: ['sslsni'],
    kind: 'fixed',
    values: ['1'],
    about: 'The name of the host is always sent',
  },
  {
    names: ['ssl_min_protocol_version'],
    kind: 'fixed',
    values: ['TLSv1', 'TLSv1.1', 'TLSv1.2'],
    about: 'TLS 1.2 is the oldest version used. Demand a newer one on the server',
  },
  {
    names: ['ssl_max_protocol_version'],
    kind: 'fixed',
    values: ['TLSv1.3'],
    about: 'The newest TLS version of both sides is used. Limit it on the server',
  },
  { names: ['min_protocol_version'], kind: 'fixed', values: ['3.0'], about: 'Protocol 3.0 is spoken' },
  {
    names: ['max_protocol_version'],
    kind: 'fixed',
    values: ['3.0', '3.2', 'latest'],
    about: 'Protocol 3.0 is spoken',
  },
  {
    names: ['replication'],
    kind: 'fixed',
    values: ['false', 'off', 'no', '0'],
    about: 'Rows are read by SELECT. Remove it',
  },
  { names: ['requiressl'], kind: 'fixed', values: ['0'], about: 'Write sslmode=require' },
  {
    names: [
      'keepalives',
      'keepalives_idle',
      'keepalives_interval',
      'keepalives_count',
      'tcp_user_timeout',
      'load_balance_hosts',
      'sslcompression',
      'sslkeylogfile',
      'krbsrvname',
      'gsslib',
      'gssdelegation',
    ],
    kind: 'unused',
    about: "libpq's, without effect here",
  },
  {
    names: [
      'pgbouncer',
      'connection_limit',
      'pool_timeout',
      'socket_timeout',
      'statement_cache_size',
      'max_idle_connection_lifetime',
      'max_connection_lifetime',
      'supa',
      'workaround',
      'uselibpqcompat',
      'prepareThreshold',
      'prepared_statement_cache_size',
      'pool',
      'pool_size',
      'pool_mode',
      'max_overflow',
      'conn_max_age',
      'pool_max_conns',
      'pool_min_conns',
      'pool_max_conn_lifetime',
      'pool_max_conn_idle_time',
      'pool_health_check_period',
    ],
    kind: 'unused',
    about: "Other clients' settings of their pools and caches",
  },
  {
    names: ['schema'],
    kind: 'refused',
    about: 'Write search_path=<schema>',
  },
  {
    names: ['sslaccept', 'sslidentity'],
    kind: 'refused',
    about: 'Write sslmode=verify-full, and pass the CA as postgres-ca',
  },
  {
    names: ['sslcert', 'sslkey', 'sslpassword'],
    kind: 'refused',
    about: NO_CERTIFICATES,
  },
  {
    names: ['sslcrl', 'sslcrldir'],
    kind: 'refused',
    about: 'Lists of revoked certificates are not supported. Remove it',
  },
  {
    names: ['hostaddr'],
    kind: 'refused',
    about: 'Give the address as the host, with sslmode=verify-ca',
  },
  {
    names: ['service', 'servicefile'],
    kind: 'refused',
    about: 'Give host, port, user, password and database in the URL',
  },
  { names: ['passfile'], kind: 'refused', about: 'Give the password in the URL' },
  {
    names: ['require_auth', 'requirepeer'],
    kind: 'refused',
    about:
      'How the server is to prove who it is cannot be chosen. Use sslmode=verify-full or channel_binding=require',
  },
  {
    names: [
      'scram_client_key',
      'scram_server_key',
      'oauth_issuer',
      'oauth_client_id',
      'oauth_client_secret',
      'oauth_scope',
    ],
    kind: 'refused',
    about: NO_OTHER_LOGIN,
  },
];

const RULES = new Map(URL_PARAMETERS.flatMap((rule) => rule.names.map((name) => [name, rule])));
/** Parameters whose value is a secret: if it is not percent-encoded, its rest appears as further parameters. */
const SECRETS = new Set([
  'password',
  'sslpassword',
  'scram_client_key',
  'scram_server_key',
  'oauth_client_secret',
]);
const MAX_EDITS = 2;

/** Variables from which libpq reads what a URL leaves out, if that decides who may read along or what is read. */
const VARIABLES = new Map([
  ['PGSSLMODE', 'sslmode'],
  ['PGSSLROOTCERT', 'sslrootcert'],
  ['PGCHANNELBINDING', 'channel_binding'],
  ['PGOPTIONS', 'options'],
]);

/** Lists values of which one is meant, as in `a, b or c`. */
export function anyOf(values: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(values);
}

/**
 * Parses the query of a connection URL. Ignores nothing silently.
 *
 * @param options.isQuotable false if an unknown name may be a part of a secret, so that no message may show it
 * @throws PostgresError about every parameter that is unknown, empty, contradicted or not supported, without a value
 */
export function readUrlParameters(
  query: string,
  { isQuotable }: { isQuotable: boolean },
): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const problems = new Set<string>();
  const pairs = query.split('&').filter((pair) => pair !== '');
  const parameters = pairs.map((pair) => {
    const [, name, value] = /^([^=]*)=?(.*)$/s.exec(pair)!;
    return { name: decode(name, 'a parameter') ?? '', value: decode(value, 'a parameter') };
  });
  const mayQuote = isQuotable && !parameters.some(({ name }) => SECRETS.has(name));
  for (const [index, { name, value }] of parameters.entries()) {
    const rule = RULES.get(name);
    const before = values.get(name);
    if (rule === undefined) problems.add(unknown(name, { number: index + 1, mayQuote }));
    else if (rule.kind === 'refused') problems.add(`${name} is not supported. ${rule.about}`);
    else if (value === undefined) problems.add(`${name} has no value. Remove it, or give it one`);
    else if (before !== undefined && before !== value) {
      problems.add(`${name} occurs twice with different values. Keep one of them`);
    } else if (rule.values !== undefined && !includes(rule.values, value)) {
      problems.add(`${name} can only be ${anyOf(rule.values)}. ${rule.about}`);
    } else values.set(name, value);
  }
  if (problems.size > 0) throw brokenUrl([...problems].join('. '));
  return values;
}

/**
 * Returns warnings about parameters and variables that look as if they changed the connection, but have no effect.
 *
 * @param given names of the parameters of the URL
 * @param environment of the process
 */
export function unusedWarnings(given: readonly string[], environment: NodeJS.ProcessEnv): string[] {
  const unused = given.filter((name) => RULES.get(name)?.kind === 'unused');
  const variables = [...VARIABLES].filter(([name, same]) => environment[name] && !given.includes(same));
  return [
    ...(unused.length === 0
      ? []
      : [
          `postgres-url has parameters without effect here: ${unused.join(', ')}. Remove them, or keep them for other clients of the same URL.`,
        ]),
    ...variables.map(
      ([name, same]) =>
        `The variable ${name} is not read. Add ${same} to the parameters of postgres-url instead.`,
    ),
  ];
}

function includes(values: readonly string[], value: string): boolean {
  return values.some((accepted) => accepted.toLowerCase() === value.toLowerCase());
}

function unknown(name: string, { number, mayQuote }: { number: number; mayQuote: boolean }): string {
  const isShown = mayQuote && /^[a-z][\w.-]{0,39}$/i.test(name);
  const subject = isShown ? `${name} is unknown` : `parameter ${number} after the ? is unknown`;
  const meant = nearestParameter(name);
  const rule = meant === null ? undefined : RULES.get(meant);
  if (rule?.kind === 'refused') return `${subject}. ${rule.about}`;
  if (meant !== null) return `${subject}. Write ${meant}`;
  return `${subject}. Remove it. All parameters are listed in docs/reference/postgresql.md of the action`;
}

/** Returns the parameter that a name is another spelling of, or a misspelling; null if none is near. */
function nearestParameter(name: string): string | null {
  const bare = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  const limit = Math.min(MAX_EDITS, Math.floor(name.length / 3));
  let found: string | null = null;
  let least = limit + 1;
  for (const known of RULES.keys()) {
    const edits = editDistance(bare(name), bare(known), limit);
    if (edits < least) [found, least] = [known, edits];
  }
  return found;
}
