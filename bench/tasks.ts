// Datasets of other tasks, declared in a file, beside the built-in ones: as many rows and about as many bytes of text.
import { BUILT_IN } from '../test/support/built-in.ts';
import type { PostgresServer } from '../test/support/postgres/server.ts';
import { type BenchServers, bundle, bundleOf, type Contender, ROOT, selections } from './contenders.ts';

/** A contender, and how many bytes of text its SELECTs give. */
export interface TaskContender extends Contender {
  readonly textBytes: number;
}

/** Classes of the multi-label dataset: a row has its department and its urgency. */
const CLASSES = BUILT_IN.flatMap(({ classNames }) => classNames);

/** A complaint's text in three parts, each told from those of other rows by the complaint's number. */
const TABLES = `
  CREATE TABLE multi_labels AS SELECT id, message AS text, ARRAY[department, urgency] AS labels FROM complaints;
  CREATE TABLE preferences AS
    SELECT id, left(message, third) AS prompt, substr(message, third + 1, third) || ' ' || id AS chosen,
      substr(message, 2 * third + 1) AS rejected
    FROM complaints CROSS JOIN LATERAL (SELECT length(message) / 3) AS cut(third);
  VACUUM ANALYZE multi_labels; VACUUM ANALYZE preferences`;

const TASKS = [
  {
    name: 'multi-label',
    task: 'multi-label-classification',
    select: 'SELECT id, text, labels FROM multi_labels',
    texts: ['text'],
    classes: CLASSES,
  },
  {
    name: 'preference',
    task: 'preference',
    select: 'SELECT id, prompt, chosen, rejected FROM preferences',
    texts: ['prompt', 'chosen', 'rejected'],
    classes: undefined,
  },
];

/** Makes the tables from the complaints, and the contenders that publish them; the first one publishes the built-in datasets. */
export async function taskContenders(servers: BenchServers): Promise<TaskContender[]> {
  const { postgres } = servers;
  for (const statement of TABLES.split(';')) await postgres.query(statement);
  const ofBuiltIn = (await selections(postgres)).flat();
  const contenders = [{ ...bundle(servers), textBytes: await countBytes(postgres, ofBuiltIn, ['field_0']) }];
  for (const { name, select, texts, ...declared } of TASKS) {
    const contender = bundleOf(name, ROOT, servers, (run) => ({
      INPUT_CONFIG: configOf({ name, select, repo: `bench/${name}-${run}`, ...declared }),
    }));
    contenders.push({ ...contender, textBytes: await countBytes(postgres, [select], texts) });
  }
  return contenders;
}

/** The file that declares one dataset; JSON is YAML. */
function configOf(declared: {
  name: string;
  repo: string;
  task: string;
  select: string;
  classes: readonly string[] | undefined;
}): string {
  const { name, select, ...dataset } = declared;
  const sources = { rows: { corrections: select } };
  return JSON.stringify(
    { version: 1, sources, datasets: { [name]: { source: 'rows', ...dataset } } },
    null,
    1,
  );
}

async function countBytes(
  postgres: PostgresServer,
  selects: readonly string[],
  texts: readonly string[],
): Promise<number> {
  const bytes = texts.map((text) => `octet_length(${text})`).join(' + ');
  let sum = 0;
  for (const select of selects) {
    const [row] = await postgres.query(`SELECT sum(${bytes})::float8 AS bytes FROM (${select}) AS read`);
    sum += row.bytes;
  }
  return sum;
}
