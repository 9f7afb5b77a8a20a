import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import type { Complaint, Correction } from './complaints.ts';

const READER_ROLE = path.resolve(import.meta.dirname, '../../examples/reader-role.sql');
const PASSWORD = 'demo-password';
/** A person may look in by psql while the action reads. */
const CONNECTIONS = 8;

const TABLES = `
  CREATE TABLE complaints (id integer PRIMARY KEY, message text, department text, urgency text);
  CREATE TABLE misclassified_complaints (
    id serial PRIMARY KEY, complaint_id integer REFERENCES complaints, reviewed boolean NOT NULL,
    model_predicted_department text, correct_department text, model_predicted_urgency text, correct_urgency text);`;

/** An embedded PostgreSQL that listens on a port of this machine, where everybody has the role that may only read. */
export class DemoDatabase {
  readonly #pglite: PGlite;
  readonly #server: PGLiteSocketServer;
  readonly url: string;

  private constructor(pglite: PGlite, server: PGLiteSocketServer) {
    this.#pglite = pglite;
    this.#server = server;
    this.url = `postgresql://dataset_reader:${PASSWORD}@${server.getServerConn()}/postgres?sslmode=disable`;
  }

  /** Starts it with empty tables. */
  static async start(): Promise<DemoDatabase> {
    const pglite = await PGlite.create();
    await pglite.exec(TABLES);
    await pglite.exec(await readerRole());
    await pglite.exec('SET ROLE dataset_reader');
    const server = new PGLiteSocketServer({
      db: pglite,
      host: '127.0.0.1',
      port: 0,
      maxConnections: CONNECTIONS,
    });
    await server.start();
    return new DemoDatabase(pglite, server);
  }

  async insert({
    complaints,
    corrections,
  }: {
    complaints: readonly Complaint[];
    corrections: readonly Correction[];
  }): Promise<void> {
    await this.change(
      `INSERT INTO complaints SELECT * FROM json_to_recordset($1)
         AS row(id integer, message text, department text, urgency text)`,
      [complaints],
    );
    await this.change(
      `INSERT INTO misclassified_complaints (complaint_id, reviewed, model_predicted_department, correct_department,
           model_predicted_urgency, correct_urgency)
         SELECT "complaintId", true, "predictedDepartment", "correctDepartment", "predictedUrgency", "correctUrgency"
         FROM json_to_recordset($1) AS row("complaintId" integer, "predictedDepartment" text,
           "correctDepartment" text, "predictedUrgency" text, "correctUrgency" text)`,
      [corrections],
    );
  }

  /** Changes the tables, as their owner. */
  async change(sql: string, values: unknown[] = []): Promise<void> {
    await this.#pglite.exec('RESET ROLE');
    await this.#pglite.query(sql, values);
    await this.#pglite.exec('SET ROLE dataset_reader');
  }

  async close(): Promise<void> {
    await this.#server.stop();
    await this.#pglite.close();
  }
}

/** The statements of examples/reader-role.sql, with what psql puts in. */
async function readerRole(): Promise<string> {
  const script = await readFile(READER_ROLE, 'utf8');
  return script
    .replace(/^SELECT .*\\gset$/m, '')
    .replaceAll(":'password'", `'${PASSWORD}'`)
    .replaceAll(':"database"', 'postgres')
    .replaceAll(':"schema"', 'public');
}
