import { brokenUrl } from './url-text.ts';

/** libpq's sslmode: https://www.postgresql.org/docs/current/libpq-ssl.html#LIBPQ-SSL-PROTECTION */
export type SslMode = (typeof SSL_MODES)[number];

const SSL_MODES = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'] as const;

/**
 * Chooses the sslmode of a connection URL: the one it names, else what libpq takes instead, which is `require` for
 * JDBC's `ssl=true`, `verify-full` for `sslrootcert=system`, and `prefer`.
 *
 * @throws PostgresError for an unknown mode, for `ssl` that is not `true` or is contradicted by the mode, and for
 *   `sslrootcert=system` with a mode that does not check the name
 */
export function chooseSslMode(params: { sslMode?: string; ssl?: string; sslRootCert?: string }): SslMode {
  if (params.ssl !== undefined && params.ssl !== 'true') {
    throw brokenUrl(`ssl can only be true. Write sslmode=<mode>, with one of ${SSL_MODES.join(', ')}`);
  }
  const isSystem = params.sslRootCert === 'system';
  const sslMode = params.sslMode ?? (isSystem ? 'verify-full' : params.ssl === 'true' ? 'require' : 'prefer');
  if (!isSslMode(sslMode)) throw brokenUrl(`sslmode must be one of ${SSL_MODES.join(', ')}`);
  if (params.ssl === 'true' && ['disable', 'allow', 'prefer'].includes(sslMode)) {
    throw brokenUrl(`ssl=true contradicts sslmode=${sslMode}. Keep one of them`);
  }
  if (isSystem && sslMode !== 'verify-full') {
    throw brokenUrl(
      'sslrootcert=system needs sslmode=verify-full, because anyone can get a certificate from a well-known authority',
    );
  }
  return sslMode;
}

function isSslMode(text: string): text is SslMode {
  return (SSL_MODES as readonly string[]).includes(text);
}
