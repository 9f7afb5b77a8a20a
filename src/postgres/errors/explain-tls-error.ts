import type { ErrorContext, Explanation } from './explanation.ts';
import { describeServer } from './server-address.ts';

/** Explains an error code of Node's TLS, or returns `undefined` for other codes. */
export function explainTlsError(code: string | undefined, context: ErrorContext): Explanation | undefined {
  const server = describeServer(context.settings);
  switch (code) {
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
      return {
        message:
          `The certificate of ${server} is not trusted: it is signed by itself` +
          `${context.hasCa ? ' and is not the certificate in postgres-ca' : ''}. Give that certificate in postgres-ca.`,
      };
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'UNABLE_TO_GET_ISSUER_CERT':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
    case 'CERT_SIGNATURE_FAILURE':
      return {
        message: context.hasCa
          ? `The certificate of ${server} is not trusted: it is not signed by the certificate authority given in postgres-ca ` +
            "or sslrootcert. Give the CA certificate that the database's provider offers for this server."
          : `The certificate of ${server} is not trusted: it is signed by a private certificate authority. Give that ` +
            "authority's CA certificate, which the database's provider offers for download, in postgres-ca.",
      };
    case 'CERT_HAS_EXPIRED':
      return { message: `The certificate of ${server} has expired. Renew it on the server.` };
    case 'CERT_NOT_YET_VALID':
      return {
        message: `The certificate of ${server} is not valid yet. Check its dates and the clocks of both machines.`,
      };
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return {
        message:
          `The certificate of ${server} is for another host than ${context.settings.host}. Use the host name that the ` +
          'certificate names in postgres-url, or sslmode=verify-ca, which trusts the authority and skips the name.',
      };
  }
  if (code !== undefined && /^(ERR_SSL_|ERR_TLS_|EPROTO$|CERT_|UNABLE_TO_|INVALID_)/.test(code)) {
    return {
      message: `The TLS connection to ${server} failed (${code}). Check the server's certificate and TLS versions.`,
    };
  }
  return undefined;
}
