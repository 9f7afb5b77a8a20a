import type { Cleaning } from './cleaning.ts';
import type { CardTexts, SpanOffsets, UnknownClassRule } from './definition.ts';
import { TASKS, type Task } from './tasks.ts';

/** Everything that depends on the type of a published column, except how its values are packed and encoded. */
interface TypeSpec {
  /**
   * Its feature as `datasets` writes it into the `huggingface` key of a parquet schema. Lists are written as before
   * version 4 of `datasets`, which has no `List`; later versions read that as well.
   *
   * @param classLabel the feature of one class
   */
  readonly feature: (classLabel: unknown) => unknown;
  /** The same as the `dataset_info` of a dataset card spells it, beside the name. @param classLabel the type of one class */
  readonly inCard: (classLabel: unknown) => Readonly<Record<string, unknown>>;
  /** The type in words; a # stands for the number of the classes. */
  readonly words: string;
  /** What of a kept column is searched for personal data: its text, each text of its list, or nothing. */
  readonly searched: 'text' | 'texts' | null;
}

const STRING = { dtype: 'string', _type: 'Value' };
const INT64 = { dtype: 'int64', _type: 'Value' };

/**
 * What a published column may hold: `class` and `classes` hold ids, `multi-hot` a 1 or a 0 for each class, `messages` a list of {role, content}, `spans` one of
 * {start, end, label}.
 */
export const COLUMN_TYPES = {
  string: { ...plain('string'), searched: 'text' },
  strings: {
    feature: () => ({ feature: STRING, _type: 'Sequence' }),
    inCard: () => ({ sequence: 'string' }),
    words: 'list of strings',
    searched: 'texts',
  },
  // Messages are texts of a row, which are searched before kept columns.
  messages: {
    feature: () => [{ role: STRING, content: STRING }],
    inCard: () => ({ list: ['role', 'content'].map((name) => ({ name, dtype: 'string' })) }),
    words: 'list of role and content',
    searched: null,
  },
  class: {
    feature: (classLabel) => classLabel,
    inCard: (classLabel) => ({ dtype: classLabel }),
    words: 'one of # classes',
    searched: null,
  },
  classes: {
    feature: (classLabel) => ({ feature: classLabel, _type: 'Sequence' }),
    inCard: (classLabel) => ({ sequence: classLabel }),
    words: 'list of # classes',
    searched: null,
  },
  // Floats: BCEWithLogitsLoss, which transformers uses for several labels, refuses integers; SetFit and scikit-learn take both.
  'multi-hot': {
    ...list('float32'),
    words: 'list of 0 or 1 for each of # classes',
  },
  // A span holds positions in a text, and no text of its own.
  spans: {
    feature: () => [{ start: INT64, end: INT64, label: STRING }],
    inCard: () => ({
      list: [
        { name: 'start', dtype: 'int64' },
        { name: 'end', dtype: 'int64' },
        { name: 'label', dtype: 'string' },
      ],
    }),
    words: 'list of start, end and one of # classes',
    searched: null,
  },
  bools: list('bool'),
  int64s: list('int64'),
  float32s: list('float32'),
  float64s: list('float64'),
  timestamptz: plain('timestamp[us, tz=UTC]'),
  timestamp: plain('timestamp[us]'),
  date: plain('date32'),
  bool: plain('bool'),
  int64: plain('int64'),
  float32: plain('float32'),
  float64: plain('float64'),
} as const satisfies Readonly<Record<string, TypeSpec>>;

/** A plain value. @param dtype its name in `datasets` */
function plain(dtype: string): TypeSpec & { readonly searched: null } {
  return {
    feature: () => ({ dtype, _type: 'Value' }),
    inCard: () => ({ dtype }),
    words: dtype,
    searched: null,
  };
}

/** A list of plain values. @param dtype their name in `datasets` */
function list(dtype: string): TypeSpec & { readonly searched: null } {
  return {
    feature: () => ({ feature: { dtype, _type: 'Value' }, _type: 'Sequence' }),
    inCard: () => ({ sequence: dtype }),
    words: `list of ${dtype}`,
    searched: null,
  };
}

export type ColumnType = keyof typeof COLUMN_TYPES;

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
  /** What the offsets of spans count; missing if the texts that they cover are to show it. */
  readonly spanOffsets?: SpanOffsets;
  /** Columns of type `string` or `messages` that make up a row's identity; the first columns of a file. */
  readonly texts: readonly Column[];
  /** What rows are worth; the columns after them, see {@link fileColumns}. */
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
  /** The model's probabilities of the classes, as JSON; missing without such a field. */
  readonly confidence?: number;
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

/** Position of the value whose classes are counted: the label, the labels or the spans; -1 for a task without classes. */
export function classColumn({ values }: Pick<DatasetShape, 'values'>): number {
  return values.findIndex(({ type }) => type === 'class' || isListOfClasses(type) || type === 'spans');
}

/** True for a column with a list of classes a row, in either form. */
export function isListOfClasses(type: ColumnType): type is 'classes' | 'multi-hot' {
  return type === 'classes' || type === 'multi-hot';
}

/** Returns the column whose lists have a 1 or a 0 for each class; null without one. */
export function multiHotColumn({ values }: Pick<DatasetShape, 'values'>): Column | null {
  return values.find(({ type }) => type === 'multi-hot') ?? null;
}

/** A column of a file. */
interface FileColumn extends Column {
  /** True if its classes are the tags of tokens, see `tagNames`. */
  readonly isTags?: true;
}

/** Columns that are written before those of spans, under the names that trainers of token classification look for. */
export const COLUMNS_OF_SPANS: readonly FileColumn[] = [
  { name: 'tokens', type: 'strings' },
  { name: 'ner_tags', type: 'classes', isTags: true },
];

/** Returns the columns that a value is written to. */
export function columnsOfValue(value: Column): readonly FileColumn[] {
  return value.type === 'spans' ? [...COLUMNS_OF_SPANS, value] : [value];
}

/** Returns the columns of the files of a dataset, in their order. */
export function fileColumns({
  texts,
  values,
}: Pick<DatasetShape, 'texts' | 'values'>): readonly FileColumn[] {
  return [...texts, ...values.flatMap(columnsOfValue)];
}
