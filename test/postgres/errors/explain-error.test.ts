import { describe, expect, test } from '@jest/globals';
import { DatabaseError } from 'pg';
import { causesOf } from '../../../src/http/causes.ts';
import { parseConnectionUrl } from '../../../src/postgres/connection-settings.ts';
import { explainError } from '../../../src/postgres/errors/explain-error.ts';
import type { ErrorContext } from '../../../src/postgres/errors/explanation.ts';
import { PostgresError } from '../../../src/postgres/errors/postgres-error.ts';
import { originOf } from '../../support/statements.ts';

const CANARY = 'canary@se/cret';

function context(overrides: Partial<ErrorContext> = {}, host = 'db.example.org'): ErrorContext {
  const settings = parseConnectionUrl(`postgres://u:${encodeURIComponent(CANARY)}@${host}/d`);
  return { settings, phase: 'connect', encrypted: true, hasCa: false, ...overrides };
}

function networkError(code: string, address?: string): Error {
  return Object.assign(new Error(`connect ${code} ${address}`), { code, address });
}

function serverError(code: string, message: string): DatabaseError {
  return Object.assign(new DatabaseError(message, message.length, 'error'), {
    code,
    detail: CANARY,
    hint: CANARY,
    where: CANARY,
  });
}

const SERVER = 'PostgreSQL at db.example.org:5432';
const IPV6_ONLY = "can be reached only by IPv6, which GitHub's runners do not have.";

describe('network errors', () => {
  test.each<[string, Error, Partial<PostgresError>, string?]>([
    [
      'a host that is not in the DNS',
      networkError('ENOTFOUND'),
      {
        code: 'ENOTFOUND',
        retryable: false,
        message: 'No host named db.example.org was found in the DNS. Check the host in postgres-url.',
      },
    ],
    [
      'a DNS without an answer',
      networkError('EAI_AGAIN'),
      {
        code: 'EAI_AGAIN',
        retryable: true,
        message:
          'The address of db.example.org could not be looked up, because the DNS did not answer. Run again later.',
      },
    ],
    [
      'a time-out of the operating system',
      networkError('ETIMEDOUT', '192.0.2.1'),
      {
        code: 'ETIMEDOUT',
        retryable: true,
        message: `${SERVER} did not answer. Check that the host and port in postgres-url are right and that its firewall lets this machine in.`,
      },
    ],
    [
      'a host with only IPv6',
      networkError('ENETUNREACH', '2001:db8::1'),
      {
        retryable: false,
        message: `db.example.org ${IPV6_ONLY} Use a host with an IPv4 address in postgres-url, or a self-hosted runner with IPv6.`,
      },
    ],
    [
      'the direct host of Supabase',
      networkError('ENETUNREACH', '2001:db8::1'),
      {
        retryable: false,
        message: `db.abc.supabase.co ${IPV6_ONLY} Use the "Session pooler" connection string from the Supabase dashboard (Connect) in postgres-url; its host ends in .pooler.supabase.com.`,
      },
      'db.abc.supabase.co',
    ],
    [
      'no route by IPv4',
      networkError('EHOSTUNREACH', '192.0.2.1'),
      {
        retryable: false,
        message: 'No network route leads to db.example.org:5432. Check the host in postgres-url.',
      },
    ],
    [
      'several addresses, of which IPv6 is out of reach',
      new AggregateError([
        networkError('ENETUNREACH', '2001:db8::1'),
        networkError('ECONNREFUSED', '192.0.2.1'),
      ]),
      {
        code: 'ECONNREFUSED',
        retryable: true,
        message:
          'Nothing accepts connections at db.example.org:5432. Check the host and port in postgres-url, and that PostgreSQL runs and listens there.',
      },
    ],
    [
      'several addresses, all of IPv6',
      new AggregateError([
        networkError('ENETUNREACH', '2001:db8::1'),
        networkError('ENETUNREACH', '2001:db8::2'),
      ]),
      { code: 'ENETUNREACH', retryable: false },
    ],
    [
      'a reset',
      networkError('ECONNRESET'),
      {
        code: 'ECONNRESET',
        retryable: true,
        message: `${SERVER} closed the connection before the session began (ECONNRESET).`,
      },
    ],
    [
      'an IPv6 address',
      networkError('ECONNREFUSED', '2001:db8::1'),
      {
        message:
          'Nothing accepts connections at [2001:db8::1]:5432. Check the host and port in postgres-url, and that PostgreSQL runs and listens there.',
      },
      '[2001:db8::1]',
    ],
    [
      'TLS versions that do not match',
      networkError('ERR_SSL_UNSUPPORTED_PROTOCOL'),
      {
        code: 'ERR_SSL_UNSUPPORTED_PROTOCOL',
        retryable: false,
        message: `The TLS connection to ${SERVER} failed (ERR_SSL_UNSUPPORTED_PROTOCOL). Check the server's certificate and TLS versions.`,
      },
    ],
  ])('%s', (_, error, expected, ...[host]) => {
    expect(explainError(error, context({}, host))).toMatchObject(expected);
  });

  test('a connection that breaks while rows are read', () => {
    expect(explainError(networkError('ECONNRESET'), context({ phase: 'read' }))).toMatchObject({
      code: 'ECONNRESET',
      retryable: true,
      message: `The connection to ${SERVER} broke while rows were being read (ECONNRESET).`,
    });
  });

  test('a later failure is explained by what ended the session', () => {
    const loss = serverError('57P01', 'terminating connection due to administrator command');
    expect(explainError(new Error('not queryable'), context({ phase: 'read', loss }))).toMatchObject({
      code: '57P01',
      retryable: true,
      cause: loss,
    });
  });
});

