import { type Stats, statSync } from 'node:fs';
import path from 'node:path';
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { fileProblem, SqliteError, WrongPatternError } from './sqlite-error.ts';

/** Milliseconds to wait for another program's lock, during which the process does nothing else. */
const BUSY_TIMEOUT_MS = 5000;

/**
 * Opens a SQLite file to read, in one transaction that sees it as it is now.
 *
 * @param given path as given, from the current folder
 * @throws SqliteError if there is no such file, if it is not a database, or if it is locked
 */
export async function openFile(given: string): Promise<DatabaseSync> {
  const stats = statsOf(given);
  if (stats === undefined) {
    throw new SqliteError(`There is no file ${given} in ${process.cwd()}. Check sqlite-file.`);
  }
  if (!stats.isFile()) throw new SqliteError(`sqlite-file ${given} is not a file. Name the file itself.`);
  const Database = await loadDriver();
  let database: DatabaseSync | undefined;
  try {
    // An absolute path is never read as a URI, which could set other options.
    database = new Database(path.resolve(given), { readOnly: true, timeout: BUSY_TIMEOUT_MS });
    // Views and indexes of a file from elsewhere may call only functions without effects.
    database.exec('PRAGMA trusted_schema = OFF; BEGIN');
    addFunctions(database);
    // The transaction sees the file as it is at its first read.
    database.prepare('SELECT count(*) FROM sqlite_schema').get();
    const { encoding } = database.prepare('PRAGMA encoding').get() as { encoding: string };
    if (encoding !== 'UTF-8') {
      throw new SqliteError(
        `The texts of sqlite-file ${given} are ${encoding}, and only UTF-8 is read. Write its content into a new file, whose texts are UTF-8: sqlite3 old.db .dump | grep -v '^PRAGMA encoding' | sqlite3 new.db`,
      );
    }
    return database;
  } catch (error) {
    database?.close();
    throw fileProblem(error, given) ?? error;
  }
}

/** @returns undefined if there is no such file. @throws SqliteError if its path cannot be followed */
function statsOf(given: string): Stats | undefined {
  try {
    return statSync(given, { throwIfNoEntry: false });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new SqliteError(
      `sqlite-file ${given} cannot be reached (${code}). Check the path, and the rights of its folders.`,
      error,
    );
  }
}

/**
 * Adds what the SELECTs may call beside the functions of SQLite: `text REGEXP pattern`, and
 * `regexp_replace(text, pattern, replacement)` for each match. Patterns are those of JavaScript.
 */
function addFunctions(database: DatabaseSync): void {
  const known = new Map<SQLOutputValue, RegExp>();
  const patternOf = (pattern: SQLOutputValue): RegExp => {
    const found = known.get(pattern) ?? toPattern(String(pattern));
    known.set(pattern, found);
    return found;
  };
  const options = { deterministic: true, directOnly: true, useBigIntArguments: true };
  database.function('regexp', options, (pattern, text) => {
    return pattern === null || text === null ? null : Number(String(text).search(patternOf(pattern)) !== -1);
  });
  database.function('regexp_replace', options, (text, pattern, replacement) => {
    if (text === null || pattern === null || replacement === null) return null;
    return String(text).replace(patternOf(pattern), String(replacement));
  });
}

/** @throws WrongPatternError, because the words of JavaScript quote the pattern, which may be a value of a row */
function toPattern(text: string): RegExp {
  try {
    return new RegExp(text, 'g');
  } catch {
    throw new WrongPatternError();
  }
}

/** @throws SqliteError with a Node that has no node:sqlite */
async function loadDriver(): Promise<typeof DatabaseSync> {
  try {
    return (await import('node:sqlite')).DatabaseSync;
  } catch (error) {
    throw new SqliteError(
      `Node ${process.version} cannot read SQLite files. Use Node 24 or newer, which has node:sqlite.`,
      error,
    );
  }
}
