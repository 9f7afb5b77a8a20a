import { groupIn } from '../groups.ts';

/** Ids of reviews whose group changes: two come from a group of test or eval into one of train, and one the other way. */
const MOVED = { fromTest: 1, fromEval: 2, fromTrain: 4 } as const;

/** Reviews that a version leaves out because they were in another split before. */
export const MOVED_REVIEWS = Object.values(MOVED).map((id) => id - 1);

/**
 * Versions of the reviews with groups. The second does not have what the first had in test, so that only its row index
 * knows of it; the first does not have what the second has in eval, so that its row index does not know of that.
 */
const VERSIONS = {
  first: { without: MOVED.fromEval, isMoved: false },
  second: { without: MOVED.fromTest, isMoved: false },
  third: { without: 0, isMoved: true },
} as const;

/** Returns the inputs that publish the reviews as a declared dataset with groups. */
export function groupedInputs(repo: string, version: keyof typeof VERSIONS): Record<string, string> {
  const { without, isMoved } = VERSIONS[version];
  const [test, evaluation, ...train] = [
    groupIn('test'),
    groupIn('eval'),
    ...[0, 1, 2, 3].map((number) => groupIn('train', number)),
  ].map((name) => `'${name}'`);
  const groups = `(ARRAY[${[test, evaluation, ...train]}])[1 + c.id / 2 % 6]`;
  const moved = `WHEN ${MOVED.fromTest} THEN ${train[0]} WHEN ${MOVED.fromEval} THEN ${train[0]} WHEN ${MOVED.fromTrain} THEN ${test}`;
  const team = isMoved ? `CASE c.id ${moved} ELSE ${groups} END` : groups;
  const corrections = `SELECT c.id, c.message AS body, m.correct_urgency AS label, ${team} AS team
    FROM complaints c JOIN misclassified_complaints m ON m.complaint_id = c.id WHERE m.reviewed AND c.id <> ${without}`;
  const config = {
    version: 1,
    sources: { reviews: { corrections } },
    datasets: {
      urgency: {
        source: 'reviews',
        task: 'text-classification',
        classes: ['NORMAL', 'URGENT'],
        repo,
        columns: { text: 'body', group: 'team' },
      },
    },
  };
  return { config: JSON.stringify(config, null, 1), 'urgency-dataset': '' };
}
