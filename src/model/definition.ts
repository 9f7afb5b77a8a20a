import type { Cleaning } from './cleaning.ts';
import type { SplitMethod } from './rows.ts';
import type { PublishedRole, Role, Task } from './tasks.ts';
import type { TrustSettings } from './trust.ts';

/** A part of a SQL text within one line of a file, where each character is one column further. */
export interface SqlPiece {
  /** Position in the SQL of its first character, in UTF-16 units. */
  readonly start: number;
  readonly line: number;
  readonly column: number;
}

/** A SELECT as written, with its place: lines and columns from 1. */
export interface Statement {
  readonly sql: string;
  /** Path of its file, null for a value that is not a file. */
  readonly file: string | null;
  /** Start of its value in the file. */
  readonly line: number;
  readonly column: number;
  /** Places of its text in the file, in order; empty if only the start of the value is known. */
  readonly pieces: readonly SqlPiece[];
}

/**
 * Whether a SELECT that row-level security would filter is refused (`strict`) or reads what the policies show
 * (`allow`).
 */
export type RowSecurity = 'strict' | 'allow';

/** What happens to a row with an unknown class among several: it is dropped, or kept without that class. */
export type UnknownClassRule = 'drop-row' | 'drop-class';

/**
 * How the classes of a row that may have several are published: as a list of their ids, or as a list of 0 and 1, with a 1
 * at the place of each id.
 */
export type LabelForm = 'class-ids' | 'multi-hot';

/** How arrays and times of kept columns are published: mostly as text, or as lists, timestamps and dates. */
export type KeptForm = 'text' | 'typed';

/** What the offsets of spans count: the characters of Unicode, as Python does, or the units of UTF-16, as JavaScript does. */
export type SpanOffsets = 'code-points' | 'utf-16';

/** The SELECTs of a source. */
export interface SourceStatements {
  /** All rows that a person reviewed. */
  readonly corrections: Statement;
  /** Rows that nobody corrected; a sample of them is taken. */
  readonly confirmed: Statement | null;
  /** Returns one number: the rows that wait for review. */
  readonly pending: Statement | null;
  /**
   * Counts the rows that are left out because nobody judged them, or because they cannot be read; some sources have
   * none.
   */
  readonly unjudged?: UnjudgedStatement;
}

/** Where rows come from; datasets that share a source share the object. */
export interface SourceDefinition extends SourceStatements {
  readonly name: string;
  /** Origin of its SQL: the user's file, or a preset that comes with the action, with or without such a file. */
  readonly origin: 'file' | 'preset' | 'built-in';
  /** Default `strict`. */
  readonly rowSecurity?: RowSecurity;
  /** What takes the place of its SELECTs in a SQLite file; missing if they are the same, or if a preset has none. */
  readonly sqlite?: SourceStatements;
}

/** Why a source leaves rows out. */
export interface Cause {
  /** Description of the rows it left out: `annotations without a result of the control “topic”`. No text of a row. */
  readonly text: string;
  /** True if the cause is normal, even if no row is left. */
  readonly isExpected: boolean;
}

/** A SELECT of two columns, `cause` and `rows`, that counts the rows a source leaves out. */
export interface UnjudgedStatement extends Statement {
  /** Every cause that it counts, by name, in the order of display. */
  readonly causes: ReadonlyMap<string, Cause>;
}

/** Rows a source left out for one cause. */
export interface UnjudgedRows extends Cause {
  readonly rows: number;
}

/** Settings of a dataset: those that its file sets, else the inputs of the same names. */
export interface DatasetSettings {
  readonly minDatasetLen: number;
  readonly correctRatio: number;
  readonly randomState: number;
  /** Shares as written, `80/10/10`. */
  readonly split: string;
  readonly splitMethod: SplitMethod;
  /** Whether a repo that the run creates is private; `true` also refuses to publish to a public repo. */
  readonly private: boolean;
}

/** Texts and settings of a dataset's card that do not come from its rows. */
export interface CardTexts {
  readonly title: string;
  /** Where the rows come from: a sentence or more, as Markdown. */
  readonly about: string;
  /** Languages of the texts, as ISO 639 codes; empty if the file names none. */
  readonly languages: readonly string[];
  /** Id of the license on the Hub; null when the file names none. */
  readonly license: string | null;
  /** Tags on the Hub; empty when the file names none. */
  readonly tags: readonly string[];
}

/** One declared dataset: the only object with its name, its tables and its classes. */
export interface DatasetDefinition {
  /** Its name in outputs, files, reports and targets: `[a-z][a-z0-9-]*`. */
  readonly name: string;
  /** `owner/name` on the Hub. */
  readonly repo: string;
  readonly source: SourceDefinition;
  readonly task: Task;
  /** How its texts are cleaned. */
  readonly clean: Cleaning;
  /** Column of the SELECTs for each role that the file names; any other role has the column of its own name. */
  readonly columns: Readonly<Partial<Record<Role, string>>>;
  /** Name on the Hub of each published role that does not have its own name. */
  readonly publishAs: Readonly<Partial<Record<PublishedRole, string>>>;
  /** Further columns, published under their own names. */
  readonly keep: readonly string[];
  /** Default `text`. */
  readonly keepAs?: KeptForm;
  /** Names of the classes in the order of their ids; empty for a task without classes. */
  readonly classNames: readonly string[];
  /** Default `drop-row`; only for tasks with several classes a row. */
  readonly unknownClasses?: UnknownClassRule;
  /** Default `class-ids`; only for tasks whose rows have a list of classes. */
  readonly labelsAs?: LabelForm;
  /** Only for tasks with spans; missing if the file does not set it. */
  readonly spanOffsets?: SpanOffsets;
  /** Settings that the file sets. */
  readonly settings: Readonly<Partial<DatasetSettings>>;
  /** Checks before a publish that the file sets. */
  readonly trust: Readonly<Partial<TrustSettings>>;
  /** Card texts that the file sets. */
  readonly card: Readonly<Partial<CardTexts>>;
  /** Place of the dataset's name in the file, for problems that are found later. */
  readonly place: { readonly file: string | null; readonly line: number; readonly column: number };
}
