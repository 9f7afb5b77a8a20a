import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseConnectionUrl } from '../../src/postgres/connection-settings.ts';
import { PostgresError } from '../../src/postgres/errors/postgres-error.ts';
import { URL_PARAMETERS, unusedWarnings } from '../../src/postgres/url-parameters.ts';

/** Every key word of libpq 18, in the order of its documentation. */
const LIBPQ =
  `host hostaddr port dbname user password passfile require_auth channel_binding connect_timeout client_encoding
  options application_name fallback_application_name keepalives keepalives_idle keepalives_interval keepalives_count
  tcp_user_timeout replication gssencmode sslmode requiressl sslnegotiation sslcompression sslcert sslkey sslkeylogfile
  sslpassword sslcertmode sslrootcert sslcrl sslcrldir sslsni requirepeer ssl_min_protocol_version
  ssl_max_protocol_version min_protocol_version max_protocol_version krbsrvname gsslib gssdelegation scram_client_key
  scram_server_key service target_session_attrs load_balance_hosts oauth_issuer oauth_client_id oauth_client_secret
  oauth_scope`.split(/\s+/);

const NAMES = URL_PARAMETERS.flatMap(({ names }) => names);

function refused(query: string, reason: string, start = 'postgres://u:p@h/d'): void {
  expect(() => parseConnectionUrl(`${start}?${query}`)).toThrow(
    new PostgresError(`postgres-url cannot be read: ${reason}.`),
  );
}

test('there is a rule for every parameter of libpq, and one for each name', () => {
  expect(LIBPQ.filter((name) => !NAMES.includes(name))).toEqual([]);
  expect(new Set(NAMES).size).toBe(NAMES.length);
});

describe('a parameter that is not honoured is refused by name', () => {
  const noCertificates = 'Client certificates are not supported. Use a role that logs in with a password';
  const listed = 'Remove it. All parameters are listed in docs/reference/postgresql.md of the action';
  test.each([
    ['sslMode=verify-full', 'sslMode is unknown. Write sslmode'],
    ['ssl_mode=verify-full', 'ssl_mode is unknown. Write sslmode'],
    ['SSLMODE=verify-full', 'SSLMODE is unknown. Write sslmode'],
    ['sslmod=verify-full', 'sslmod is unknown. Write sslmode'],
    ['search-path=app', 'search-path is unknown. Write search_path'],
    ['currentschema=app', 'currentschema is unknown. Write currentSchema'],
    ['schemas=app', 'schemas is unknown. Write search_path=<schema>'],
    ['schema=app', 'schema is not supported. Write search_path=<schema>'],
    ['schema=', 'schema is not supported. Write search_path=<schema>'],
    ['sslcert=/a.pem', `sslcert is not supported. ${noCertificates}`],
    ['sslkey=/a.key', `sslkey is not supported. ${noCertificates}`],
    ['hostaddr=10.0.0.1', 'hostaddr is not supported. Give the address as the host, with sslmode=verify-ca'],
    ['sslmode=', 'sslmode has no value. Remove it, or give it one'],
    ['sslmode', 'sslmode has no value. Remove it, or give it one'],
    ['sslmode=require&sslmode=disable', 'sslmode occurs twice with different values. Keep one of them'],
    ['sslmode=require&%73slmode=disable', 'sslmode occurs twice with different values. Keep one of them'],
    [
      'gssencmode=require',
      'gssencmode can only be disable or prefer. GSSAPI is not supported. Use sslmode=verify-full',
    ],
    ['client_encoding=latin1', 'client_encoding can only be UTF8, UTF-8 or auto. Rows are read as UTF-8'],
    ['channel_binding=on', 'channel_binding must be one of disable, prefer, require'],
    ['sslnegotiation=direkt', 'sslnegotiation must be one of postgres, direct'],
    ['sslnegotiation=direct', 'sslnegotiation=direct needs sslmode=require, verify-ca or verify-full'],
    ['host=a,b', 'it names several hosts; name the one to read from'],
    [
      'ssl=false',
      'ssl can only be true. Write sslmode=<mode>, with one of disable, allow, prefer, require, verify-ca, verify-full',
    ],
    ['ssl=true&sslmode=prefer', 'ssl=true contradicts sslmode=prefer. Keep one of them'],
    ['search_path=a&currentSchema=b', 'search_path and currentSchema differ. Keep search_path'],
    ['foo=1', `foo is unknown. ${listed}`],
    ['=1', `parameter 1 after the ? is unknown. ${listed}`],
    ['sslmode=require&%20x%0a=1', `parameter 2 after the ? is unknown. ${listed}`],
    ['constructor=1', `constructor is unknown. ${listed}`],
    [
      'sslcert=a&sslMode=b&sslmode=',
      `sslcert is not supported. ${noCertificates}. sslMode is unknown. Write sslmode. sslmode has no value. Remove it, or give it one`,
    ],
  ])('%s', (query, reason) => refused(query, reason));

  test('however often it is written', () => {
    expect(URL_PARAMETERS.filter(({ kind }) => kind === 'refused').length).toBeGreaterThan(5);
    for (const { names, kind, about } of URL_PARAMETERS) {
      if (kind === 'refused')
        for (const name of names) refused(`${name}=x&${name}=y`, `${name} is not supported. ${about}`);
      if (kind === 'fixed')
        for (const name of names)
          expect(() => parseConnectionUrl(`postgres://h/d?${name}=another`)).toThrow(`${name} can only be `);
    }
  });
});

