import type { DescribedColumn } from '../model/selection.ts';
import type { CopyRowHandler } from './copy-decoder.ts';
import type { WireColumn } from './extended-query.ts';

/** Columns of the rows of {@link describeTypes}. */
export const TYPE_COLUMNS = 4;

const MOST_TABLES = 3;

/** SELECT of the roles that the session is, or can become by SET ROLE, also those whose rights it does not inherit. */
const WRITERS = `
          SELECT r.oid FROM pg_catalog.pg_roles r
          WHERE pg_catalog.pg_has_role(r.oid, CASE
            WHEN pg_catalog.current_setting('server_version_num')::pg_catalog.int4 OPERATOR(pg_catalog.>=) 160000
            THEN 'SET' ELSE 'MEMBER' END)`;

/**
 * Condition on a table `c` that the role `writer` owns it, or has rights to change all of it or some of its columns.
 */
const MAY_CHANGE = `
            c.relowner OPERATOR(pg_catalog.=) writer.oid
            OR pg_catalog.has_table_privilege(writer.oid, c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')
            OR EXISTS (
              SELECT FROM pg_catalog.pg_attribute a
              WHERE a.attrelid OPERATOR(pg_catalog.=) c.oid AND a.attacl IS NOT NULL
            ) AND pg_catalog.has_any_column_privilege(writer.oid, c.oid, 'INSERT, UPDATE')`;

/**
 * Condition on a relation `c`, true of tables, and of views that lend the rights of their owner to the role `writer`. Bits
 * of pg_relation_is_updatable: 8 INSERT, 4 UPDATE, 16 DELETE.
 */
const IS_TABLE_TO_IT = `
            CASE WHEN c.relkind OPERATOR(pg_catalog.=) 'v' THEN
              c.relowner OPERATOR(pg_catalog.<>) writer.oid
              AND NOT EXISTS (
                SELECT FROM pg_catalog.pg_options_to_table(c.reloptions) o
                WHERE o.option_name OPERATOR(pg_catalog.=) 'security_invoker' AND o.option_value::pg_catalog.bool
              )
              AND (pg_catalog.pg_relation_is_updatable(c.oid, true) OPERATOR(pg_catalog.&) 28) OPERATOR(pg_catalog.<>) 0
            ELSE true END`;

/**
 * SELECT of types by their OIDs, each with its name, its category and that of its elements, of a domain those of the
 * type it is made from; then, without an OID, the names of some tables the role may change.
 */
export function describeTypes(oids: ReadonlySet<number>): string {
  return `
    WITH RECURSIVE base AS (
      SELECT t.oid AS asked, t.oid, t.typtype, t.typbasetype, t.typcategory, t.typelem
      FROM pg_catalog.pg_type t WHERE t.oid OPERATOR(pg_catalog.=) ANY ('{${[...oids].join(',')}}'::pg_catalog.oid[])
      UNION ALL
      SELECT base.asked, t.oid, t.typtype, t.typbasetype, t.typcategory, t.typelem
      FROM base JOIN pg_catalog.pg_type t ON t.oid OPERATOR(pg_catalog.=) base.typbasetype
      WHERE base.typtype OPERATOR(pg_catalog.=) 'd'
    )
    SELECT base.asked::pg_catalog.text, pg_catalog.format_type(base.oid, NULL), base.typcategory::pg_catalog.text,
      element.typcategory::pg_catalog.text
    FROM base LEFT JOIN pg_catalog.pg_type element ON element.oid OPERATOR(pg_catalog.=) base.typelem
    WHERE base.typtype OPERATOR(pg_catalog.<>) 'd'
    UNION ALL (
      SELECT NULL, c.relname::pg_catalog.text, '', ''
      FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
      WHERE c.relkind OPERATOR(pg_catalog.=) ANY ('{r,p,f,v}'::pg_catalog."char"[])
        AND n.nspname OPERATOR(pg_catalog.!~) '^(pg_|information_schema$)'
        AND EXISTS (
          SELECT FROM pg_catalog.unnest(ARRAY(${WRITERS})) AS writer (oid)
          WHERE pg_catalog.has_schema_privilege(writer.oid, n.oid, 'USAGE')
            AND (${MAY_CHANGE})
            AND ${IS_TABLE_TO_IT}
        )
      LIMIT ${MOST_TABLES}
    )`;
}

/** The known types and tables of a database. */
export class TypeCatalogue {
  readonly #types = new Map<number, Omit<DescribedColumn, 'name'>>();
  readonly #writable: string[] = [];

  /** Takes one row of {@link describeTypes}. */
  readonly add: CopyRowHandler = (fields) => {
    const [oid, name, category, elementCategory] = fields.map((field) =>
      field === null ? null : Buffer.from(field).toString(),
    );
    if (oid === null) this.#writable.push(harmless(name, 'another'));
    else
      this.#types.set(Number(oid), {
        type: harmless(name, category === 'E' ? 'enum' : 'of another type'),
        category: category ?? '',
        elementCategory,
      });
  };

  /** Some tables the role may change. */
  get writableTables(): readonly string[] {
    return this.#writable;
  }

  describe({ name, dataTypeID }: WireColumn): DescribedColumn {
    const { type, category, elementCategory } = this.#types.get(dataTypeID) ?? {
      type: 'of another type',
      category: '',
      elementCategory: null,
    };
    return { name, type, category, elementCategory };
  }
}

/** Returns a name if it looks like one; the creator of a type or a table may call it anything. */
function harmless(name: string | null, otherwise: string): string {
  return /^([a-z_][a-z0-9_]{0,62}\.)?[a-z_][a-z0-9_ ]{0,62}(\[\])?$/.test(name ?? '') ? name! : otherwise;
}
