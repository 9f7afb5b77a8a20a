import type { CopyRowHandler } from './copy-decoder.ts';

/** What a column holds, as far as it can be read: by the category of its type (pg_type.typcategory). */
type Kind = 'text' | 'flag' | 'key';

interface Column {
  readonly table: string;
  readonly name: string;
  readonly kind: Kind;
}

/** A column that is there. */
interface FoundColumn extends Column {
  /** Its type as SQL writes it. */
  readonly type: string;
  readonly category: string;
}

const CATEGORIES: Readonly<Record<Exclude<Kind, 'key'>, { readonly codes: string; readonly words: string }>> =
  {
    text: { codes: 'S', words: 'text, varchar, char or citext' },
    flag: { codes: 'B', words: 'boolean' },
  };

const CORRECTIONS = 'misclassified_complaints';
/** Columns whose type decides whether rows can be read; one of a class may hold anything, which is then no class. */
const COLUMNS: readonly Column[] = [
  { table: 'complaints', name: 'id', kind: 'key' },
  { table: 'complaints', name: 'message', kind: 'text' },
  { table: CORRECTIONS, name: 'complaint_id', kind: 'key' },
  { table: CORRECTIONS, name: 'reviewed', kind: 'flag' },
];

/** Columns of the rows of {@link describeTables}. */
export const DESCRIBED_COLUMNS = 4;

/**
 * SELECT of the columns of the platform's tables that are there, each as its number, its type, the type's category and
 * whether the role may change the table. Only numbers are taken from the answer as names: what the server calls a table
 * or a column is never told.
 */
export function describeTables(): string {
  const rows = COLUMNS.map(
    ({ table, name }, number) => `
    SELECT '${number}'::pg_catalog.text AS number,
      pg_catalog.format_type(t.oid, NULL) AS type, t.typcategory::pg_catalog.text AS category,
      pg_catalog.has_table_privilege(a.attrelid, 'INSERT, UPDATE, DELETE, TRUNCATE')::pg_catalog.text AS writable
    FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type t ON t.oid OPERATOR(pg_catalog.=) a.atttypid
    WHERE a.attrelid OPERATOR(pg_catalog.=) pg_catalog.to_regclass('${table}')
      AND a.attname OPERATOR(pg_catalog.=) '${name}'::pg_catalog.name`,
  );
  return rows.join(' UNION ALL ');
}

/** What is to be said of tables that were described. */
export class TableDescription {
  readonly #found: FoundColumn[] = [];
  readonly #writable = new Set<string>();

  /** Takes one row of {@link describeTables}. */
  readonly add: CopyRowHandler = (fields) => {
    const [number, type, category, writable] = fields.map((field) => Buffer.from(field ?? []).toString());
    const column = COLUMNS[Number(number)];
    this.#found.push({ ...column, type: nameOf(type), category });
    if (writable === 'true') this.#writable.add(column.table);
  };

  /** Tables the role may change. */
  get writableTables(): string[] {
    return [...this.#writable];
  }

  /** Why a column cannot be read as it has to be, null when each can; a column that is missing is PostgreSQL's to tell. */
  get problem(): string | null {
    for (const { table, name, kind, type, category } of this.#found) {
      if (kind === 'key' || CATEGORIES[kind].codes.includes(category)) continue;
      return `The column ${table}.${name} is ${type}, and must be ${CATEGORIES[kind].words}. Read from a view that converts it, named ${table} and first on the search_path, or change its type.`;
    }
    const [id, reference] = this.#found.filter(({ kind }) => kind === 'key');
    if (id === undefined || reference === undefined || areComparable(id, reference)) return null;
    return `The column ${reference.table}.${reference.name} is ${reference.type}, and ${id.table}.${id.name}, which it refers to, is ${id.type}: they must be of one type.`;
  }
}

/** Numbers compare with numbers and texts with texts; other types only with themselves. */
function areComparable(a: FoundColumn, b: FoundColumn): boolean {
  return a.type === b.type || (a.category === b.category && 'NS'.includes(a.category));
}

/** A type's name where it looks like one; whoever creates a type may call it anything. */
function nameOf(type: string): string {
  return /^[a-z][a-z0-9_ ]{0,40}(\[\])?$/.test(type) ? type : 'of another type';
}
