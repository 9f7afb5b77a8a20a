import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type PostgresServer, startPostgres } from '../test/support/postgres/server.ts';

const TABLES = `
  CREATE TABLE grievances (id integer, urgency text, grievance text, department text);
  CREATE TABLE complaints (id integer PRIMARY KEY, message text, department text, urgency text);
  CREATE TABLE misclassified_complaints (
    id serial PRIMARY KEY, complaint_id integer REFERENCES complaints, reviewed boolean,
    model_predicted_department text, correct_department text, model_predicted_urgency text, correct_urgency text);
  CREATE INDEX ON misclassified_complaints (complaint_id);`;

/**
 * Starts a PostgreSQL with its own settings and fills it with complaints made from real grievances: each text is
 * repeated with another number at its end, and a third of the complaints are reviewed corrections of both labels.
 *
 * @param csv file with the columns id, urgency, grievance and department
 */
export async function startBenchDatabase(csv: string, complaints: number): Promise<PostgresServer> {
  const server = await startPostgres();
  await server.query(TABLES);
  const client = new Client({ connectionString: server.url() });
  await client.connect();
  await pipeline(
    createReadStream(csv),
    client.query(copyFrom('COPY grievances FROM STDIN (FORMAT csv, HEADER)')),
  );
  await client.end();
  await server.query(
    `INSERT INTO complaints
     SELECT n, g.grievance || ' ' || n, g.department, g.urgency
     FROM generate_series(1, $1::integer) AS n
     JOIN (SELECT row_number() OVER () - 1 AS row, * FROM grievances) AS g
       ON g.row = n % (SELECT count(*) FROM grievances)`,
    [complaints],
  );
  await server.query(
    `INSERT INTO misclassified_complaints
       (complaint_id, reviewed, model_predicted_department, correct_department, model_predicted_urgency, correct_urgency)
     SELECT id, true, 'wrong', department, 'wrong', urgency FROM complaints WHERE id % 3 = 0`,
  );
  await server.query('VACUUM ANALYZE');
  // With the default work_mem the service's NOT IN over so many corrections is not hashed and takes hours.
  await server.query("CREATE ROLE baseline LOGIN SUPERUSER PASSWORD 'baseline'");
  await server.query(`ALTER ROLE baseline SET work_mem = '${complaints > 5e6 ? 512 : 64}MB'`);
  return server;
}
