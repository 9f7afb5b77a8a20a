import type { Cleaning } from './cleaning.ts';
import type { CardTexts, UnknownClassRule } from './definition.ts';
import { TASKS, type Task } from './tasks.ts';

/** What a published column holds: `class` and `classes` hold ids, `messages` a list of {role, content}. */
export type ColumnType =
  | 'string'
  | 'strings'
  | 'messages'
  | 'class'
  | 'classes'
  | 'bool'
  | 'int64'
  | 'float32'
  | 'float64';

/** A column on the Hub. */
export interface Column {
  readonly name: string;
  readonly type: ColumnType;
}

/** The shape of a dataset's rows, however they are read and wherever they are written. */
export interface DatasetShape {
  /** The dataset's name. */
  readonly name: string;
  readonly task: Task;
  /** How its texts are cleaned. */
  readonly clean: Cleaning;
  /** Names of the classes in the order of their ids; empty without classes. */
  readonly classNames: readonly string[];
  /** Default `drop-row`. */
  readonly unknownClasses?: UnknownClassRule;
  /** Columns of type `string` or `messages` that make up a row's identity; the first columns of a file. */
  readonly texts: readonly Column[];
  /** The columns after them. */
  readonly values: readonly Column[];
  /**
   * True if texts that differ only in Unicode form, line breaks or invisible characters count as the same; otherwise
   * only equal bytes do.
   */
  readonly isFolded: boolean;
  readonly card: CardTexts;
}

/** Positions of a dataset's fields in rows that are read for several datasets at once. */
export interface RowLayout {
  readonly texts: readonly number[];
  /** Fields of {@link texts} that are JSON; missing if there are none. */
  readonly jsonTexts?: readonly number[];
  readonly values: readonly number[];
  /** Field that is NULL in a row of another dataset; null if every row belongs to the dataset. */
  readonly member: number | null;
  /** Field whose value decides the split instead of the texts; null if the texts do. */
  readonly group: number | null;
  readonly id: number;
  /** Prediction for a correction; null without such a field, or if rows have several classes. */
  readonly predicted: number | null;
  /** Annotator of a correction; null without such a field. */
  readonly annotator: number | null;
  /**
   * Time of a correction as a number: seconds since 1970, or a number that only orders corrections; null without such a
   * field.
   */
  readonly time: {
    readonly field: number;
    readonly isInstant: boolean;
    /** The last instant that does not count as future, in seconds since 1970. */
    readonly until: number;
  } | null;
}

/** True if a row's only value is its class, which then needs only a number. */
export function hasOnlyClass({ values }: DatasetShape): boolean {
  return values.length === 1 && values[0].type === 'class';
}

/** True if something other than all texts decides the split of a row: its group, or one of the texts. */
export function isGrouped(
  { task }: Pick<DatasetShape, 'task'>,
  { group }: Pick<RowLayout, 'group'>,
): boolean {
  return group !== null || TASKS[task].splitRole !== null;
}

/** Position of the value whose classes are counted: the label, or the labels; -1 for a task without classes. */
export function classColumn({ values }: Pick<DatasetShape, 'values'>): number {
  return values.findIndex(({ type }) => type === 'class' || type === 'classes');
}
