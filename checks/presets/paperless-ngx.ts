// The preset paperless-ngx on tables made by hand from its models: it is not on PyPI, and its migrations run only within it.
// Usage: paperless-ngx.ts <python with datasets>
import { Checks } from '../../test/support/checks.ts';
import { startPostgres } from '../../test/support/postgres/server.ts';
import { checkSources } from './support/check-sources.ts';
import { expectedOf, type Given } from './support/expected.ts';
import { publishSources } from './support/publish-sources.ts';

const TABLES = `
  CREATE TABLE documents_correspondent (id serial PRIMARY KEY, name varchar(128) NOT NULL);
  CREATE TABLE documents_documenttype (id serial PRIMARY KEY, name varchar(128) NOT NULL);
  CREATE TABLE documents_tag (
    id serial PRIMARY KEY, name varchar(128) NOT NULL, is_inbox_tag boolean NOT NULL DEFAULT false, owner_id integer);
  CREATE TABLE documents_document (
    id serial PRIMARY KEY, content text NOT NULL, correspondent_id integer, document_type_id integer,
    root_document_id integer, deleted_at timestamptz, modified timestamptz NOT NULL DEFAULT now());
  CREATE TABLE documents_document_tags (id serial PRIMARY KEY, document_id integer NOT NULL, tag_id integer NOT NULL);
  INSERT INTO documents_correspondent (name) VALUES ('bank'), ('landlord');
  INSERT INTO documents_documenttype (name) VALUES ('invoice'), ('letter');
  INSERT INTO documents_tag (name, owner_id) VALUES ('tax', NULL), ('house', NULL), ('tax', 7);
  INSERT INTO documents_tag (name, is_inbox_tag) VALUES ('inbox', true)`;
const [TAX, HOUSE, OTHER_TAX, INBOX] = [1, 2, 3, 4];

const since = new Date(Math.floor(Date.now() / 1000) * 1000);
const [reader] = process.argv.slice(2);
const checks = new Checks();
const postgres = await startPostgres();

try {
  const database = await postgres.createDatabase('paperless');
  await database.query(TABLES);
  const add = async (
    content: string,
    tags: readonly number[],
    {
      correspondent = null as number | null,
      type = null as number | null,
      root = null as number | null,
    } = {},
  ): Promise<number> => {
    const [{ id }] = await database.query(
      `INSERT INTO documents_document (content, correspondent_id, document_type_id, root_document_id)
       VALUES ($1, $2, $3, $4) RETURNING id`,
      [content, correspondent, type, root],
    );
    for (const tag of tags) {
      await database.query('INSERT INTO documents_document_tags (document_id, tag_id) VALUES ($1, $2)', [
        id,
        tag,
      ]);
    }
    return id;
  };
  const given: Given[] = [];
  for (let number = 0; number < 60; number++) {
    const text = number === 0 ? `${'page '.repeat(1000)}end दुई 🎉` : `Document ${number}`;
    const tags = [TAX, HOUSE].filter((_, index) => (number >> index) % 2 === 1);
    const [correspondent, type] = [1 + (number % 2), 1 + (number % 3 === 0 ? 1 : 0)];
    given.push({
      id: await add(text, tags, { correspondent, type }),
      gives: {
        tags: { text, labels: tags.map((tag) => (tag === TAX ? 'tax' : 'house')).sort() },
        correspondents: { text, label: correspondent === 1 ? 'bank' : 'landlord' },
        types: { text, label: type === 1 ? 'invoice' : 'letter' },
      },
    });
  }
  const none = { correspondents: 'no-value', types: 'no-value' };
  const versioned = await add('The first version', [OTHER_TAX, TAX]);
  await add('The second version', [], { root: versioned });
  const discarded = await add('A version in the trash', [], { root: versioned });
  given.push({ id: versioned, gives: { tags: { text: 'The second version', labels: ['tax'] }, ...none } });
  given.push({ id: await add(' \n', [TAX]), gives: { tags: 'no-text', ...none } });
  await add('Still in the inbox', [INBOX, TAX], { correspondent: 1, type: 1 });
  await add('In the inbox, too', [INBOX]);
  const trashed = await add('In the trash', [TAX], { correspondent: 1, type: 1 });
  const both = await add('In the trash and the inbox', [INBOX]);
  await database.query('UPDATE documents_document SET deleted_at = now() WHERE id = ANY ($1)', [
    [trashed, both, discarded],
  ]);
  const expected = Object.fromEntries(
    Object.entries(expectedOf(given)).map(([name, source]) => [name, { ...source, pending: 2 }]),
  );
  await checkSources(checks, database, 'paperless-ngx', expected, since);
  await publishSources(checks, reader, database, 'paperless-ngx', expected);

  // Where there is no inbox, nobody may have looked at a document without a tag.
  await database.query('DROP SCHEMA planted CASCADE');
  await database.query(
    'UPDATE documents_tag SET is_inbox_tag = false; DELETE FROM documents_document_tags WHERE tag_id = 4',
  );
  await database.query(`DELETE FROM documents_document WHERE content LIKE '%the inbox%'`);
  const { tags } = expectedOf(given);
  const rows = tags.rows.filter(({ labels }) => (labels as string[]).length > 0);
  const unjudged = { ...tags.unjudged, 'no-value': tags.rows.length - rows.length };
  const untagged = { tags: { rows, unjudged, pending: 0 } };
  await checkSources(checks, database, 'paperless-ngx-without-inbox', untagged, since);
} finally {
  await postgres.close();
}
checks.close();
