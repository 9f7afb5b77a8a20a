/**
 * One label the action can prepare a dataset for. A label is data: its name, its classes and two SELECTs, so
 * another schema needs no new code.
 */
export interface LabelSchema {
  /** Name used in inputs, outputs, files and reports, for example `department`. */
  readonly name: string;
  /** Class names as they stand in the database; the position is the class id written to the dataset. */
  readonly classNames: readonly string[];
  /** SELECT of every reviewed correction, with the columns `id`, `message` and `class_name`. */
  readonly reviewedQuery: string;
  /** SELECT of the rows a sample of correct predictions is taken from, with the same columns. */
  readonly poolQuery: string;
}

/**
 * Describes a label that lives in the column `<name>` of `complaints` and in `correct_<name>` and
 * `model_predicted_<name>` of `misclassified_complaints`.
 */
function complaintLabel(name: string, classNames: readonly string[]): LabelSchema {
  return {
    name,
    classNames,
    reviewedQuery: `
      SELECT c.id, c.message, m.correct_${name} AS class_name
      FROM misclassified_complaints m
      JOIN complaints c ON c.id = m.complaint_id
      WHERE m.reviewed
        AND m.correct_${name} IS NOT NULL
        AND m.model_predicted_${name} IS DISTINCT FROM m.correct_${name}`,
    poolQuery: `
      SELECT c.id, c.message, c.${name} AS class_name
      FROM complaints c
      WHERE c.${name} IS NOT NULL
        AND NOT EXISTS (SELECT FROM misclassified_complaints m WHERE m.complaint_id = c.id)`,
  };
}

/** The labels of the Sambodhan grievance platform, in the order they are prepared and reported. */
export const BUILT_IN_LABELS: readonly LabelSchema[] = [
  complaintLabel('department', [
    'Municipal Governance & Community Services',
    'Education, Health & Social Welfare',
    'Infrastructure, Utilities & Natural Resources',
    'Security & Law Enforcement',
  ]),
  complaintLabel('urgency', ['NORMAL', 'URGENT', 'HIGHLY URGENT']),
];
