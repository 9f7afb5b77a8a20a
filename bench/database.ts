import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type PostgresServer, startPostgres } from '../test/support/postgres/server.ts';

/** Rows are numbered, and known to be by the planner, which otherwise joins each number with all of them. */
const GRIEVANCES = `
  CREATE TABLE grievances (
    id integer, urgency text, grievance text, department text,
    row integer GENERATED ALWAYS AS IDENTITY (MINVALUE 0) PRIMARY KEY)`;
const COMPLAINTS =
  'CREATE TABLE complaints (id integer PRIMARY KEY, message text, department text, urgency text)';
/** A third of the complaints, corrected. */
const CORRECTIONS = `
  CREATE TABLE misclassified_complaints (
    id serial PRIMARY KEY, complaint_id integer, reviewed boolean,
    model_predicted_department text, correct_department text, model_predicted_urgency text, correct_urgency text);
  CREATE INDEX ON misclassified_complaints (complaint_id);
  INSERT INTO misclassified_complaints
    (complaint_id, reviewed, model_predicted_department, correct_department, model_predicted_urgency, correct_urgency)
  SELECT id, true, 'wrong', department, 'wrong', urgency FROM complaints WHERE id % 3 = 0`;
const REFERENCE = 'ALTER TABLE misclassified_complaints ADD FOREIGN KEY (complaint_id) REFERENCES complaints';

/**
 * Starts a PostgreSQL with its own settings and fills it with complaints made from real grievances, of which a third are
 * reviewed corrections of both labels.
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
  await server.query(CORRECTIONS);
  if (!isView) await server.query(REFERENCE);
  await server.query('VACUUM ANALYZE');
  // With the default work_mem the service's NOT IN over so many corrections is not hashed and takes hours.
  await server.query("CREATE ROLE baseline LOGIN SUPERUSER PASSWORD 'baseline'");
  await server.query(`ALTER ROLE baseline SET work_mem = '${complaints > 5e6 ? 512 : 64}MB'`);
  return server;
}

/** Each text is repeated with another number at its end. */
function textsOf(grievances: number): string {
  return `
    SELECT n AS id, g.grievance || ' ' || n AS message, g.department, g.urgency
    FROM numbers
    JOIN grievances AS g ON g.row = n % ${grievances}`;
}
