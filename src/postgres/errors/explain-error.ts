import { DatabaseError } from 'pg';
import { CopyFormatError } from '../copy-decoder.ts';
import { explainNetworkError, type NetworkError, tellingError } from './explain-network-error.ts';
import { explainPoolerError, standardCode } from './explain-pooler-error.ts';
import { explainRowSecurity } from './explain-row-security.ts';
import { explainServerError } from './explain-server-error.ts';
import { explainTlsError } from './explain-tls-error.ts';
import type { ErrorContext, Explanation } from './explanation.ts';
import { PostgresError } from './postgres-error.ts';
import { describeServer } from './server-address.ts';

/** Code of the PostgresError for a server that answers that it has no TLS; PostgreSQL gives it none. */
export const TLS_NOT_OFFERED = 'TLS_NOT_OFFERED';

/**
 * Turns an error of node-postgres, Node or OpenSSL into one in the user's words. Once rows are being read, nothing that
 * PostgreSQL wrote gets into the message except names of tables and columns, because its texts can quote data.
 */
export function explainError(error: unknown, context: ErrorContext): PostgresError {
  const told = error instanceof DatabaseError && error.code !== undefined ? error : (context.loss ?? error);
  if (error instanceof PostgresError) return error;
  if (told instanceof PostgresError) return told;
  const cause = tellingError(told as NetworkError);
  const explanation = explain(cause, context);
  return new PostgresError(explanation.message, { code: cause.code, ...explanation, cause });
}

function explain(error: NetworkError, context: ErrorContext): Explanation {
  const server = describeServer(context.settings);
  if (error instanceof CopyFormatError) {
    return { message: `What ${server} sent is not PostgreSQL's binary COPY format: ${error.message}.` };
  }
  if (error instanceof DatabaseError && error.code !== undefined) {
    const code = standardCode(error.code, error.message);
    const special = explainPoolerError(code, error.message, context) ?? explainRowSecurity(error, context);
    return { code, ...(special ?? explainServerError(code, error.message, context)) };
  }
  if (error.message === 'The server does not support SSL connections') {
    return {
      code: TLS_NOT_OFFERED,
      message:
        `${server} does not offer TLS, which sslmode=${context.settings.sslMode} asks for. Turn TLS on there (ssl = on), ` +
        'or, if every network in between can be trusted, set sslmode=disable in postgres-url.',
    };
  }
  return explainTlsError(error.code, context) ?? explainNetworkError(error, context);
}
