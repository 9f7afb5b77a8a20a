import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type CertificateAuthority,
  createAuthority,
  createSelfSigned,
} from '../support/postgres/certificates.ts';
import { type ReadOptions, readEncrypted } from '../support/postgres/read-encrypted.ts';
import { type PostgresServer, type PostgresSetup, startPostgres } from '../support/postgres/server.ts';

const LOCAL_NAMES = { dnsNames: ['localhost'], ipAddresses: ['127.0.0.1'] };

let server: PostgresServer;
let authority: CertificateAuthority;

beforeAll(async () => {
  server = await startPostgres();
  authority = await createAuthority('Test CA');
});

afterAll(() => server.close());

function outcome(options: ReadOptions): Promise<string> {
  return readEncrypted(server, options);
}

function at(host = 'localhost'): string {
  return `PostgreSQL at ${host}:${server.port}`;
}

const wrongName = (host: string) =>
  `The certificate of ${at(host)} is for another host than ${host}. Use the host name that the certificate names in ` +
  'postgres-url, or sslmode=verify-ca, which trusts the authority and skips the name.';

describe('a certificate for other hosts', () => {
  beforeAll(async () =>
    server.configure({
      tls: await authority.issue({ dnsNames: ['db.example.org'], ipAddresses: ['10.0.0.1'] }),
    }),
  );

  test.each(['localhost', '127.0.0.1'])('is refused by verify-full only (%s)', async (host) => {
    expect(await outcome({ sslmode: 'verify-full', host, ca: authority.cert })).toBe(wrongName(host));
    expect(await outcome({ sslmode: 'verify-ca', host, ca: authority.cert })).toBe('TLS');
    expect(await outcome({ sslmode: 'require', host })).toBe('TLS');
  });
});

test('a certificate for the name "localhost" is not one for 127.0.0.1', async () => {
  await server.configure({ tls: await authority.issue({ dnsNames: ['localhost'] }) });
  expect(await outcome({ sslmode: 'verify-full', host: '127.0.0.1', ca: authority.cert })).toBe(
    wrongName('127.0.0.1'),
  );
});

test.each([
  [
    'expired',
    { notBefore: new Date(2000, 0), notAfter: new Date(2001, 0) },
    () => `The certificate of ${at()} has expired. Renew it on the server.`,
  ],
  [
    'not yet valid',
    { notBefore: new Date(2100, 0), notAfter: new Date(2101, 0) },
    () => `The certificate of ${at()} is not valid yet. Check its dates and the clocks of both machines.`,
  ],
])('a certificate that is %s', async (_, dates, message) => {
  await server.configure({ tls: await authority.issue({ ...LOCAL_NAMES, ...dates }) });
  expect(await outcome({ sslmode: 'verify-ca', ca: authority.cert })).toBe(message());
});

test('a certificate that signs itself', async () => {
  const tls = await createSelfSigned(LOCAL_NAMES);
  await server.configure({ tls });
  const untrusted = `The certificate of ${at()} is not trusted: it is signed by itself`;
  expect(await outcome({ sslmode: 'verify-full' })).toBe(
    `${untrusted}. Give that certificate in postgres-ca.`,
  );
  expect(await outcome({ sslmode: 'verify-full', ca: authority.cert })).toBe(
    `${untrusted} and is not the certificate in postgres-ca. Give that certificate in postgres-ca.`,
  );
  expect(await outcome({ sslmode: 'verify-full', ca: tls.cert })).toBe('TLS');
});

describe('access rules', () => {
  const refused = (plain: boolean) =>
    `${at()} does not let user "postgres" into database "postgres" from this machine${plain ? ' without encryption. Set sslmode=require or stricter in postgres-url, check the user, and let' : '. Check the user, and let'} this machine's address in (pg_hba.conf, or the provider's list of allowed addresses).`;

  test.each<[string, string[], (sslmode: string) => string]>([
    [
      'only with TLS',
      ['hostssl all all all scram-sha-256'],
      (sslmode) => (sslmode === 'disable' ? refused(true) : 'TLS'),
    ],
    [
      'only without TLS',
      ['hostnossl all all all scram-sha-256'],
      (sslmode) => (sslmode === 'require' ? refused(false) : 'plain'),
    ],
    ['to nobody', ['host all all all reject'], (sslmode) => refused(sslmode === 'disable')],
  ])('that open the server %s', async (_, hba, expected) => {
    const setup: PostgresSetup = { tls: await authority.issue(LOCAL_NAMES), hba };
    await server.configure(setup);
    for (const sslmode of ['disable', 'allow', 'prefer', 'require']) {
      expect(`${sslmode}: ${await outcome({ sslmode })}`).toBe(`${sslmode}: ${expected(sslmode)}`);
    }
  });
});
