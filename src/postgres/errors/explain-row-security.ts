import type { DatabaseError } from 'pg';
import type { ErrorContext, Explanation } from './explanation.ts';
import type { PostgresError } from './postgres-error.ts';
import { describeServer } from './server-address.ts';
import { quoteIdentifier, readPolicedTable } from './server-message.ts';

/**
 * Code of the PostgresError for a SELECT that row-level security would filter; PostgreSQL's 42501 also means a missing
 * right.
 */
export const ROW_SECURITY = 'ROW_SECURITY';

/** The function of PostgreSQL that reports it, in every language; it never holds a text of a row. */
const ROUTINE = 'check_enable_rls';

/** Explains that a SELECT was refused because policies would hide rows; `undefined` for any other reason. */
export function explainRowSecurity(error: DatabaseError, context: ErrorContext): Explanation | undefined {
  if (error.code !== '42501') return undefined;
  const { settings, phase, origin } = context;
  const table = readPolicedTable(error.message);
  if (error.routine !== ROUTINE && (table === undefined || phase !== 'describe')) return undefined;
  const { user } = settings;
  const [named, ofTable] =
    table === undefined ? ['a table', 'the table'] : [`table "${table}"`, quoteIdentifier(table)];
  const role = quoteIdentifier(user);
  // PostgreSQL gives a hint only to the table's owner, to whom its policies apply by FORCE.
  const remedy =
    error.hint === undefined
      ? `Use a role that sees all rows: one with BYPASSRLS (a superuser runs: ALTER ROLE ${role} BYPASSRLS;) or the owner of ${ofTable}.`
      : `Use a role that sees all rows: one with BYPASSRLS (a superuser runs: ALTER ROLE ${role} BYPASSRLS;), or run ALTER TABLE ${ofTable} NO FORCE ROW LEVEL SECURITY;`;
  // The built-in source has no settings.
  const isSet = origin?.source.origin !== 'built-in';
  const allowed = 'To publish only the rows that the policies show, set row-security: allow for the source.';
  return {
    code: ROW_SECURITY,
    message:
      `Row-level security policies of ${named} of ${describeServer(settings)} would hide rows from user "${user}", so nothing was read. ` +
      `${remedy}${isSet ? ` ${allowed}` : ''}`,
  };
}

/** Returns the table whose policies caused the refusal of a SELECT; null if its name cannot be shown. */
export function policedTable({ cause }: PostgresError): string | null {
  return readPolicedTable((cause as Error).message) ?? null;
}
