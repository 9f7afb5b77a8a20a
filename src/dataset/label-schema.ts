/**
 * One label the action can prepare a dataset for. A label is data: its name, its classes and the SELECTs of its rows,
 * in parts, so another schema needs no new code. Functions, operators, types and collations in them are named with
 * their schema, pg_catalog: whoever may create objects in a schema of the role's search_path could plant others.
 */
export interface LabelSchema {
  /** Name used in inputs, outputs, files and reports, for example `department`. */
  readonly name: string;
  /** Class names as they stand in the database; the position is the class id written to the dataset. */
  readonly classNames: readonly string[];
  /** Every reviewed correction. */
  readonly reviewed: LabelRows;
  /** The rows a sample of correct predictions is taken from. */
  readonly pool: LabelRows;
}

/** Rows of a label in the database. */
export interface LabelRows {
  /** Where they are read from; labels that share it are read together. */
  readonly selection: RowSelection;
  /** SQL of a row's class name, NULL for a row that is not the label's. */
  readonly className: string;
}

/** The parts of a SELECT that do not depend on a label, all SQL. */
export interface RowSelection {
  readonly from: string;
  readonly where: string;
  readonly id: string;
  readonly message: string;
}

const REVIEWED: RowSelection = {
  from: 'misclassified_complaints m JOIN complaints c ON c.id OPERATOR(pg_catalog.=) m.complaint_id',
  where: 'm.reviewed',
  id: 'c.id',
  message: 'c.message',
};

const POOL: RowSelection = {
  from: 'complaints c',
  where:
    'NOT EXISTS (SELECT FROM misclassified_complaints m WHERE m.complaint_id OPERATOR(pg_catalog.=) c.id)',
  id: 'c.id',
  message: 'c.message',
};

/**
 * Describes a label that lives in the column `<name>` of `complaints` and in `correct_<name>` and
 * `model_predicted_<name>` of `misclassified_complaints`.
 */
function complaintLabel(name: string, classNames: readonly string[]): LabelSchema {
  return {
    name,
    classNames,
    reviewed: {
      selection: REVIEWED,
      className: differing(`m.model_predicted_${name}`, `m.correct_${name}`),
    },
    pool: { selection: POOL, className: `c.${name}` },
  };
}

/** SQL of a corrected class, NULL where the model had predicted it. IS DISTINCT FROM would look for any operator `=`. */
function differing(predicted: string, corrected: string): string {
  const text = (column: string) => `(${column})::pg_catalog.text COLLATE pg_catalog."C"`;
  return `CASE WHEN ${predicted} IS NULL OR ${text(predicted)} OPERATOR(pg_catalog.<>) ${text(corrected)} THEN ${corrected} END`;
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
