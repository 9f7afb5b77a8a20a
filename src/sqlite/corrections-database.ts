import { hash } from 'node:crypto';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import type { Corrections, CorrectionsDatabase, RowHandler, StatementProblem } from '../model/corrections.ts';
import type { SourceDefinition, Statement } from '../model/definition.ts';
import { describeOrigin } from '../model/describe-origin.ts';
import type {
  DescribedColumn,
  DescribedSource,
  ReadColumn,
  Selection,
  StatementOrigin,
} from '../model/selection.ts';
import { asTable, withoutSemicolon } from '../text/sql.ts';
import {
  describeColumn,
  type ReadValue,
  readerOf,
  type StoredValue,
  storedValue,
  WrongValueError,
} from './columns.ts';
import { openFile } from './open-file.ts';
import { isOfSqlite, readFailure, refusalText, SqliteError } from './sqlite-error.ts';

/** Rows between two looks at what else the process has to do. */
const ROWS_AT_ONCE = 1000;

/** Reads corrections from a SQLite file with the SQLite of Node. @param options.file path from the current folder */
export function createSqliteDatabase({
  file,
  signal,
}: {
  file: string;
  signal?: AbortSignal;
}): CorrectionsDatabase {
  return {
    async withSnapshot(read) {
      const database = await openFile(file);
      try {
        return await read(new SqliteCorrections(database, file, signal));
      } finally {
        database.close();
      }
    },
  };
}

/** The corrections in a file, in the transaction that it was opened with. */
class SqliteCorrections implements Corrections {
  readonly #database: DatabaseSync;
  readonly #file: string;
  readonly #signal: AbortSignal | undefined;
  /** The columns of each SELECT that was described, by its SQL. */
  readonly #columns = new Map<string, readonly DescribedColumn[]>();

  constructor(database: DatabaseSync, file: string, signal: AbortSignal | undefined) {
    this.#database = database;
    this.#file = file;
    this.#signal = signal;
  }

  async describe(sources: readonly SourceDefinition[]) {
    const problems: StatementProblem[] = [];
    const columnsOf = (source: SourceDefinition, statement: Statement): readonly DescribedColumn[] => {
      try {
        const columns = this.#describeOne(statement.sql);
        this.#columns.set(statement.sql, columns);
        return columns;
      } catch (error) {
        if (!isOfSqlite(error) && !(error instanceof SqliteError)) throw error;
        const message = isOfSqlite(error) ? refusalText(error) : error.message;
        problems.push({ source, statement, message, offset: null, error: new SqliteError(message, error) });
        return [];
      }
    };
    const described = sources.map((source): DescribedSource | null => {
      const { corrections, confirmed, pending, unjudged } = source;
      const before = problems.length;
      const found = {
        corrections: columnsOf(source, corrections),
        confirmed: confirmed && columnsOf(source, confirmed),
        pending: pending && columnsOf(source, pending),
      };
      if (unjudged !== undefined) columnsOf(source, unjudged);
      return problems.length > before ? null : found;
    });
    return { sources: described, problems };
  }

  all(selection: Selection, { ordered }: { ordered: boolean }, onRow: RowHandler): Promise<number> {
    const { from, names, texts, readers } = this.#prepare(selection, 0);
    const sql = `SELECT ${names} ${from} ${ordered ? inOrder(['id', ...texts]) : ''}`;
    return this.#pass(selection, { sql, readers }, onRow);
  }

  sample(
    selection: Selection,
    how: { seed: number; ordered: boolean; limit: number; offset?: number },
    onRow: RowHandler,
  ): Promise<number> {
    const { seed, ordered, limit, offset = 0 } = how;
    const { from, names, texts, readers } = this.#prepare(selection, seed);
    const byRank = `${inOrder(['sample_rank(id)', 'id', ...texts])} LIMIT ${limit} OFFSET ${offset}`;
    const sql = ordered
      ? `SELECT ${names} FROM (SELECT id, ${names} ${from} ${byRank}) AS sample ${inOrder(['id', ...texts])}`
      : `SELECT ${names} ${from} ${byRank}`;
    return this.#pass(selection, { sql, readers }, onRow);
  }

  async count({ sql }: Statement, _column: string, origin: StatementOrigin): Promise<number> {
    const rows = this.#values(`SELECT * FROM ${asTable(sql)} LIMIT 2`, origin);
    return rows.length === 1 ? numberOf(rows[0][0]) : Number.NaN;
  }

  async countCauses(
    statement: Statement,
    value: { readonly statement: Statement; readonly column: string } | null,
    origin: StatementOrigin,
  ) {
    const causes = this.#values(`SELECT source.cause, source.rows FROM ${asTable(statement.sql)}`, origin);
    return {
      value:
        value === null
          ? Number.NaN
          : await this.count(value.statement, value.column, { ...origin, part: 'pending' }),
      causes: new Map(causes.map(([cause, rows]) => [String(cause), numberOf(rows)])),
    };
  }

  ask(): never {
    throw withoutSpark();
  }

  hold(): never {
    throw withoutSpark();
  }

