import type { TestDatabase } from '../../../test/support/postgres/server.ts';

/** A search_path on which whatever a SELECT does not name with its schema is one of the planted objects. */
const SEARCH_PATH = 'planted, public, pg_catalog';

const PLANT = `
  CREATE SCHEMA planted;
  CREATE DOMAIN planted.text AS pg_catalog.text CHECK (false);
  CREATE DOMAIN planted.float8 AS pg_catalog.float8 CHECK (false);
  CREATE DOMAIN planted.jsonpath AS pg_catalog.jsonpath CHECK (false);
  DO $plant$
  DECLARE
    it record;
    body text := $$LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''planted''; END'$$;
  BEGIN
    FOR it IN
      SELECT format('planted.%I(%s)', p.proname, pg_get_function_identity_arguments(p.oid)) AS signature,
        pg_get_function_result(p.oid) AS result
      FROM pg_proc p
      WHERE p.pronamespace = 'pg_catalog'::regnamespace AND p.prokind = ANY ('{f,a}')
        AND p.proname ~ '^(json|jsonb|string|array|btrim|regexp|to_timestamp|timezone|concat|count|max|bool_and|bool_or)'
    LOOP
      BEGIN
        EXECUTE format('CREATE FUNCTION %s RETURNS %s %s', it.signature, it.result, body);
      EXCEPTION WHEN OTHERS THEN NULL; -- PL/pgSQL takes not every pseudo-type
      END;
    END LOOP;
    FOR it IN
      SELECT o.oid, o.oprname, format('%s, %s', o.oprleft::regtype, o.oprright::regtype) AS operands,
        o.oprleft::regtype AS leftarg, o.oprright::regtype AS rightarg, o.oprresult::regtype AS result
      FROM pg_operator o
      WHERE o.oprnamespace = 'pg_catalog'::regnamespace AND o.oprkind = 'b'
        AND o.oprname = ANY ('{=,<>,<,<=,>,>=,+,||,->,->>,#>,#>>,~,!~,~*}')
    LOOP
      BEGIN
        EXECUTE format('CREATE FUNCTION planted.operator_%s(%s) RETURNS %s %s', it.oid, it.operands, it.result, body);
        EXECUTE format('CREATE OPERATOR planted.%s (LEFTARG = %s, RIGHTARG = %s, FUNCTION = planted.operator_%s)',
          it.oprname, it.leftarg, it.rightarg, it.oid);
      EXCEPTION WHEN OTHERS THEN NULL;
      END;
    END LOOP;
  END $plant$;`;

/** Creates, in a schema of their own, objects named like those of pg_catalog that raise an error when they are used. */
export async function plantObjects(database: TestDatabase): Promise<void> {
  await database.query(PLANT);
}

/** Runs a SELECT where {@link plantObjects} was run, with a search_path that prefers the planted objects. */
// biome-ignore lint/suspicious/noExplicitAny: rows have the columns of whatever is selected
export async function queryAmongPlanted(database: TestDatabase, sql: string): Promise<any[]> {
  await database.query(`SET search_path = ${SEARCH_PATH}`);
  try {
    return await database.query(sql);
  } finally {
    await database.query('RESET search_path');
  }
}
