import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ConnectionOptions } from 'node:tls';
import type { ConnectionSettings } from './connection-settings.ts';
import { PostgresError } from './errors/postgres-error.ts';
import { describeServer } from './errors/server-address.ts';

/** One way to try a connection: without TLS, or with these options of `tls.connect`. */
export type Encryption = false | ConnectionOptions;

/**
 * Lists the ways to try a connection, in order, with libpq's meaning of every sslmode: a CA makes every mode verify the
 * chain whenever it uses TLS, `verify-*` without one relies on the authorities built into Node, and a Unix socket never
 * uses TLS. Verification is requested explicitly, because NODE_TLS_REJECT_UNAUTHORIZED could turn it off.
 *
 * @param ca certificates of the trusted authorities, PEM text
 */
export function encryptionsToTry(
  settings: Pick<ConnectionSettings, 'host' | 'sslMode'>,
  ca: string | undefined,
): readonly Encryption[] {
  if (settings.host.startsWith('/')) return [false];
  switch (settings.sslMode) {
    case 'disable':
      return [false];
    case 'allow':
      return [false, verifyChainIfKnown(ca)];
    case 'prefer':
      return [verifyChainIfKnown(ca), false];
    case 'require':
      return [verifyChainIfKnown(ca)];
    case 'verify-ca':
      return [verifyChain(ca)];
    case 'verify-full':
      return [{ ca, rejectUnauthorized: true }];
  }
}

function verifyChainIfKnown(ca: string | undefined): ConnectionOptions {
  return ca === undefined ? { rejectUnauthorized: false } : verifyChain(ca);
}

function verifyChain(ca: string | undefined): ConnectionOptions {
  return { ca, rejectUnauthorized: true, checkServerIdentity: () => undefined };
}

/**
 * Loads the trusted CA certificates: those of the option, or else those of the URL, or else none.
 *
 * @param option PEM text or a path
 * @param sslRootCert a path, or `system` for the authorities built into Node
 * @throws PostgresError if the file holds no certificate or cannot be read (libpq ignores that below `verify-ca`, but a
 * CA that is named should be used)
 */
export function loadCa(option: string | undefined, sslRootCert: string | undefined): string | undefined {
  if (option?.trim()) {
    return checkedPem(
      option.includes('-----BEGIN') ? option : readCa(option.trim(), 'postgres-ca'),
      'postgres-ca',
    );
  }
  if (sslRootCert === undefined || sslRootCert === 'system') return undefined;
  return checkedPem(readCa(sslRootCert, 'sslrootcert in postgres-url'), 'sslrootcert in postgres-url');
}

function readCa(path: string, source: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new PostgresError(
      `The CA certificate that ${source} names cannot be read (${code}). Give the path of a PEM file or, in ` +
        'postgres-ca, its text.',
      { code, cause },
    );
  }
}

function checkedPem(pem: string, source: string): string {
  try {
    new X509Certificate(pem);
  } catch (cause) {
    throw new PostgresError(
      `${source} holds no valid certificate. It must be PEM text that begins with -----BEGIN CERTIFICATE-----.`,
      { cause },
    );
  }
  return pem;
}

/** Returns a warning if the sslmode lets a connection ignore the given CA; else `undefined`. */
export function fallbackWarning(
  settings: Pick<ConnectionSettings, 'host' | 'sslMode'>,
  ca: string | undefined,
): string | undefined {
  if (ca === undefined || !encryptionsToTry(settings, ca).includes(false)) return undefined;
  if (settings.host.startsWith('/')) return undefined;
  const fault = settings.sslMode === 'disable' ? 'never uses it' : 'may still connect without encryption';
  return `A CA certificate is given, but sslmode=${settings.sslMode} in postgres-url ${fault}. Use sslmode=verify-full, or verify-ca when the certificate does not name the host.`;
}

/**
 * Returns a warning about an unencrypted connection that nobody asked for; else `undefined`. A connection within this
 * machine needs no encryption.
 */
export function plainWarning(
  settings: Pick<ConnectionSettings, 'host' | 'port' | 'hasSslMode'>,
  isEncrypted: boolean,
): string | undefined {
  const isLocal = settings.host.startsWith('/') || /^(localhost|127\.[\d.]+|::1)$/.test(settings.host);
  if (isEncrypted || isLocal || settings.hasSslMode) return undefined;
  return `The connection to ${describeServer(settings)} is not encrypted: the server offers no TLS, and postgres-url has no sslmode, so others on the network can read it. Turn TLS on there and set sslmode=verify-full. If every network in between can be trusted, set sslmode=disable.`;
}