describe('errors PostgreSQL reports', () => {
  const WORDS = `sadak bigriyo ${CANARY}`;

  test.each([
    [
      '40P01',
      true,
      `${SERVER} ended the query: it was stopped to resolve a deadlock (SQLSTATE 40P01). Run again later.`,
    ],
    ['57P01', true, `${SERVER} ended the session, as it does when it restarts or an administrator ends it.`],
    ['57P02', true, `${SERVER} ended the session, as it does when it restarts or an administrator ends it.`],
    ['57P03', true, `${SERVER} is starting up or shutting down. Run again later.`],
    [
      '42501',
      false,
      `User "u" may not read what the query needs from ${SERVER}. Grant it SELECT on the tables and USAGE on their schema.`,
    ],
  ])('%s in words of another language, with details to keep quiet about', (code, retryable, message) => {
    const explained = explainError(serverError(code, WORDS), context({ phase: 'read' }));
    expect(explained).toMatchObject({ code, retryable, message });
  });

  test.each([
    ['canceling statement due to conflict with recovery', 'is a standby and cancelled the query to replay'],
    [WORDS, 'because of changes that were made at the same time'],
  ])('40001 %s', (words, meaning) => {
    const { message, retryable } = explainError(serverError('40001', words), context({ phase: 'read' }));
    expect(message).toContain(meaning);
    expect(message).not.toContain('sadak');
    expect(retryable).toBe(true);
  });

  const OF_A_ROW =
    '21000 22000 22001 22003 22007 22008 22012 22021 22023 22032 22P02 22P05 2201B 2202E 23502 23514 23505 38000 39004 3F000 42601 42602 42703 42809 42883 42P01 42P07 54000 P0000 P0001 P0002 P0003 P0004'.split(
      ' ',
    );

  // Those that a name or a value of a row may be in are listed by what else must be in the message.
  test.each<[string, boolean, string, string]>([
    ['08001', true, 'postgres_fdw', 'accepts connections'],
    ['08006', true, 'a connection failed', 'accepts connections'],
    ['0A000', false, 'does not support', 'in another way'],
    ['21000', false, 'several rows', 'LIMIT 1'],
    ['22000', false, 'could not be converted', 'psql'],
    ['22001', false, 'longer than its type', 'left()'],
    ['22003', false, 'out of the range', 'bigint'],
    ['22007', false, 'cast to a date', 'pg_input_is_valid'],
    ['22008', false, 'out of range', 'psql'],
    ['22012', false, 'divided by zero', 'NULLIF'],
    ['22021', false, 'bytes that are not characters', 'view'],
    ['22023', false, 'does not accept', 'psql'],
    ['22032', false, 'JSON', 'IS JSON'],
    ['22P02', false, 'cannot be read as the type', 'pg_input_is_valid'],
    ['22P05', false, '\\u0000', 'view'],
    ['2201B', false, 'regular expression', 'psql'],
    ['2202E', false, 'array', 'array_ndims'],
    ['23502', false, 'NULL', 'psql'],
    ['23514', false, 'CHECK', 'base type'],
    ['23505', false, 'constraint', 'psql'],
    ['25006', false, 'read-only', 'out of the SELECT'],
    ['25P02', false, 'earlier statement', 'log'],
    ['25P03', true, 'idle_in_transaction_session_timeout', 'raise'],
    ['25P04', false, 'transaction_timeout', 'ALTER ROLE'],
    ['26000', false, 'prepared statement', 'pooler'],
    ['28P01', false, 'log-in failed', 'user mapping'],
    ['28000', false, 'log-in failed', 'user mapping'],
    ['2F003', false, 'without a password', 'USER MAPPING'],
    ['34000', false, 'cursor', 'function'],
    ['38000', false, 'a function failed', 'psql'],
    ['39004', false, 'a function was called', 'psql'],
    ['3D000', false, 'foreign server', 'options'],
    ['3F000', false, 'schema', 'to_regnamespace'],
    ['40003', true, 'does not know', 'again'],
    ['42601', false, 'wrong syntax', 'websearch_to_tsquery'],
    ['42602', false, '::regclass', 'to_regclass'],
    ['42703', false, 'dynamic SQL', 'psql'],
    ['42704', false, 'user mapping', 'CREATE USER MAPPING'],
    ['42804', false, 'another type', 'cast'],
    ['42809', false, 'another kind of object', 'psql'],
    ['42883', false, 'a function or an operator', 'to_regproc'],
    ['42P01', false, 'table, view or sequence', 'to_regclass'],
    ['42P22', false, 'collations', 'COLLATE'],
    ['42P07', false, 'dynamic SQL', 'psql'],
    ['53000', true, 'resources', 'limits'],
    ['53100', false, 'disk is full', 'Free space'],
    ['53200', true, 'memory', 'work_mem'],
    ['53400', false, 'temp_file_limit', 'ALTER ROLE'],
    ['54000', false, '1 GB', 'psql'],
    ['54001', false, 'stack', 'max_stack_depth'],
    ['54011', false, 'limit of PostgreSQL', 'Simplify'],
    ['55000', false, 'materialized view', 'REFRESH'],
    ['55006', true, 'in use', 'again'],
    ['55P02', false, 'not in the state', 'log'],
    ['57000', true, 'operator intervened', 'again'],
    ['57P04', false, 'dropped', 'postgres-url'],
    ['57P05', true, 'idle_session_timeout', 'again'],
    ['58030', false, 'disk reported', 'log'],
    ['58P01', false, 'file', 'log'],
    ['58000', false, 'system', 'log'],
    ['72000', true, 'old_snapshot_threshold', 'again'],
    ['F0000', false, 'configuration', 'log'],
    ['HV00N', true, 'cannot be reached', 'runs'],
    ['HV00L', false, 'foreign table', 'options'],
    ['P0001', false, 'RAISE EXCEPTION', 'log'],
    ['P0002', false, 'found no row', 'Correct'],
    ['P0003', false, 'several rows', 'Correct'],
    ['P0004', false, 'ASSERT', 'Correct'],
    ['P0000', false, 'PL/pgSQL', 'Correct'],
    ['XX000', false, 'internal error', 'Update'],
    ['XX001', false, 'damaged', 'backup'],
    ['XX002', false, 'index', 'REINDEX'],
  ])(
    '%s while rows are read has a meaning and a fix, and none of its words',
    (code, retryable, means, fix) => {
      const explained = explainError(serverError(code, WORDS), context({ phase: 'read' }));
      expect(explained).toMatchObject({ code, retryable });
      expect(explained.message).toContain(means);
      expect(explained.message).toContain(fix);
      expect(explained.message).toContain(`(SQLSTATE ${code}).`);
      expect(explained.message.includes('To see the row')).toBe(OF_A_ROW.includes(code));
      expect(explained.message).not.toMatch(/sadak|bigriyo|canary|\.\.|undefined/);
    },
  );

  test.each(['DHAKA', 'XXXXX', '2BABY', '99123'])(
    'a code that a function made up is not shown: %s',
    (code) => {
      const explained = explainError(serverError(code, WORDS), context({ phase: 'read' }));
      expect(explained.message).toContain('a function raised an error with a code of its own.');
      expect(explained.message).not.toContain(code);
      expect(explained.message).toContain('To see the row, run the SELECT in psql');
      expect(explained).toMatchObject({ code: undefined, retryable: false });
      expect([...causesOf(explained)].map((cause) => cause.code)).not.toContain(code);
    },
  );

  test.each<[ErrorContext['phase'], string]>([
    ['describe', 'refused the SELECT (SQLSTATE 0A000): sadak bigriyo'],
    ['connect', 'refused the session (SQLSTATE 0A000): sadak bigriyo'],
  ])('its own words while it cannot quote data: %s', (phase, shown) => {
    expect(explainError(serverError('0A000', 'sadak\n bigriyo'), context({ phase })).message).toBe(
      `${SERVER} ${shown}.`,
    );
  });

  test('names with a schema, while no rows are read', () => {
    const error = serverError('42P01', 'relation "public.complaints" does not exist');
    expect(explainError(error, context({ phase: 'describe' })).message).toContain(
      'table "public.complaints"',
    );
    expect(explainError(error, context({ phase: 'read' })).message).not.toContain('complaints');
  });

  test.each<[string, ErrorContext['phase'], string]>([
    [
      'file',
      'read',
      'The corrections of source tickets (line 3 of datasets.yml) could not be read for dataset answers.',
    ],
    [
      'preset',
      'read',
      'The corrections of source tickets (line 3 of datasets.yml) could not be read for dataset answers.',
    ],
    ['built-in', 'read', 'The corrections of the built-in dataset answers could not be read.'],
    ['built-in', 'describe', 'The corrections of the built-in dataset answers could not be read.'],
    ['file', 'describe', ''],
  ])('of a SELECT of origin %s in phase %s', (from, phase, subject) => {
    const origin = originOf('SELECT 1', from as 'file');
    const { message } = explainError(serverError('22012', 'division by zero'), context({ phase, origin }));
    expect(message.startsWith(`${subject}${subject === '' ? '' : ' '}${SERVER}`)).toBe(true);
  });

  const OF_THE_SERVER = '08006 25P02 26000 28000 40P01 53200 55P03 57014 58030 72000 F0000 XX000'.split(' ');
  const OF_THE_SELECT = '0A000 21000 22P02 2F003 3F000 42601 42501 42P01 54001'.split(' ');

  test.each([
    ...OF_THE_SERVER.map((code) => [code, true] as const),
    ...OF_THE_SELECT.map((code) => [code, false] as const),
  ])('%s against a SELECT of a file that is described lies in the server: %s', (code, isOfTheServer) => {
    const origin = originOf('SELECT 1');
    const { message } = explainError(serverError(code, WORDS), context({ phase: 'describe', origin }));
    expect(message.startsWith('The corrections of source tickets (line 3')).toBe(isOfTheServer);
  });

  test.each<[string, ErrorContext['phase'], boolean]>([
    ['SELECT * FROM app.complaints', 'read', true],
    ['SELECT * FROM complaints_of_app', 'read', false],
    ['SELECT * FROM other', 'read', false],
    ['SELECT * FROM other', 'describe', true],
  ])('42501 names a table that %s names, in phase %s: %s', (sql, phase, isNamed) => {
    const error = serverError('42501', 'permission denied for table complaints');
    const { message } = explainError(error, context({ phase, origin: originOf(sql) }));
    expect(message.includes('read table "complaints"')).toBe(isNamed);
    expect(message.includes('complaints')).toBe(isNamed);
  });

  test.each([
    ['53200', true],
    ['08006', true],
    ['55000', false],
    ['XX000', false],
  ])('%s before a session exists can be healed by time: %s', (code, retryable) => {
    expect(explainError(serverError(code, WORDS), context())).toMatchObject({ code, retryable });
  });

  test('the hint only of a SELECT that was written by the user, and of no row', () => {
    const error = serverError('42601', 'syntax error');
    const shown = (origin: Parameters<typeof originOf>[1], phase: ErrorContext['phase']) =>
      explainError(error, context({ phase, origin: originOf('SELECT 1', origin) })).message.includes(CANARY);
    expect([shown('file', 'describe'), shown('file', 'read'), shown('preset', 'describe')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('of two datasets, and of a SELECT in an input', () => {
    const { source } = originOf('SELECT 1');
    const inline = { ...source, confirmed: { ...source.corrections, file: null, pieces: [] } };
    const origin = { source: inline, part: 'confirmed', datasets: ['a', 'b'] } as const;
    const { message } = explainError(serverError('22012', ''), context({ phase: 'read', origin }));
    expect(message).toContain(
      'The confirmed rows of source tickets (line 3 of config) could not be read for datasets a and b. ',
    );
  });
});

describe('a log-in that is refused with 28000', () => {
  test.each<[string, string | undefined, boolean, string]>([
    [
      'no pg_hba.conf entry for host "192.0.2.1"',
      undefined,
      true,
      'from this machine. Check the user, and let this',
    ],
    [
      'pg_hba.conf rejects connection for host "192.0.2.1"',
      undefined,
      false,
      'Set sslmode=require or stricter',
    ],
    ['nicht erlaubt', 'ClientAuthentication', true, "let this machine's address in"],
    [
      'connection requires a valid client certificate',
      'ClientAuthentication',
      true,
      'client certificate, which this action',
    ],
    [
      'certificate authentication failed for user "u"',
      'auth_failed',
      true,
      'client certificate, which this action',
    ],
    ['PAM authentication failed for user "u"', 'auth_failed', true, 'rds_iam'],
    ['Cloud SQL IAM user authentication failed for user "u"', undefined, true, 'PAM or IAM'],
    ['RADIUS authentication failed for user "u"', 'auth_failed', true, 'LDAP or RADIUS'],
    ['Peer authentication failed for user "u"', 'auth_failed', true, 'peer or ident'],
    ['Ident authentication failed for user "u"', 'auth_failed', true, 'peer or ident'],
    ['GSSAPI authentication failed for user "u"', 'auth_failed', true, 'GSSAPI, SSPI or OAuth'],
    ['role "u" is not permitted to log in', 'InitializeSessionUserId', true, 'ALTER ROLE … LOGIN'],
    ['role "u" does not exist', 'InitializeSessionUserId', true, 'no such role'],
    ['die Rolle fehlt', 'InitializeSessionUserId', true, 'no such role'],
    ['asleep', 'elsewhere', true, '(SQLSTATE 28000): asleep. Check the user'],
    ['', undefined, true, '(SQLSTATE 28000). Check the user'],
  ])('%s (%s)', (words, routine, encrypted, meaning) => {
    const error = Object.assign(serverError('28000', words), { routine });
    const { message, retryable } = explainError(error, context({ encrypted }));
    expect(message.startsWith(`${SERVER} does not let user "u" into database "d"`)).toBe(true);
    expect(message).toContain(meaning);
    expect(message.includes('address in (pg_hba.conf')).toBe(/pg_hba|erlaubt/.test(words));
    expect(retryable).toBe(false);
  });
});

test('the statement timeout, and a person, end a query', () => {
  const timeout = serverError('57014', 'canceling statement due to statement timeout');
  expect(explainError(timeout, context({ phase: 'read' })).message).toContain('statement timeout of 30 min.');
  const person = serverError('57014', 'canceling statement due to user request');
  expect(explainError(person, context({ phase: 'read' })).message).toContain('by an administrator');
});

test('a connection that breaks while SELECTs are described', () => {
  expect(explainError(networkError('ECONNRESET'), context({ phase: 'describe' })).message).toBe(
    `The connection to ${SERVER} broke while it described the SELECTs (ECONNRESET).`,
  );
});

test('an error that is explained already stays as it is', () => {
  const error = new PostgresError('told');
  expect(explainError(error, context())).toBe(error);
});
