import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import type { Complaint, Correction } from './complaints.ts';

const TABLES = `
  CREATE TABLE complaints (id integer PRIMARY KEY, message text, department text, urgency text);
  CREATE TABLE misclassified_complaints (
    id serial PRIMARY KEY, complaint_id integer REFERENCES complaints, reviewed boolean NOT NULL,
    model_predicted_department text, correct_department text, model_predicted_urgency text, correct_urgency text);`;

/** An embedded PostgreSQL that listens on a port of this machine. */
export class DemoDatabase {
  readonly #pglite: PGlite;
  readonly #server: PGLiteSocketServer;
  readonly url: string;

  private constructor(pglite: PGlite, server: PGLiteSocketServer, url: string) {
    this.#pglite = pglite;
    this.#server = server;
    this.url = url;
  }

  /** Starts it with empty tables. */
  static async start(): Promise<DemoDatabase> {
    const pglite = await PGlite.create();
    await pglite.exec(TABLES);
    const server = new PGLiteSocketServer({ db: pglite, host: '127.0.0.1', port: 0 });
    await server.start();
    const [host, port] = server.getServerConn().split(':');
    return new DemoDatabase(
      pglite,
      server,
      `postgresql://officer:demo-password@${host}:${port}/postgres?sslmode=disable`,
    );
  }

  async insert({
    complaints,
    corrections,
  }: {
    complaints: Complaint[];
    corrections: Correction[];
  }): Promise<void> {
    await this.#pglite.query(
      `INSERT INTO complaints SELECT * FROM json_to_recordset($1)
         AS row(id integer, message text, department text, urgency text)`,
      [complaints],
    );
    await this.#pglite.query(
      `INSERT INTO misclassified_complaints (complaint_id, reviewed, model_predicted_department, correct_department,
           model_predicted_urgency, correct_urgency)
         SELECT "complaintId", true, "predictedDepartment", "correctDepartment", "predictedUrgency", "correctUrgency"
         FROM json_to_recordset($1) AS row("complaintId" integer, "predictedDepartment" text,
           "correctDepartment" text, "predictedUrgency" text, "correctUrgency" text)`,
      [corrections],
    );
  }

  async close(): Promise<void> {
    await this.#server.stop();
    await this.#pglite.close();
  }
}
