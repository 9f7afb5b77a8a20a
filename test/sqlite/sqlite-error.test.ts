import { DatabaseSync } from 'node:sqlite';
import { expect, test } from '@jest/globals';
import { fileProblem, readFailure } from '../../src/sqlite/sqlite-error.ts';
import { originOf } from '../support/statements.ts';

/** Returns what SQLite throws while it reads the rows of a SELECT. */
function errorOf(sql: string): unknown {
  const database = new DatabaseSync(':memory:');
  try {
    return database.prepare(sql).all();
  } catch (error) {
    return error;
  } finally {
    database.close();
  }
}

test.each([
  ["SELECT json_extract('{}', body) FROM (SELECT 'secret text' AS body)", 'SQL logic error'],
  ["SELECT json('secret text')", 'malformed JSON'],
  ['SELECT sum(n) FROM (SELECT 9223372036854775807 AS n UNION ALL SELECT 1)', 'integer overflow'],
  ['SELECT zeroblob(2000000000)', 'string or blob too big'],
])('the failure of %s shows no value of a row', (sql, words) => {
  expect(readFailure(errorOf(sql), 'app.db', originOf(sql))).toMatchObject({
    name: 'SqliteError',
    message: expect.stringMatching(
      new RegExp(`could not be read for dataset answers\\. SQLite ended the SELECT: ${words}\\.$`),
    ),
  });
});

test('a problem of the file is recognised by the lowest byte of its code', () => {
  // SQLITE_IOERR_READ is 10 + (1 << 8).
  const error = Object.assign(new Error('disk I/O error'), { code: 'ERR_SQLITE_ERROR', errcode: 266 });
  const message =
    'sqlite-file app.db cannot be read from the disk. Check the disk, or read a copy of the file.';
  expect(fileProblem(error, 'app.db')?.message).toBe(message);
  expect(fileProblem(new Error('another'), 'app.db')).toBeNull();
});
