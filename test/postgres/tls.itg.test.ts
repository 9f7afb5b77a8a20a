import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type CertificateAuthority, createAuthority } from '../support/postgres/certificates.ts';
import { type ReadOptions, readEncrypted } from '../support/postgres/read-encrypted.ts';
import { type PostgresServer, startPostgres } from '../support/postgres/server.ts';

const MODES = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'] as const;
const LOCAL_NAMES = { dnsNames: ['localhost'], ipAddresses: ['127.0.0.1'] };

let server: PostgresServer;
let authority: CertificateAuthority;
let stranger: CertificateAuthority;
let warnings: string[];

function outcome(options: ReadOptions): Promise<string> {
  warnings = [];
  return readEncrypted(server, { ...options, onWarning: (message) => warnings.push(message) });
}

beforeAll(async () => {
  server = await startPostgres();
  authority = await createAuthority('Test CA');
  stranger = await createAuthority('Other CA');
});

afterAll(() => server.close());

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
