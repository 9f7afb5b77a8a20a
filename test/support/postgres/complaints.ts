import type { TestDatabase } from './server.ts';

/** A row of `complaints`; what is left out is NULL, and a missing id is the next one. */
export interface Complaint {
  id?: number;
  message?: string | null;
  department?: string | null;
  urgency?: string | null;
}

/** A row of `misclassified_complaints`; what is left out is NULL. */
export interface Correction {
  complaint_id?: number | null;
  model_predicted_department?: string | null;
  correct_department?: string | null;
  model_predicted_urgency?: string | null;
  correct_urgency?: string | null;
  reviewed?: boolean | null;
}

/** How an installation stores the class names. */
export type ClassColumns = 'enum' | 'varchar';

const DEPARTMENTS = [
  'Municipal Governance & Community Services',
  'Education, Health & Social Welfare',
  'Infrastructure, Utilities & Natural Resources',
  'Security & Law Enforcement',
];
const URGENCIES = ['NORMAL', 'URGENT', 'HIGHLY URGENT'];

/**
 * Creates `complaints` and `misclassified_complaints` as the grievance platform has them. No foreign key
 * and no NOT NULL, so that a test can insert what broken installations hold.
 */
export async function createComplaintTables(
  database: TestDatabase,
  { columns = 'varchar' }: { columns?: ClassColumns } = {},
): Promise<void> {
  const isEnum = columns === 'enum';
  const department = isEnum ? 'department_enum' : 'varchar(100)';
  const urgency = isEnum ? 'urgency_enum' : 'varchar(20)';
  if (isEnum) {
    await database.query(`CREATE TYPE department_enum AS ENUM (${DEPARTMENTS.map(quote)})`);
    await database.query(`CREATE TYPE urgency_enum AS ENUM (${URGENCIES.map(quote)})`);
  }
  await database.query(`
    CREATE TABLE complaints (
      id serial PRIMARY KEY,
      citizen_id integer,
      message text,
      department ${department},
      urgency ${urgency},
      created_at timestamptz DEFAULT now()
    )`);
  await database.query(`
    CREATE TABLE misclassified_complaints (
      id serial PRIMARY KEY,
      complaint_id integer,
      model_predicted_department ${department},
      correct_department ${department},
      model_predicted_urgency ${urgency},
      correct_urgency ${urgency},
      reviewed boolean DEFAULT false,
      created_at timestamptz DEFAULT now()
    )`);
}

/** Inserts complaints in one statement, at about 100 000 rows a second. */
export async function insertComplaints(database: TestDatabase, rows: readonly Complaint[]): Promise<void> {
  await insert(database, 'complaints', rows);
}

/** Inserts corrections in one statement. */
export async function insertCorrections(database: TestDatabase, rows: readonly Correction[]): Promise<void> {
  await insert(database, 'misclassified_complaints', rows);
}

async function insert(database: TestDatabase, table: string, rows: readonly object[]): Promise<void> {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const names = columns.join(', ');
  await database.query(
    `INSERT INTO ${table} (${names}) SELECT ${names} FROM json_populate_recordset(NULL::${table}, $1)`,
    [JSON.stringify(rows)],
  );
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
