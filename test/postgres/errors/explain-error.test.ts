import { describe, expect, test } from '@jest/globals';
import { DatabaseError } from 'pg';
import { parseConnectionUrl } from '../../../src/postgres/connection-settings.ts';
import { explainError } from '../../../src/postgres/errors/explain-error.ts';
import type { ErrorContext } from '../../../src/postgres/errors/explanation.ts';
import { PostgresError } from '../../../src/postgres/errors/postgres-error.ts';

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
        message: 'There is no host named db.example.org in the DNS. Check the host in postgres-url.',
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
        message: `No TLS connection to ${SERVER} came about (ERR_SSL_UNSUPPORTED_PROTOCOL). Check the server's certificate and TLS versions.`,
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
  test.each([
    [
      '40001',
      true,
      `${SERVER} is a standby and cancelled the query to replay changes of its primary. Read from the primary, or raise max_standby_streaming_delay or set hot_standby_feedback = on on the standby.`,
    ],
    ['40P01', true, `${SERVER} ended the query to resolve a deadlock. Run again later.`],
    ['57P01', true, `${SERVER} ended the session, as it does when it restarts or an administrator ends it.`],
    ['57P02', true, `${SERVER} ended the session, as it does when it restarts or an administrator ends it.`],
    ['57P03', true, `${SERVER} is starting up or shutting down. Run again later.`],
    ['08006', true, `${SERVER} reported an error (SQLSTATE 08006). Its log says what is wrong.`],
    ['XX000', false, `${SERVER} reported an error (SQLSTATE XX000). Its log says what is wrong.`],
    [
      '42P01',
      false,
      `There is no such table as the query names in database "d" of ${SERVER}. Check that postgres-url names the right database. A table in a schema that is not on the search_path of user "u" is found by search_path=<schema> in postgres-url.`,
    ],
    [
      '42703',
      false,
      `There is no such column as the query names in database "d" of ${SERVER}. Check its name; those of the built-in datasets are listed in docs/built-in.md of the action.`,
    ],
    [
      '42501',
      false,
      `User "u" may not read what the query needs from ${SERVER}. Grant it SELECT on the tables and USAGE on their schema.`,
    ],
  ])('%s in words of another language, with details to keep quiet about', (code, retryable, message) => {
    const explained = explainError(serverError(code, `sadak bigriyo ${CANARY}`), context({ phase: 'read' }));
    expect(explained).toMatchObject({ code, retryable, message });
  });

  test('names with a schema', () => {
    const error = serverError('42P01', 'relation "public.complaints" does not exist');
    expect(explainError(error, context({ phase: 'read' })).message).toContain('table "public.complaints"');
  });
});

test('an error that is explained already stays as it is', () => {
  const error = new PostgresError('told');
  expect(explainError(error, context())).toBe(error);
});
