import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** A Spark session that runs spark/prepare.py once and again. */
export interface SparkSession {
  /**
   * @param job.changes other values of the program's constants
   * @returns what it failed with, null when it did not
   */
  run(job: { plan: string; out: string; changes: Readonly<Record<string, unknown>> }): Promise<string | null>;
  close(): Promise<void>;
}

/** Characters of a failure that are told. */
const MOST_CHARACTERS = 4000;

const PROGRAM = path.resolve(import.meta.dirname, '../../spark/prepare.py');

/** @param jar PostgreSQL's JDBC driver */
export function startSpark(python: string, jar: string, password: string): SparkSession {
  const child = spawn(python, [path.join(import.meta.dirname, 'session.py'), PROGRAM, jar], {
    env: { ...process.env, PREPARE_DATASET_POSTGRES_PASSWORD: password, PYTHONDONTWRITEBYTECODE: '1' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors = (errors + text).slice(-10_000);
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async run(job) {
      child.stdin.write(`${JSON.stringify(job)}\n`);
      for (;;) {
        const { value: line, done } = await lines.next();
        if (done) throw new Error(`Spark has ended: ${errors}`);
        if (line.startsWith('done ')) {
          const { error } = JSON.parse(line.slice('done '.length));
          return error === null ? null : error.slice(0, MOST_CHARACTERS);
        }
      }
    },
    async close() {
      child.stdin.end();
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}
