import type { Cleaning } from './cleaning.ts';
import type { PublishedRole, Role, Task } from './tasks.ts';
import type { TrustSettings } from './trust.ts';

/** A stretch of a SQL text that stands in one line of a file, each character of it one column further. */
export interface SqlPiece {
  /** Position in the SQL of its first character, in UTF-16 units. */
  readonly start: number;
  readonly line: number;
  readonly column: number;
}

/** A SELECT as it was written, and where: lines and columns from 1. */
export interface Statement {
  readonly sql: string;
  /** Path of the file it stands in, null for a value that is no file. */
  readonly file: string | null;
  /** Where its value starts in the file. */
  readonly line: number;
  readonly column: number;
  /** Where its text stands in the file, in order; empty when only the start of the value is known. */
  readonly pieces: readonly SqlPiece[];
}

/**
 * What becomes of a SELECT that row-level security would filter: `strict` refuses it, `allow` reads what the policies show.
 */
export type RowSecurity = 'strict' | 'allow';

/** What becomes of a row with a class that is none of several: it is dropped, or kept without that class. */
export type UnknownClassRule = 'drop-row' | 'drop-class';

/** Where rows come from; datasets that share a source share the object. */
export interface SourceDefinition {
  readonly name: string;
  /** Where its SQL comes from: the user's file, or a preset that comes with the action, with or without such a file. */
  readonly origin: 'file' | 'preset' | 'built-in';
  /** Rows a person corrected or labelled: all of them. */
  readonly corrections: Statement;
  /** Rows nobody had to correct, which are sampled. */
  readonly confirmed: Statement | null;
  /** Gives one number: how many rows wait for review. */
  readonly pending: Statement | null;
  /** Default `strict`. */
  readonly rowSecurity?: RowSecurity;
  /** Counts the rows that are left out because nobody judged them, or because they cannot be read; not every source does. */
  readonly unjudged?: UnjudgedStatement;
}

/** Why a source leaves rows out. */
export interface Cause {
  /** The rows it left out, in words: `annotations without a result of the control “topic”`. No text of a row. */
  readonly text: string;
  /** True when it says nothing against the source, even if no row is left. */
  readonly isExpected: boolean;
}

/** A SELECT of two columns, `cause` and `rows`, that counts the rows a source leaves out. */
export interface UnjudgedStatement extends Statement {
  /** Every cause it counts, by its name, in the order in which they are shown. */
  readonly causes: ReadonlyMap<string, Cause>;
}

/** Rows a source left out for one cause. */
export interface UnjudgedRows extends Cause {
  readonly rows: number;
}

/** What a file says of a dataset that an input would say otherwise. */
export interface DatasetSettings {
  readonly minDatasetLen: number;
  readonly correctRatio: number;
  readonly randomState: number;
  /** Shares as they are written, `80/10/10`. */
  readonly split: string;
  readonly splitMethod: 'stable' | 'sklearn';
  readonly private: boolean;
}

/** What a dataset's card says that the rows do not. */
export interface CardTexts {
  readonly title: string;
  /** Where the rows come from: a sentence or more, as Markdown. */
  readonly about: string;
  /** Languages of the texts, as ISO 639 codes; empty when the card names none. */
  readonly languages: readonly string[];
  /** Id of the license on the Hub; null when the file names none. */
  readonly license: string | null;
  /** Tags on the Hub; empty when the file names none. */
  readonly tags: readonly string[];
}

/** One dataset as it was declared: the only thing that knows its name, its tables and its classes. */
export interface DatasetDefinition {
  /** Its name in outputs, files, reports and targets: `[a-z][a-z0-9-]*`. */
  readonly name: string;
  /** `owner/name` on the Hub. */
  readonly repo: string;
  readonly source: SourceDefinition;
  readonly task: Task;
  /** How its texts are cleaned. */
  readonly clean: Cleaning;
  /** Column of the SELECTs for each role that was said; a role that was not has the column of its own name. */
  readonly columns: Readonly<Partial<Record<Role, string>>>;
  /** Name on the Hub of each published role that is not to have its own name. */
  readonly publishAs: Readonly<Partial<Record<PublishedRole, string>>>;
  /** Further columns, published under their own names. */
  readonly keep: readonly string[];
  /** Names of the classes in the order of their ids; empty for a task without classes. */
  readonly classNames: readonly string[];
  /** Default `drop-row`; only for tasks with several classes a row. */
  readonly unknownClasses?: UnknownClassRule;
  readonly settings: Readonly<Partial<DatasetSettings>>;
  /** What must hold before it is published, as far as the file says it. */
  readonly trust: Readonly<Partial<TrustSettings>>;
  /** What is said of the dataset's card. */
  readonly card: Readonly<Partial<CardTexts>>;
  /** Where the dataset's name stands in the file, for problems that show only later. */
  readonly place: { readonly file: string | null; readonly line: number; readonly column: number };
}
