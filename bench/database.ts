import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { BUILT_IN } from '../test/support/built-in.ts';
import { type PostgresServer, startPostgres } from '../test/support/postgres/server.ts';

/** Rows are numbered, and known to be by the planner, which otherwise joins each number with all of them. */
const GRIEVANCES = `
  CREATE TABLE grievances (
    id integer, urgency text, grievance text, department text,
    row integer GENERATED ALWAYS AS IDENTITY (MINVALUE 0) PRIMARY KEY)`;
const COMPLAINTS =
  'CREATE TABLE complaints (id integer PRIMARY KEY, message text, department text, urgency text)';
const CORRECTIONS = `
  CREATE TABLE misclassified_complaints (
    id serial PRIMARY KEY, complaint_id integer, reviewed boolean,
    model_predicted_department text, correct_department text, model_predicted_urgency text, correct_urgency text);
  CREATE INDEX ON misclassified_complaints (complaint_id)`;
const [DEPARTMENTS, URGENCIES] = BUILT_IN.map(({ classNames }) => classNames) as [string[], string[]];
const CORRECTION =
  'complaint_id, reviewed, model_predicted_department, correct_department, model_predicted_urgency, correct_urgency';
/** Every third complaint, corrected in both labels; of every 20th of them nobody knows what the model had said. */
const REVIEWS = `
  INSERT INTO misclassified_complaints (${CORRECTION})
  SELECT id, true,
    CASE WHEN id % 20 > 0 THEN ${otherClass(DEPARTMENTS, 'department', 1)} END, department,
    CASE WHEN id % 20 > 0 THEN ${otherClass(URGENCIES, 'urgency', 1)} END, urgency
  FROM complaints WHERE id % 3 = 0`;
/** 1.5 % of them once more, by somebody who sees it differently. */
const SECOND_REVIEWS = `
  INSERT INTO misclassified_complaints (${CORRECTION})
  SELECT complaint_id, true,
    model_predicted_department, ${otherClass(DEPARTMENTS, 'correct_department', 2)},
    model_predicted_urgency, ${otherClass(URGENCIES, 'correct_urgency', 2)}
  FROM misclassified_complaints WHERE complaint_id % 67 = 0`;
const REFERENCE = 'ALTER TABLE misclassified_complaints ADD FOREIGN KEY (complaint_id) REFERENCES complaints';

/**
 * Starts a PostgreSQL with its own settings and fills it with complaints made from real grievances, a third of them reviewed,
 * with the faults that rows of real people have: missing and unknown classes, spaces around them, links, tags and odd white
 * space in texts, predictions that are not known, reviews that disagree.
 *
 * @param csv file with the columns id, urgency, grievance and department
 * @param options.isView true for complaints whose texts are made when they are read: of 100 M, tables leave a disk no room
 *   for anything else
 */
export async function startBenchDatabase(
  csv: string,
  complaints: number,
  { isView = false } = {},
): Promise<PostgresServer> {
  const server = await startPostgres();
  await server.query(GRIEVANCES);
  const client = new Client({ connectionString: server.url() });
  await client.connect();
  await pipeline(
    createReadStream(csv),
    client.query(
      copyFrom('COPY grievances (id, urgency, grievance, department) FROM STDIN (FORMAT csv, HEADER)'),
    ),
  );
  await client.end();
  await server.query('ANALYZE grievances');
  const [{ count }] = await server.query('SELECT count(*)::integer FROM grievances');
  const texts = textsOf(count);
  const numbers = `generate_series(1, ${complaints}) AS n`;
  if (isView) {
    await server.query(`CREATE TABLE numbers AS SELECT n FROM ${numbers}`);
    await server.query(`CREATE VIEW complaints AS ${texts}`);
  } else {
    await server.query(COMPLAINTS);
    await server.query(`WITH numbers AS (SELECT n FROM ${numbers}) INSERT INTO complaints ${texts}`);
  }
  for (const statement of [CORRECTIONS, REVIEWS, SECOND_REVIEWS]) await server.query(statement);
  if (!isView) await server.query(REFERENCE);
  await server.query('VACUUM ANALYZE');
  // With the default work_mem the service's NOT IN over so many corrections is not hashed and takes hours.
  await server.query("CREATE ROLE baseline LOGIN SUPERUSER PASSWORD 'baseline'");
  await server.query(`ALTER ROLE baseline SET work_mem = '${complaints > 5e6 ? 512 : 64}MB'`);
  return server;
}

/**
 * Returns the SELECT of the complaints: each text is repeated with another number at its end. The faults of one text differ
 * from repetition to repetition.
 */
function textsOf(grievances: number): string {
  return `
    SELECT n AS id,
      CASE n / 7 % 10
        WHEN 0 THEN 'https://example.org/cases?no=' || n || ' ' || g.grievance
        WHEN 1 THEN '<p class="text">' || g.grievance || '</p>'
        WHEN 2 THEN E'\\t\\u00a0' || g.grievance || E' \\u00a0 '
        WHEN 3 THEN g.grievance || E'\\n'
        ELSE g.grievance
      END || ' ' || n AS message,
      CASE WHEN n % 301 = 0 THEN NULL WHEN n % 97 = 0 THEN '  ' || g.department || ' ' ELSE g.department END AS department,
      CASE WHEN n % 211 = 0 THEN 'VERY URGENT' ELSE g.urgency END AS urgency
    FROM numbers
    JOIN grievances AS g ON g.row = n % ${grievances}`;
}

/** SQL of the class so many steps behind that of a column; NULL for what is no class. */
function otherClass(names: readonly string[], column: string, steps: number): string {
  const classes = `ARRAY[${names.map((name) => `'${name}'`).join(', ')}]`;
  return `(${classes})[1 + (array_position(${classes}, btrim(${column})) - 1 + ${steps}) % ${names.length}]`;
}
