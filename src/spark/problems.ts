import { writtenCleaning } from '../model/cleaning.ts';
import type { DatasetDefinition } from '../model/definition.ts';
import type { SplitMethod } from '../model/rows.ts';
import type { DatasetShape, RowLayout } from '../model/shape.ts';
import { TASK_NAMES, TASKS } from '../model/tasks.ts';
import type { TrustSettings } from '../model/trust.ts';

/** The facts that decide whether Spark can prepare a dataset. */
export interface SparkCandidate {
  readonly shape: DatasetShape;
  readonly layout: RowLayout;
  readonly splitMethod: SplitMethod;
  readonly trust: TrustSettings;
  /** Columns that the file names, by their roles. */
  readonly columns: DatasetDefinition['columns'];
}

const SUPPORTED = TASK_NAMES.filter((task) => TASKS[task].isOnSpark);

/** SELECT of the encoding of the database's texts. */
export const ENCODING_QUERY = 'SELECT pg_catalog.getdatabaseencoding()::pg_catalog.text';

/**
 * Returns what spark-command does not support, a sentence each.
 *
 * @param encoding result of {@link ENCODING_QUERY}
 * @returns none for a dataset that Spark prepares like this action
 */
export function sparkProblems(
  { shape, layout, splitMethod, trust, columns }: SparkCandidate,
  encoding: string,
): string[] {
  const problems: [boolean, string][] = [
    [!TASKS[shape.task].isOnSpark, `the task ${shape.task}; it knows ${SUPPORTED.join(' and ')}`],
    [shape.clean !== 'python', `clean: ${writtenCleaning(shape.clean)}; set clean: python`],
    [layout.jsonTexts !== undefined, 'a text of the type json or jsonb; use ->> in the SELECT'],
    [shape.values.length > 1, 'further columns (keep)'],
    [hasSimilarNames(shape), 'columns whose names differ only in upper and lower case'],
    [splitMethod !== 'stable', 'split-method: sklearn; choose stable'],
    [trust.pii !== null, 'looking for personal data (pii)'],
    [layout.annotator !== null, 'the role annotator'],
    // A column that has the name of the role, and that the file does not name, is not used.
    [columns.confidence !== undefined, 'the role confidence'],
    [trust.annotators !== 'unanimous', `annotators: ${trust.annotators}`],
    [trust.dropNearDuplicates !== 'none', 'drop-near-duplicates'],
    [encoding === 'SQL_ASCII', 'a database of the encoding SQL_ASCII, which the JDBC driver cannot read'],
  ];
  return problems
    .filter(([isOne]) => isOne)
    .map(
      ([, what]) =>
        `Dataset ${shape.name}. spark-command does not support ${what}. Change that, or remove spark-command.`,
    );
}

function hasSimilarNames({ texts, values }: DatasetShape): boolean {
  const names = [...texts, ...values].map(({ name }) => name.toLowerCase());
  return new Set(names).size < names.length;
}
