import { userInfo } from 'node:os';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseConnectionUrl } from '../../src/postgres/connection-settings.ts';
import { PostgresError } from '../../src/postgres/errors/postgres-error.ts';

describe('parseConnectionUrl', () => {
  test('reads every part', () => {
    const params =
      'sslmode=verify-ca&sslrootcert=/etc/ca.pem&connect_timeout=7&statement_timeout=1500&application_name=a%20b&options=-c%20search_path%3Dx';
    expect(parseConnectionUrl(`postgresql://u:p@db.example.org:6543/d?${params}`)).toEqual({
      host: 'db.example.org',
      port: 6543,
      database: 'd',
      user: 'u',
      password: 'p',
      sslMode: 'verify-ca',
      hasSslMode: true,
      sslRootCert: '/etc/ca.pem',
      sslNegotiation: 'postgres',
      requiresChannelBinding: false,
      applicationName: 'a b',
      startupOptions: '-c search_path=x',
      searchPath: undefined,
      connectTimeoutMs: 7000,
      statementTimeoutMs: 1500,
      givenParameters: params.split('&').map((pair) => pair.split('=')[0]),
    });
  });

  test('takes what is left out from the defaults of libpq and of the action', () => {
    const user = userInfo().username;
    expect(parseConnectionUrl('postgres://')).toEqual({
      host: 'localhost',
      port: 5432,
      database: user,
      user,
      password: undefined,
      sslMode: 'prefer',
      hasSslMode: false,
      sslRootCert: undefined,
      sslNegotiation: 'postgres',
      requiresChannelBinding: false,
      applicationName: undefined,
      startupOptions: undefined,
      searchPath: undefined,
      connectTimeoutMs: 15_000,
      statementTimeoutMs: 1_800_000,
      givenParameters: [],
    });
  });

  test.each([
    'postgres',
    'postgresql',
    'postgresql+psycopg2',
    'postgresql+psycopg',
    'postgresql+asyncpg',
    'POSTGRESQL',
  ])('accepts the scheme %s', (scheme) => {
    expect(parseConnectionUrl(`${scheme}://u:p@h/d`)).toMatchObject({ host: 'h', user: 'u', database: 'd' });
  });

  test.each([
    ['postgres://us%40er:p%40ss%2F%3A%23@h/d%2F1', { user: 'us@er', password: 'p@ss/:#', database: 'd/1' }],
    ['postgres://u:p@ss:word@h/d', { user: 'u', password: 'p@ss:word', host: 'h' }],
    ['postgres://u:a+b@h/d', { password: 'a+b' }],
    ['postgres://u@h', { user: 'u', password: undefined, database: 'u' }],
    ['postgres://u:@h/', { password: undefined, database: 'u' }],
    ['postgres://u:p@[2001:db8::1]:6543/d', { host: '2001:db8::1', port: 6543 }],
    ['postgres://u:p@[::1]/d', { host: '::1', port: 5432 }],
    ['postgres://u:p@/d?host=/run/postgresql', { host: '/run/postgresql', database: 'd' }],
    ['postgres:///d?host=%2Frun%2Fpostgresql&port=5433', { host: '/run/postgresql', port: 5433 }],
    ['postgres://%2Frun%2Fpostgresql/d', { host: '/run/postgresql', database: 'd' }],
    ['postgres://h/d?user=u&password=a+b&dbname=e', { user: 'u', password: 'a+b', database: 'e' }],
    ['postgres://h/d?search_path=app,%20%22My%20Schema%22', { searchPath: ['app', 'My Schema'] }],
    ['postgres://h/d?currentSchema=app', { searchPath: ['app'] }],
    ['postgres://h/d?ssl=true', { sslMode: 'require' }],
    ['postgres://h/d?sslrootcert=system', { sslMode: 'verify-full', sslRootCert: 'system' }],
    ['postgres://h/d?channel_binding=require&pgbouncer=true', { requiresChannelBinding: true }],
    [
      '  postgres://h/d?statement_timeout=0&connect_timeout=0\n',
      { statementTimeoutMs: 0, connectTimeoutMs: 0 },
    ],
  ])('reads %s', (url, expected) => {
    expect(parseConnectionUrl(url)).toMatchObject(expected);
  });

  const form = 'it must look like postgresql://user:password@host:5432/database';
  test.each([
    ['', form],
    ['CANARY', form],
    ['mysql://u:CANARY@h/d', form],
    ['host=h password=CANARY', form],
    [
      'postgres://u:Ab@CANARY?1@h/d',
      'in a user name or password, ? must be written as %3F; elsewhere, @ as %40',
    ],
    ['postgres://h/d?user=u@h', 'in a user name or password, ? must be written as %3F; elsewhere, @ as %40'],
    ['postgres://h/d?search_path=a,,b', 'search_path must be names of schemas, separated by commas'],
    ['postgres://u:CANARY#@h/d', 'a # in it must be written as %23'],
    [
      'postgres://u:1/CANARY@h/d',
      'in a user name or password, / must be written as %2F; elsewhere, @ as %40',
    ],
    [
      'postgres://u:1?CANARY@h/d',
      'in a user name or password, ? must be written as %3F; elsewhere, @ as %40',
    ],
    [
      'postgres://u:CANARY%@h/d',
      'the password holds a % that is not followed by two hexadecimal digits; write a plain % as %25',
    ],
    ['postgres://u:CANARY%00@h/d', 'the password contains a zero byte (%00), which no value may'],
    ['postgres://u:CANARY@h1,h2/d', 'it names several hosts; name the one to read from'],
    ['postgres://u:CANARY@2001:db8::1/d', `${form}, and an IPv6 address needs brackets, as in [::1]`],
    ['postgres://u:CANARY@h:0/d', 'the port must be a whole number from 1 to 65535'],
    ['postgres://u:CANARY@h:CANARY/d', 'the port must be a whole number from 1 to 65535'],
    ['postgres://u:CANARY@h/d?connect_timeout=1.5', 'connect_timeout must be a whole number from 0 to 3600'],
    [
      'postgres://h/d?statement_timeout=CANARY',
      'statement_timeout must be a whole number from 0 to 2147483647',
    ],
    [
      'postgres://h/d?sslmode=CANARY',
      'sslmode must be one of disable, allow, prefer, require, verify-ca, verify-full',
    ],
    [
      'postgres://h/d?sslrootcert=system&sslmode=require',
      'sslrootcert=system needs sslmode=verify-full, because anyone can get a certificate from a well-known authority',
    ],
  ])('says what is wrong with %s', (url, reason) => {
    expect(() => parseConnectionUrl(url)).toThrow(
      new PostgresError(`postgres-url cannot be read: ${reason}.`),
    );
  });

  test('takes a password that is not percent-encoded for what it is, or refuses it; no piece of it is a name', () => {
    const character = fc.oneof(fc.constantFrom(...'@:/?#[]%&=, +;!$\'"\\'), fc.constantFrom(...'QXZ123'));
    fc.assert(
      fc.property(fc.string({ unit: character, minLength: 4, maxLength: 24 }), (password) => {
        const pieces = Array.from({ length: password.length - 3 }, (_, at) => password.slice(at, at + 4));
        let settings: ReturnType<typeof parseConnectionUrl>;
        try {
          settings = parseConnectionUrl(`postgresql://reader:${password}@host.example/db`);
        } catch (error) {
          const { message } = error as Error;
          const telling = pieces.filter((piece) => /[QXZ]/.test(piece));
          expect(telling.filter((piece) => message.includes(piece))).toEqual([]);
          return;
        }
        if (settings.password === password) return;
        const { host, port, database, user } = settings;
        const told = [host, String(port), database, user].join('\0');
        expect(pieces.filter((piece) => told.includes(piece))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });
});