  /** @throws SqliteError, or an error of SQLite, if it is not one SELECT without parameters */
  #describeOne(sql: string): DescribedColumn[] {
    const database = this.#database;
    // As written, which shows its names, and in parentheses, which shows whether it is one SELECT.
    const columns = database.prepare(withoutSemicolon(sql)).columns();
    const table = `SELECT * FROM ${asTable(sql)}`;
    database.prepare(table);
    const code = database.prepare(`EXPLAIN ${table}`).all();
    if (code.some(({ opcode }) => opcode === 'Variable')) {
      throw new SqliteError(
        'This SELECT has parameters (?, :name, …), which get no values. Replace them by values.',
      );
    }
    // A view has the type of a CAST too, which a SELECT has not. It exists for this connection only.
    database.exec(`CREATE TEMP VIEW prepare_dataset_view AS ${table}`);
    const types = database.prepare('PRAGMA temp.table_info(prepare_dataset_view)').all();
    database.exec('DROP VIEW temp.prepare_dataset_view');
    // The view gives BLOB to a column of a table without a type too, which may have any values.
    return columns.map(({ name, type: declared }, index) => {
      const type = String(types[index].type);
      return describeColumn(name, type === 'BLOB' && declared === null ? '' : type);
    });
  }

  /**
   * Makes the functions that the SQL of a selection calls.
   *
   * @returns FROM with the usable rows, the names of their fields, SQL of each field as text, and how each is read
   */
  #prepare({ origin, sql, id, fields, members }: Selection, seed: number) {
    const columns = this.#columns.get(sql)!;
    const position = (name: string) => columns.findIndex((column) => column.name === name);
    const readerFor = (read: ReadColumn) =>
      named(readerOf(columns[position(read.column)], read.as), read, origin);
    const readers = fields.map((read) => read && readerFor(read));
    const readId = readerFor({ column: id, as: 'text' });
    const names = fields.map((_, field) => `field_${field}`);
    const values = fields.map((read, field) => {
      return `${read === null ? 'NULL' : storedValue(`column_${position(read.column)}`)} AS ${names[field]}`;
    });
    const options = { deterministic: true, directOnly: true, useBigIntArguments: true };
    const prefix = Buffer.from(`${seed}:`);
    this.#database.function('sample_rank', options, (value) => {
      const text = readId(value as StoredValue);
      return text === null ? null : hash('sha256', Buffer.concat([prefix, text]), 'buffer');
    });
    this.#database.function('field_text', options, (field, value) => {
      return readers[Number(field)]?.(value as StoredValue) ?? null;
    });
    return {
      from: `
        FROM (
          WITH prepare_dataset_source (${columns.map((_, index) => `column_${index}`).join(', ')}) AS (
${withoutSemicolon(sql)}
          )
          SELECT ${storedValue(`column_${position(id)}`)} AS id, ${values.join(', ')} FROM prepare_dataset_source
        ) AS picked
        WHERE ${members === null ? 'true' : members.map((field) => `${names[field]} IS NOT NULL`).join(' OR ')}`,
      names: names.join(', '),
      // Rows with the same id have the same text of it.
      texts: fields.flatMap((read, field) => (read?.column === id ? [] : textOf(names[field], field, read))),
      readers,
    };
  }

  /** Passes on the rows of a SELECT. @returns their number */
  async #pass(
    { origin }: Selection,
    { sql, readers }: { sql: string; readers: readonly (ReadValue | null)[] },
    onRow: RowHandler,
  ): Promise<number> {
    let rows = 0;
    try {
      for (const values of rowsOf(this.#database.prepare(sql))) {
        onRow(values.map((value, field) => readers[field]?.(value) ?? null));
        // The loop holds up everything else, such as a signal and the requests under way.
        if (++rows % ROWS_AT_ONCE === 0) await setImmediate();
        this.#signal?.throwIfAborted();
      }
    } catch (error) {
      throw readFailure(error, this.#file, origin);
    }
    return rows;
  }

  /** Returns all rows of a SELECT of a few. */
  #values(sql: string, origin: StatementOrigin): StoredValue[][] {
    try {
      return [...rowsOf(this.#database.prepare(sql))];
    } catch (error) {
      throw readFailure(error, this.#file, origin);
    }
  }
}

/** Returns the rows of a statement, whole numbers as bigints. */
function rowsOf(statement: StatementSync): Iterable<StoredValue[]> {
  statement.setReadBigInts(true);
  statement.setReturnArrays(true);
  return statement.iterate() as Iterable<unknown> as Iterable<StoredValue[]>;
}

/** Returns SQL of the text of a field: a text is read as it is, so that nothing is called for it. */
function textOf(name: string, field: number, read: ReadColumn | null): string {
  const text = `field_text(${field}, ${name})`;
  return read?.as === 'text' ? `CASE typeof(${name}) WHEN 'blob' THEN ${name} ELSE ${text} END` : text;
}

/** Returns ORDER BY in the order of PostgreSQL, NULLs last. */
function inOrder(keys: readonly string[]): string {
  return `ORDER BY ${keys.map((key) => `${key} NULLS LAST`).join(', ')}`;
}

/** Returns a reader whose errors name the column and its SELECT. */
function named(read: ReadValue, { column }: ReadColumn, origin: StatementOrigin): ReadValue {
  return (value) => {
    try {
      return read(value);
    } catch (error) {
      if (!(error instanceof WrongValueError)) throw error;
      throw new SqliteError(`${describeOrigin(origin)} The column ${column} ${error.message}`);
    }
  };
}

function numberOf(value: StoredValue): number {
  return value === null ? Number.NaN : Number(value);
}

function withoutSpark(): SqliteError {
  return new SqliteError('spark-command needs postgres-url: Spark cannot read a SQLite file.');
}
