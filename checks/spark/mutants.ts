import type { SparkPlan } from '../../src/spark/plan.ts';
import type { ByNode, Comparison } from './compare.ts';

/** A mistake that the comparison must find, and in which of the databases. */
interface Mutant {
  readonly scene: 'plain' | 'hostile' | 'writer';
  /** Spark fails by itself; else it must write something, which differs. */
  readonly fails?: true;
  readonly changed: Pick<Comparison, 'changes' | 'mutate'>;
}

/** Mistakes by name. */
export const MUTANTS: Readonly<Record<string, Mutant>> = {
  'no BEGIN': {
    scene: 'writer',
    fails: true,
    changed: {
      mutate: (plan) => ({
        ...plan,
        database: { ...plan.database, sessionStart: plan.database.sessionStart.replace(/^BEGIN [^;]*;/, '') },
      }),
    },
  },
  // The snapshot then ends with the statement that takes it, and no error tells.
  'no BEGIN, and autocommit': {
    scene: 'writer',
    changed: {
      mutate: (plan) => ({
        ...plan,
        database: {
          ...plan.database,
          fetchSize: 0,
          sessionStart: plan.database.sessionStart.replace(
            /^BEGIN [^;]*;/,
            'SET TRANSACTION ISOLATION LEVEL REPEATABLE READ;',
          ),
        },
      }),
    },
  },
  'no snapshot': {
    scene: 'writer',
    changed: { mutate: (plan) => ({ ...plan, database: { ...plan.database, sessionStart: 'SELECT 1' } }) },
  },
  'URLs as Python has them': { scene: 'hostile', changed: { changes: { URL: 'https?://\\S+|www\\.\\S+' } } },
  // What `<.*?>` means to Java, in linear time.
  "tags with Java's dot": {
    scene: 'hostile',
    changed: { changes: { TAG: '<[^>\\n\\r\\u0085\\u2028\\u2029]*+>|(<[^>\\n\\r\\u0085\\u2028\\u2029]*+)' } },
  },
  "Java's white space": { scene: 'hostile', changed: { changes: { WHITE_RUN: '\\s+' } } },
  'a sample that ends one rank early': {
    scene: 'plain',
    changed: {
      mutate: (plan) => JSON.parse(JSON.stringify(plan).replaceAll('(pg_catalog.<=)', '(pg_catalog.<)')),
    },
  },
  'test that ends one rank early': { scene: 'plain', changed: { mutate: withLowerBound } },
};

function withLowerBound(plan: SparkPlan, prepared: readonly ByNode[]): SparkPlan {
  const datasets = plan.datasets.map((dataset, index) => {
    const { splits, collected } = prepared[index];
    const last = splits.test[splits.test.length - 1];
    const halves = [collected.rows.rankHigh[last], collected.rows.rankLow[last]];
    return { ...dataset, testBelow: halves.map((half) => half.toString(16).padStart(8, '0')).join('') };
  });
  return { ...plan, datasets };
}
