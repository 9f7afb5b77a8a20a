import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { BUILT_IN } from '../built-in.ts';
import { createComplaintTables } from './complaints.ts';
import type { PostgresServer } from './server.ts';

/** Makes the platform's tables of a CSV file of real grievances: two thirds corrected, four fifths of these reviewed. */
export async function loadGrievances(postgres: PostgresServer, csv: string): Promise<void> {
  await createComplaintTables(postgres);
  await postgres.query('CREATE TABLE grievances (id integer, urgency text, grievance text, department text)');
  const client = new Client({ connectionString: postgres.url() });
  await client.connect();
  const copy = client.query(copyFrom('COPY grievances FROM STDIN (FORMAT csv, HEADER)'));
  await pipeline(createReadStream(csv), copy);
  await client.end();
  await postgres.query(
    'INSERT INTO complaints (id, message, department, urgency) SELECT id, grievance, department, urgency FROM grievances',
  );
  await postgres.query(
    `INSERT INTO misclassified_complaints
       (complaint_id, model_predicted_department, correct_department, model_predicted_urgency, correct_urgency, reviewed)
     SELECT id, ($1::text[])[1 + id % 4], department, ($2::text[])[1 + id % 3], urgency, id % 10 < 8
     FROM grievances WHERE id % 3 <> 0`,
    BUILT_IN.map(({ classNames }) => classNames),
  );
}
