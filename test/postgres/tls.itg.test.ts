import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { withSnapshot } from '../../src/postgres/snapshot.ts';
import {
  type CertificateAuthority,
  createAuthority,
  createSelfSigned,
} from '../support/postgres/certificates.ts';
import { readTexts } from '../support/postgres/read-texts.ts';
import { type PostgresServer, type PostgresSetup, startPostgres } from '../support/postgres/server.ts';

const ENCRYPTED = 'SELECT ssl::text FROM pg_stat_ssl WHERE pid = pg_backend_pid()';
const MODES = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'] as const;
const LOCAL_NAMES = { dnsNames: ['localhost'], ipAddresses: ['127.0.0.1'] };

let server: PostgresServer;
let authority: CertificateAuthority;
let stranger: CertificateAuthority;
let warnings: string[];

beforeAll(async () => {
  server = await startPostgres();
  authority = await createAuthority('Test CA');
  stranger = await createAuthority('Other CA');
});

afterAll(() => server.close());

/** 'TLS' or 'plain', or the message of the error. */
async function outcome({
  sslmode,
  host = 'localhost',
  ca,
  params = {},
}: {
  sslmode?: string;
  host?: string;
  ca?: string;
  params?: Record<string, string>;
}): Promise<string> {
  warnings = [];
  const url = server.url({ host, params: { ...(sslmode && { sslmode }), ...params } });
  try {
    const [[encrypted]] = (await withSnapshot(
      { url, ca, retryDelaysMs: [], onWarning: (message) => warnings.push(message) },
      (snapshot) => readTexts(snapshot, ENCRYPTED),
    )) as [[string]];
    return encrypted === 'true' ? 'TLS' : 'plain';
  } catch (error) {
    return (error as Error).message;
  }
}

function at(host = 'localhost'): string {
  return `PostgreSQL at ${host}:${server.port}`;
}

const notOffered = (sslmode: string) =>
  `${at()} does not offer TLS, which sslmode=${sslmode} asks for. Turn TLS on there (ssl = on), or, if every ` +
  'network in between can be trusted, set sslmode=disable in postgres-url.';
const privateCa = () =>
  `The certificate of ${at()} is not trusted: it is signed by a private certificate authority. Give that authority's ` +
  "CA certificate, which the database's provider offers for download, in postgres-ca.";
const wrongCa = () =>
  `The certificate of ${at()} is not trusted: it is not signed by the certificate authority given in postgres-ca or ` +
  "sslrootcert. Give the CA certificate that the database's provider offers for this server.";
const wrongName = (host: string) =>
  `The certificate of ${at(host)} is for another host than ${host}. Use the host name that the certificate names in ` +
  'postgres-url, or sslmode=verify-ca, which trusts the authority and skips the name.';

describe('a server without TLS', () => {
  beforeAll(() => server.configure({}));

  test.each([
    ['disable', () => 'plain'],
    ['allow', () => 'plain'],
    ['prefer', () => 'plain'],
    ['require', () => notOffered('require')],
    ['verify-ca', () => notOffered('verify-ca')],
    ['verify-full', () => notOffered('verify-full')],
  ])('sslmode=%s', async (sslmode, expected) => {
    for (const ca of [undefined, authority.cert, stranger.cert]) {
      expect(await outcome({ sslmode, ca })).toBe(expected());
    }
  });
});

describe('a server with TLS', () => {
  beforeAll(async () => server.configure({ tls: await authority.issue(LOCAL_NAMES) }));

  test.each([
    ['disable', () => ['plain', 'plain', 'plain']],
    ['allow', () => ['plain', 'plain', 'plain']],
    ['prefer', () => ['TLS', 'TLS', 'plain']],
    ['require', () => ['TLS', 'TLS', wrongCa()]],
    ['verify-ca', () => [privateCa(), 'TLS', wrongCa()]],
    ['verify-full', () => [privateCa(), 'TLS', wrongCa()]],
  ])('sslmode=%s with no CA, the right one and a wrong one', async (sslmode, expected) => {
    const outcomes = [];
    for (const ca of [undefined, authority.cert, stranger.cert])
      outcomes.push(await outcome({ sslmode, ca }));
    expect(outcomes).toEqual(expected());
  });

  test('prefers TLS when the URL names no mode', async () => {
    expect(await outcome({})).toBe('TLS');
  });

  test('checks an IP host against the addresses of the certificate', async () => {
    expect(await outcome({ sslmode: 'verify-full', host: '127.0.0.1', ca: authority.cert })).toBe('TLS');
  });

  test('uses no TLS on a Unix socket', async () => {
    const params = { host: server.directory };
    expect(await outcome({ sslmode: 'verify-full', ca: authority.cert, params })).toBe('plain');
    expect(warnings).toEqual([]);
  });

  test('takes the CA from sslrootcert, and postgres-ca before it', async () => {
    const directory = mkdtempSync(path.join(tmpdir(), 'ca-'));
    const right = path.join(directory, 'right.pem');
    const wrong = path.join(directory, 'wrong.pem');
    writeFileSync(right, authority.cert);
    writeFileSync(wrong, stranger.cert);
    const sslmode = 'verify-full';
    expect(await outcome({ sslmode, params: { sslrootcert: right } })).toBe('TLS');
    expect(await outcome({ sslmode, params: { sslrootcert: wrong } })).toBe(wrongCa());
    expect(await outcome({ sslmode, ca: right, params: { sslrootcert: wrong } })).toBe('TLS');
    expect(await outcome({ sslmode, ca: '', params: { sslrootcert: right } })).toBe('TLS');
    rmSync(directory, { recursive: true });
  });

  test('trusts only well-known authorities with sslrootcert=system', async () => {
    expect(await outcome({ params: { sslrootcert: 'system' } })).toBe(privateCa());
  });

  test('tells of a CA that cannot be used', async () => {
    expect(await outcome({ ca: '/no/such.pem' })).toBe(
      'The CA certificate that postgres-ca names cannot be read (ENOENT). Give the path of a PEM file or, in ' +
        'postgres-ca, its text.',
    );
    expect(await outcome({ ca: '-----BEGIN CERTIFICATE-----\nabc\n-----END CERTIFICATE-----' })).toBe(
      'postgres-ca holds no valid certificate. It must be PEM text that begins with -----BEGIN CERTIFICATE-----.',
    );
  });

  test.each(MODES)('warns when a CA is given that sslmode=%s may not use', async (sslmode) => {
    await outcome({ sslmode, ca: authority.cert });
    const advice = 'Use sslmode=verify-full, or verify-ca when the certificate does not name the host.';
    const faults: Partial<Record<string, string>> = {
      disable: 'never uses it',
      allow: 'may still connect without encryption',
      prefer: 'may still connect without encryption',
    };
    const fault = faults[sslmode];
    expect(warnings).toEqual(
      fault ? [`A CA certificate is given, but sslmode=${sslmode} in postgres-url ${fault}. ${advice}`] : [],
    );
  });
});

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
