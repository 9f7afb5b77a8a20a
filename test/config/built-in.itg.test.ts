import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fillIn } from '../../src/config/presets.ts';
import { readBuiltIn } from '../../src/config/read-config.ts';
import {
  createComplaintTables,
  insertComplaints,
  insertCorrections,
} from '../support/postgres/complaints.ts';
import { type PostgresServer, startPostgres } from '../support/postgres/server.ts';

const [{ source }] = readBuiltIn(new Map([['urgency', 'owner/urgency']]), {
  presetsFolder: path.resolve('presets'),
}) as [ReturnType<typeof readBuiltIn>[0]];
const MUNICIPAL = 'Municipal Governance & Community Services';
const EDUCATION = 'Education, Health & Social Welfare';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.close());

test.each(['enum', 'varchar'] as const)(
  'the rows of the built-in datasets, with %s columns',
  async (columns) => {
    const database = await server.createDatabase(`built_in_${columns}`);
    await createComplaintTables(database, { columns });
    await insertComplaints(database, [
      { id: 1, message: 'both corrected', department: MUNICIPAL, urgency: 'NORMAL' },
      { id: 2, message: 'confirmed', department: EDUCATION, urgency: null },
      { id: 3, message: 'not reviewed', department: MUNICIPAL, urgency: 'URGENT' },
      { id: 4, message: null, department: EDUCATION, urgency: 'NORMAL' },
    ]);
    await insertCorrections(database, [
      {
        complaint_id: 1,
        model_predicted_department: MUNICIPAL,
        correct_department: EDUCATION,
        model_predicted_urgency: null,
        correct_urgency: 'URGENT',
        reviewed: true,
      },
      {
        complaint_id: 1,
        model_predicted_department: EDUCATION,
        correct_department: EDUCATION,
        model_predicted_urgency: 'NORMAL',
        correct_urgency: null,
        reviewed: true,
      },
      { complaint_id: 3, correct_department: EDUCATION, reviewed: false },
      { complaint_id: 3, correct_department: EDUCATION, reviewed: null },
      { complaint_id: null, correct_department: EDUCATION, reviewed: true },
      { complaint_id: 9, correct_department: EDUCATION, reviewed: true },
    ]);
    expect(
      await database.query(`SELECT * FROM (${source.corrections.sql}) q ORDER BY department NULLS LAST`),
    ).toEqual([
      {
        id: 1,
        message: 'both corrected',
        department: EDUCATION,
        urgency: 'URGENT',
        predicted_department: MUNICIPAL,
        predicted_urgency: null,
      },
      {
        id: 1,
        message: 'both corrected',
        department: null,
        urgency: null,
        predicted_department: EDUCATION,
        predicted_urgency: 'NORMAL',
      },
    ]);
    expect(await database.query(`SELECT * FROM (${source.confirmed!.sql}) q ORDER BY id`)).toEqual([
      { id: 2, message: 'confirmed', department: EDUCATION, urgency: null },
      { id: 4, message: null, department: EDUCATION, urgency: 'NORMAL' },
    ]);
  },
);

test('classes are compared by their bytes, whatever the column and its operators', async () => {
  const database = await server.createDatabase('compared');
  await createComplaintTables(database, { columns: 'varchar' });
  await database.query(
    "CREATE COLLATION blunt (provider = icu, locale = 'und-u-ks-level1', deterministic = false)",
  );
  for (const column of ['model_predicted_urgency', 'correct_urgency']) {
    await database.query(
      `ALTER TABLE misclassified_complaints ALTER ${column} TYPE varchar(20) COLLATE blunt`,
    );
  }
  await database.query(`
    CREATE FUNCTION never(varchar, varchar) RETURNS boolean LANGUAGE plpgsql
      AS $$ BEGIN RAISE EXCEPTION 'planted'; END $$`);
  for (const operator of ['=', '<>']) {
    await database.query(
      `CREATE OPERATOR ${operator} (LEFTARG = varchar, RIGHTARG = varchar, FUNCTION = never)`,
    );
  }
  await insertComplaints(database, [{ id: 1, message: 'a' }]);
  const correction = { complaint_id: 1, reviewed: true, model_predicted_urgency: 'urgent' };
  await insertCorrections(database, [{ ...correction, correct_urgency: 'URGENT' }]);
  const rows = await database.query(source.corrections.sql);
  expect(rows.map(({ urgency }) => urgency)).toEqual(['URGENT']);
});

test('a literal of a preset is the text that was given', async () => {
  const preset = {
    description: '',
    parameters: { a: { type: 'text', description: '' } },
    corrections: '',
  } as const;
  for (const text of [
    "it's",
    "'",
    "\\'; DROP TABLE x; --",
    '\\',
    "a''b",
    `\${a}`,
    '$$',
    'é😀',
    'a\nb',
    '/*',
    '--',
  ]) {
    const sql = fillIn(`SELECT \${a}::pg_catalog.text AS text`, preset, { a: text });
    expect(await server.query(sql!)).toEqual([{ text }]);
  }
});
