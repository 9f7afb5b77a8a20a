import { expect } from '@jest/globals';
import type { StatementOrigin } from '../../../src/model/selection.ts';
import type { PostgresError } from '../../../src/postgres/errors/postgres-error.ts';
import { failureOf as readFailure } from './failure.ts';
import type { TestDatabase } from './server.ts';

/** A password with the characters that have to be encoded, so that both forms can be looked for. */
export const CANARY = 'canary@se/cret';
const SECRETS = [CANARY, encodeURIComponent(CANARY), 'canary', 'sadak bigriyo'];

/** Creates a role whose password is {@link CANARY}. */
export async function createReader(database: TestDatabase, name: string): Promise<void> {
  await database.query(`CREATE ROLE "${name}" LOGIN PASSWORD '${CANARY}'`);
}

/** Reads once, checks that the error tells neither the password nor the text `sadak bigriyo`, and returns it. */
export async function failureOf(
  url: string,
  query?: string,
  origin?: StatementOrigin,
): Promise<PostgresError> {
  const error = await readFailure(url, query, origin);
  for (const secret of SECRETS) expect(error.message).not.toContain(secret);
  return error;
}