test.each([
  ['&sslmode=require&', { sslMode: 'require' }],
  ['%73sl%6Dode=verify-full', { sslMode: 'verify-full' }],
  ['sslmode=require&sslmode=require', { sslMode: 'require' }],
  ['ssl=true&sslmode=verify-ca', { sslMode: 'verify-ca' }],
  ['sslmode=require&sslnegotiation=direct', { sslNegotiation: 'direct' }],
  ['sslnegotiation=postgres', { sslNegotiation: 'postgres' }],
  ['channel_binding=require', { requiresChannelBinding: true }],
  ['channel_binding=prefer', { requiresChannelBinding: false }],
  ['fallback_application_name=a', { applicationName: 'a' }],
  ['fallback_application_name=a&application_name=b', { applicationName: 'b' }],
  ['search_path=a&currentSchema=a', { searchPath: ['a'] }],
])('honours %s', (query, expected) => {
  expect(parseConnectionUrl(`postgres://u:p@h/d?${query}`)).toMatchObject(expected);
});

test('accepts every value that describes what happens anyway, in any case', () => {
  for (const { names, values = [] } of URL_PARAMETERS) {
    for (const [name, value] of names.flatMap((each) =>
      values.map((accepted) => [each, accepted] as const),
    )) {
      expect(parseConnectionUrl(`postgres://h/d?${name}=${value.toUpperCase()}`).givenParameters).toEqual([
        name,
      ]);
    }
  }
});

describe('no message shows what may be a part of a password', () => {
  const listed = 'Remove it. All parameters are listed in docs/reference/postgresql.md of the action';
  test.each([
    ['password=Hunter&2CANARY', `parameter 2 after the ? is unknown. ${listed}`, undefined],
    [
      'a&CANARY=1&password=Hunter',
      `parameter 1 after the ? is unknown. ${listed}. parameter 2 after the ? is unknown. ${listed}`,
      undefined,
    ],
    ['password=Hunter&sslMode=1', 'parameter 2 after the ? is unknown. Write sslmode', undefined],
    ['CANARY', `parameter 1 after the ? is unknown. ${listed}`, 'postgres://u:12'],
    [
      'sslmode=CANARY',
      'sslmode must be one of disable, allow, prefer, require, verify-ca, verify-full',
      undefined,
    ],
  ])('%s', (query, reason, start) => refused(query, reason, start));
});

test('what has no effect is warned about, each once', () => {
  const { givenParameters } = parseConnectionUrl(
    'postgres://h/d?pgbouncer=true&sslmode=disable&connection_limit=1&keepalives=1&pgbouncer=true',
  );
  expect(unusedWarnings(givenParameters, { PGSSLMODE: '', PGHOST: 'x' })).toEqual([
    'postgres-url has parameters without effect here: pgbouncer, connection_limit, keepalives. Remove them, or keep them for other clients of the same URL.',
  ]);
  expect(unusedWarnings(['sslmode'], { PGSSLMODE: 'verify-full', PGOPTIONS: '-c role=x' })).toEqual([
    'The variable PGOPTIONS is not read. Add options to the parameters of postgres-url instead.',
  ]);
  expect(unusedWarnings([], {})).toEqual([]);
});

test('no parameter is ignored: it is known, or refused', () => {
  const name = fc.oneof(
    fc.constantFrom(...NAMES),
    fc.string({ minLength: 1, maxLength: 12 }),
    fc.constantFrom('sslMode', 'ssl-mode', 'toString'),
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(name, fc.string({ maxLength: 8 })), { minLength: 1, maxLength: 4 }),
      (pairs) => {
        const query = pairs.map((pair) => pair.map(encodeURIComponent).join('=')).join('&');
        let given: readonly string[];
        try {
          given = parseConnectionUrl(`postgres://u:p@h/d?${query}`).givenParameters;
        } catch (error) {
          if (error instanceof PostgresError) return;
          throw error;
        }
        expect(new Set(given)).toEqual(new Set(pairs.map(([key]) => key)));
        expect(given.filter((key) => !NAMES.includes(key))).toEqual([]);
      },
    ),
    { numRuns: 2000 },
  );
});
