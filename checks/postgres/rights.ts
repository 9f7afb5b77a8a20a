import type { SourceDefinition } from '../../src/model/definition.ts';
import { describeSources } from '../../src/postgres/describe-sources.ts';
import { withSnapshot } from '../../src/postgres/snapshot.ts';
import type { Checks } from '../../test/support/checks.ts';
import type { TestDatabase } from '../../test/support/postgres/server.ts';
import { statementOf } from '../../test/support/statements.ts';

const SETUP = `
  CREATE ROLE rights_reader LOGIN PASSWORD 'password';
  CREATE ROLE rights_writer NOLOGIN;
  CREATE TABLE policed (id int, label text);
  CREATE TABLE inherited (id int);
  ALTER TABLE policed ENABLE ROW LEVEL SECURITY;
  CREATE VIEW updatable AS SELECT id FROM inherited;
  ALTER ROLE rights_reader NOINHERIT;
  GRANT SELECT ON policed, inherited TO rights_reader;
  GRANT UPDATE (label) ON policed TO rights_reader;
  GRANT INSERT ON updatable TO rights_reader;
  GRANT DELETE ON inherited TO rights_writer;
  GRANT rights_writer TO rights_reader`;

/** Checks what a version of PostgreSQL says of a role's rights, and of policies that hide rows from it. */
export async function checkRights(name: string, server: TestDatabase, checks: Checks): Promise<void> {
  await server.query(SETUP);
  const read = (sql: string, rowSecurity: 'strict' | 'allow') => {
    const corrections = statementOf(sql);
    const source: SourceDefinition = {
      name: 's',
      origin: 'file',
      corrections,
      confirmed: null,
      pending: null,
      rowSecurity,
    };
    const url = server.url({ user: 'rights_reader', password: 'password' });
    return withSnapshot({ url, retryDelaysMs: [] }, (snapshot) =>
      describeSources(snapshot, [source], () => ['d']),
    );
  };
  const strict = await read('SELECT id FROM policed', 'strict');
  const message = strict.problems[0]?.message ?? 'no problem';
  checks.check(
    `${name}: a policy is an error`,
    message.includes('Row-level security policies of table "policed"'),
    message,
  );
  const allowed = await read('SELECT id FROM policed', 'allow');
  const policies = allowed.sources[0]?.policies ?? allowed.problems[0]?.message;
  checks.same(`${name}: a policy that is allowed`, policies, ['policed']);
  const open = await read('SELECT id FROM inherited', 'strict');
  const writable = [...open.writableTables].sort();
  checks.same(`${name}: what the role may change`, writable, ['inherited', 'policed', 'updatable']);
}
