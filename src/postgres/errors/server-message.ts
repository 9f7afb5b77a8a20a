const IDENTIFIER = String.raw`[\p{L}_][\p{L}\p{N}_$]{0,62}`;
const RELATION_MISSING = new RegExp(`^relation "((?:${IDENTIFIER}\\.)?${IDENTIFIER})" does not exist$`, 'u');
const COLUMN_MISSING = new RegExp(`^column "?(?:${IDENTIFIER}\\.)?(${IDENTIFIER})"? does not exist$`, 'u');
const DENIED = new RegExp(
  `^permission denied for (table|relation|view|schema|database) "?(${IDENTIFIER})"?$`,
  'u',
);

const POLICED = new RegExp(
  `^query would be affected by row-level security policy for table "(${IDENTIFIER})"$`,
  'u',
);

/** Something a user has no right to. */
export interface DeniedObject {
  kind: 'table' | 'schema' | 'database';
  name: string;
}

// PostgreSQL's messages are parsed only if they have exactly the form of its English texts, so that only a name can
// come out; a server with another language gives `undefined`.

/** Returns the name of the missing table in the message of 42P01. */
export function readRelationName(message: string): string | undefined {
  return RELATION_MISSING.exec(message)?.[1];
}

/** Returns the name of the missing column, without its table's alias, in the message of 42703. */
export function readColumnName(message: string): string | undefined {
  return COLUMN_MISSING.exec(message)?.[1];
}

/** Returns the object that the message of 42501 is about. */
export function readDeniedObject(message: string): DeniedObject | undefined {
  const [, kind, name] = DENIED.exec(message) ?? [];
  if (kind === undefined || name === undefined) return undefined;
  return { kind: kind === 'schema' || kind === 'database' ? kind : 'table', name };
}

/** Returns the name of the table whose policies would filter a query, in the message of 42501. */
export function readPolicedTable(message: string): string | undefined {
  return POLICED.exec(message)?.[1];
}

/** Returns a name in the form that SQL needs. */
export function quoteIdentifier(name: string): string {
  return /^[a-z_][a-z0-9_$]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}
