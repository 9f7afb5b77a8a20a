import { webcrypto } from 'node:crypto';
import type { cryptoProvider, Extension } from '@peculiar/x509';
import { loadX509 } from './x509.ts';

/** A certificate with its private key, both as PEM text. */
export interface CertificateFiles {
  cert: string;
  key: string;
}

/** What a server certificate says. */
export interface ServerCertificate {
  dnsNames?: readonly string[];
  ipAddresses?: readonly string[];
  /** Default: yesterday. */
  notBefore?: Date;
  /** Default: tomorrow. */
  notAfter?: Date;
}

/** A certificate authority made for one test run. */
export interface CertificateAuthority {
  /** The authority's own certificate, PEM text. */
  cert: string;
  issue(certificate: ServerCertificate): Promise<CertificateFiles>;
}

const CRYPTO = webcrypto as unknown as Parameters<typeof cryptoProvider.set>[0];
const DAY_MS = 86_400_000;
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

/** Makes a certificate authority that signs server certificates. */
export async function createAuthority(commonName: string): Promise<CertificateAuthority> {
  const x509 = await loadX509();
  const keys = await generateKeys();
  const authority = await x509.X509CertificateGenerator.createSelfSigned(
    {
      name: `CN=${commonName}`,
      keys,
      signingAlgorithm: ALGORITHM,
      ...validity({}),
      extensions: [
        new x509.BasicConstraintsExtension(true, undefined, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
        await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      ],
    },
    CRYPTO,
  );
  return {
    cert: authority.toString('pem'),
    async issue(certificate) {
      const serverKeys = await generateKeys();
      const signed = await x509.X509CertificateGenerator.create(
        {
          subject: 'CN=test server',
          issuer: authority.subject,
          publicKey: serverKeys.publicKey,
          signingKey: keys.privateKey,
          signingAlgorithm: ALGORITHM,
          ...validity(certificate),
          extensions: await serverExtensions(certificate),
        },
        CRYPTO,
      );
      return { cert: signed.toString('pem'), key: await exportKey(serverKeys) };
    },
  };
}

/** Makes a server certificate that no authority has signed. */
export async function createSelfSigned(certificate: ServerCertificate): Promise<CertificateFiles> {
  const x509 = await loadX509();
  const keys = await generateKeys();
  const signed = await x509.X509CertificateGenerator.createSelfSigned(
    {
      name: 'CN=test server',
      keys,
      signingAlgorithm: ALGORITHM,
      ...validity(certificate),
      extensions: await serverExtensions(certificate),
    },
    CRYPTO,
  );
  return { cert: signed.toString('pem'), key: await exportKey(keys) };
}

function validity({ notBefore, notAfter }: ServerCertificate): { notBefore: Date; notAfter: Date } {
  return {
    notBefore: notBefore ?? new Date(Date.now() - DAY_MS),
    notAfter: notAfter ?? new Date(Date.now() + DAY_MS),
  };
}

async function serverExtensions({
  dnsNames = [],
  ipAddresses = [],
}: ServerCertificate): Promise<Extension[]> {
  const x509 = await loadX509();
  return [
    new x509.SubjectAlternativeNameExtension([
      ...dnsNames.map((value) => ({ type: 'dns' as const, value })),
      ...ipAddresses.map((value) => ({ type: 'ip' as const, value })),
    ]),
  ];
}

async function generateKeys(): Promise<webcrypto.CryptoKeyPair> {
  return (await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])) as webcrypto.CryptoKeyPair;
}

async function exportKey(keys: webcrypto.CryptoKeyPair): Promise<string> {
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);
  return (await loadX509()).PemConverter.encode(pkcs8, 'PRIVATE KEY');
}
