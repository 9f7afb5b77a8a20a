import { DatabaseError } from '../model/corrections.ts';
import { describeOrigin } from '../model/describe-origin.ts';
import type { StatementOrigin } from '../model/selection.ts';

/** A failure of a SQLite file; its message has what happened, where, and how to fix it, and no text of a row. */
export class SqliteError extends DatabaseError {
  constructor(message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'SqliteError';
  }
}

/** A pattern of REGEXP or regexp_replace is not one of JavaScript. */
export class WrongPatternError extends Error {}

/** Result codes of SQLite (https://www.sqlite.org/rescode.html) that name a problem of the file, and how to fix it. */
const FILE_PROBLEMS: Readonly<Record<number, string>> = {
  5: 'is locked by another program for longer than 5 s. Run again later, or read a copy that VACUUM INTO made',
  6: 'is locked by another program. Run again later, or read a copy that VACUUM INTO made',
  7: 'takes more memory to read than there is. Use a machine with more memory',
  8: 'cannot be read as it is: a program left changes in a journal, or the file is in WAL mode and its folder may not be written. Open it once with the program that writes it, run as a user who may write to its folder, or read a copy that VACUUM INTO made',
  10: 'cannot be read from the disk. Check the disk, or read a copy of the file',
  11: 'is damaged. Check it with PRAGMA integrity_check, and restore a backup',
  13: 'needs more temporary space than the disk has. Free some, or set SQLITE_TMPDIR to a folder on a larger disk',
  14: 'cannot be opened. Check its rights; if it is in WAL mode, its folder must be writable too',
  23: 'may not be read. Check the rights of the file',
  26: 'is not a SQLite database, or it is encrypted. Check the path',
};

/** Words of SQLite about values that quote nothing of a row, and say more than those for the result code. */
const PLAIN_WORDS = /^(?:malformed JSON|integer overflow)$/;

/** An error of node:sqlite (https://nodejs.org/docs/latest-v24.x/api/sqlite.html). */
interface NodeSqliteError extends Error {
  readonly code: 'ERR_SQLITE_ERROR';
  readonly errcode: number;
  readonly errstr: string;
}

/** True for an error that SQLite itself gave. */
export function isOfSqlite(error: unknown): error is NodeSqliteError {
  return (error as Partial<NodeSqliteError> | null)?.code === 'ERR_SQLITE_ERROR';
}

/** Returns what is wrong with the file if that is what an error is about; null for another one. */
export function fileProblem(error: unknown, file: string): SqliteError | null {
  const problem = isOfSqlite(error) ? FILE_PROBLEMS[error.errcode & 0xff] : undefined;
  return problem === undefined ? null : new SqliteError(`sqlite-file ${file} ${problem}.`, error);
}

/**
 * Returns the failure of a SELECT that was described, and whose rows are read.
 *
 * @param error what was thrown; one that is not SQLite's is returned as it is
 */
export function readFailure(error: unknown, file: string, origin: StatementOrigin): unknown {
  if (error instanceof WrongPatternError) {
    return new SqliteError(
      `${describeOrigin(origin)} A pattern of REGEXP or regexp_replace is not a regular expression of JavaScript. Correct the pattern in the SELECT.`,
    );
  }
  if (!isOfSqlite(error)) return error;
  const ofFile = fileProblem(error, file);
  if (ofFile !== null) return ofFile;
  const words = PLAIN_WORDS.test(error.message) ? error.message : error.errstr;
  return new SqliteError(`${describeOrigin(origin)} SQLite ended the SELECT: ${words}.`, error);
}

/** Returns why SQLite does not take a SELECT, for users. */
export function refusalText(error: NodeSqliteError): string {
  const { message } = error;
  const table = /^no such table: /.test(message)
    ? ' Check that sqlite-file names the file that has this table.'
    : /^no such function: /.test(message)
      ? ' The SELECTs of sqlite-file are in the SQL of SQLite.'
      : '';
  return `SQLite does not take this SELECT: ${message}${message.endsWith('?') ? '' : '.'}${table}`;
}
