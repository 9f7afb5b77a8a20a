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

/** What the rows of a dataset are, however they are read and wherever they are written. */
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
  /** Columns of type `string` or `messages` that make up a row's identity; the first ones of a file. */
  readonly texts: readonly Column[];
  /** The columns after them. */
  readonly values: readonly Column[];
  /**
   * True when texts that differ only in their Unicode form, their line breaks or signs without width are the same; else those
   * of the same bytes are.
   */
  readonly isFolded: boolean;
  readonly card: CardTexts;
}

/** Where the fields of a dataset's rows stand in the rows that are read for several datasets at once. */
export interface RowLayout {
  readonly texts: readonly number[];
  /** Fields of {@link texts} that are JSON; left out when none is. */
  readonly jsonTexts?: readonly number[];
  readonly values: readonly number[];
  /** Field that is NULL in a row that is not the dataset's; null when every row is. */
  readonly member: number | null;
  /** Field whose value decides the split instead of the texts; null when they do. */
  readonly group: number | null;
  readonly id: number;
  /** What the model had predicted for a correction; null without such a field, or where a row has not one class. */
  readonly predicted: number | null;
  /** Who made a correction; null without such a field. */
  readonly annotator: number | null;
  /** When it was made, as a number: seconds since 1970, or what only orders corrections; null without such a field. */
  readonly time: {
    readonly field: number;
    readonly isInstant: boolean;
    /** The last instant that is not in the future, in seconds since 1970. */
    readonly until: number;
  } | null;
}

/** True when a row's only value is its class, which then needs no more than a number. */
export function hasOnlyClass({ values }: DatasetShape): boolean {
  return values.length === 1 && values[0].type === 'class';
}

/** True when a row is split by something else than all its texts: by its group, or by one of them. */
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
