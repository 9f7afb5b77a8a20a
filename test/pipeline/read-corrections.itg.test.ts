import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { BUILT_IN_LABELS, type LabelSchema } from '../../src/dataset/label-schema.ts';
import type { CorrectionsDatabase, Progress } from '../../src/pipeline/ports.ts';
import { readCorrections } from '../../src/pipeline/read-corrections.ts';
import { createCorrectionsDatabase } from '../../src/postgres/corrections-database.ts';
import {
  createComplaintTables,
  insertComplaints,
  insertCorrections,
} from '../support/postgres/complaints.ts';
import { type PostgresServer, startPostgres, type TestDatabase } from '../support/postgres/server.ts';

const [DEPARTMENT, URGENCY] = BUILT_IN_LABELS as [LabelSchema, LabelSchema];
const [MUNICIPAL, EDUCATION] = DEPARTMENT.classNames as [string, string];
const progress = { readingRows: () => undefined, readRows: () => undefined } as unknown as Progress;

let server: PostgresServer;
let database: TestDatabase;

beforeAll(async () => {
  server = await startPostgres();
  database = await server.createDatabase('labels');
  await createComplaintTables(database);
  // Of the first 200, which are reviewed, three quarters have a department and all an urgency that was wrong; of the
  // others every fifth has no department and every second no urgency.
  await insertComplaints(
    database,
    Array.from({ length: 1000 }, (_, index) => ({
      id: index + 1,
      message: `complaint ${index % 970}`,
      department: index % 5 === 0 ? null : MUNICIPAL,
      urgency: index % 2 === 0 ? null : 'NORMAL',
    })),
  );
  await insertCorrections(
    database,
    Array.from({ length: 200 }, (_, index) => ({
      complaint_id: index + 1,
      model_predicted_department: MUNICIPAL,
      correct_department: index % 4 === 0 ? MUNICIPAL : EDUCATION,
      model_predicted_urgency: 'NORMAL',
      correct_urgency: 'URGENT',
      reviewed: true,
    })),
  );
});
afterAll(() => server.close());

test.each([0.5, 1, 3, 50])(
  'labels that are read together have the rows they have by themselves, with %p correct rows a correction',
  async (correctRatio) => {
    const together = await read(correctRatio, true);
    expect(together).toEqual(await read(correctRatio, false));
    const [department, urgency] = together;
    expect([department.counts.fetched.reviewed, urgency.counts.fetched.reviewed]).toEqual([150, 200]);
    expect([department.counts.fetched.pool, urgency.counts.fetched.pool]).toEqual([
      Math.min(640, 150 * correctRatio),
      Math.min(400, 200 * correctRatio),
    ]);
  },
);

test('the database is asked again only for the label whose sample the common rows did not fill', async () => {
  const asked: string[][] = [];
  await read(1, true, (name, schemas) => asked.push([name, ...schemas.map((schema) => schema.name)]));
  expect(asked).toEqual([
    ['reviewed', 'department', 'urgency'],
    ['sample', 'department', 'urgency'],
    ['sample', 'urgency'],
  ]);
});

async function read(
  correctRatio: number,
  together: boolean,
  onQuery: (name: string, schemas: readonly LabelSchema[]) => void = () => undefined,
) {
  const options = { url: database.url(), seed: 42, ordered: false };
  const rows = await readCorrections(
    spyOn(createCorrectionsDatabase(options), onQuery),
    [DEPARTMENT, URGENCY],
    { correctRatio, seed: 42, together, progress },
  );
  return [DEPARTMENT, URGENCY].map((schema) => {
    const { texts, counts } = rows.get(schema)!;
    const kept = Array.from({ length: texts.length }, (_, row) => [
      Buffer.from(texts.textAt(row)).toString(),
      texts.classIds[row],
    ]);
    return { kept: kept.sort(), counts };
  });
}

function spyOn(
  corrections: CorrectionsDatabase,
  onQuery: (name: string, schemas: readonly LabelSchema[]) => void,
): CorrectionsDatabase {
  return {
    withSnapshot: (read) =>
      corrections.withSnapshot((snapshot) =>
        read({
          reviewed(schemas, onRow) {
            onQuery('reviewed', schemas);
            return snapshot.reviewed(schemas, onRow);
          },
          sample(schemas, range, onRow) {
            onQuery('sample', schemas);
            return snapshot.sample(schemas, range, onRow);
          },
        }),
      ),
  };
}
