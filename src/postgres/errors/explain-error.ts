import { DatabaseError } from 'pg';
import { describeOrigin } from '../../model/describe-origin.ts';
import { CopyFormatError } from '../copy-decoder.ts';
import { isAboutStatement, isKnownCode } from './conditions.ts';
import { explainNetworkError, mostSpecificError, type NetworkError } from './explain-network-error.ts';
import { explainPoolerError, standardCode } from './explain-pooler-error.ts';
import { explainRowSecurity, ROW_SECURITY } from './explain-row-security.ts';
import { explainServerError } from './explain-server-error.ts';
import { explainTlsError } from './explain-tls-error.ts';
import type { ErrorContext, Explanation } from './explanation.ts';
import { PostgresError } from './postgres-error.ts';
import { describeServer } from './server-address.ts';

/** Code of the PostgresError for a server that answers that it has no TLS; PostgreSQL has no code for that. */
export const TLS_NOT_OFFERED = 'TLS_NOT_OFFERED';

/**
 * Turns an error of node-postgres, Node or OpenSSL into one in words for users, after the SELECT it is about. Once rows
 * are being read, nothing that PostgreSQL wrote gets into the message, because its texts and the identifiers in them
 * can be data.
 */
export function explainError(error: unknown, context: ErrorContext): PostgresError {
  const shown = error instanceof DatabaseError && error.code !== undefined ? error : (context.loss ?? error);
  if (error instanceof PostgresError) return error;
  if (shown instanceof PostgresError) return shown;
  const cause = mostSpecificError(shown as NetworkError);
  const { message, ...explanation } = explain(cause, context);
  const { origin, phase } = context;
  const code = explanation.code ?? cause.code;
  // A SELECT of a file that is refused is reported on its line.
  const isPlaced =
    phase === 'describe' &&
    origin?.source.origin === 'file' &&
    isAboutStatement(code) &&
    code !== ROW_SECURITY;
  const subject = origin === undefined || isPlaced ? '' : `${describeOrigin(origin)} `;
  // A function may raise any five letters as a code, even those of a row, so they are not logged.
  const isMadeUp = phase === 'read' && cause instanceof DatabaseError && !isKnownCode(cause.code ?? '');
  return new PostgresError(subject + message, isMadeUp ? {} : { ...explanation, code, cause });
}

function explain(error: NetworkError, context: ErrorContext): Explanation {
  const server = describeServer(context.settings);
  if (error instanceof CopyFormatError) {
    return { message: `What ${server} sent is not PostgreSQL's binary COPY format: ${error.message}.` };
  }
  if (error instanceof DatabaseError && error.code !== undefined) {
    const code = standardCode(error.code, error.message);
    const special = explainPoolerError(code, error.message, context) ?? explainRowSecurity(error, context);
    const { routine, hint } = error;
    return { code, ...(special ?? explainServerError(code, error.message, { ...context, routine, hint })) };
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
