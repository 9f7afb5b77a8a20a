import type { StatementOrigin } from '../../../src/model/selection.ts';
import { PostgresError } from '../../../src/postgres/errors/postgres-error.ts';
import { withSnapshot } from '../../../src/postgres/snapshot.ts';

/**
 * Reads once, and returns the error.
 *
 * @param query has one column of text
 * @param origin the SELECT of a source that it is
 * @throws Error when the reading succeeded or failed with another kind of error
 */
export async function failureOf(
  url: string,
  query = 'SELECT 1::text',
  origin?: StatementOrigin,
): Promise<PostgresError> {
  const error = await withSnapshot({ url, retryDelaysMs: [] }, (snapshot) =>
    snapshot.copyRows(query, 1, () => {}, origin),
  ).then(
    () => new Error('nothing failed'),
    (error) => error,
  );
  if (!(error instanceof PostgresError)) throw error;
  return error;
}

/** What matters of an error to the user and to the retries. */
export function told({ message, code, retryable }: PostgresError) {
  return { message, code, retryable };
}
