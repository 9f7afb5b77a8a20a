import type { Line } from '../text/line.ts';
import type { DatasetReport } from './dataset-report.ts';
import type { Block } from './document.ts';

/** What is to be known besides the report of a dataset to describe it in the job summary. */
export interface SummaryContext {
  /** Base URL of the Hub, for links. */
  readonly endpoint: string;
  readonly dryRun: boolean;
  /** True for a dataset of which the head of the summary shows where the model was wrong. */
  readonly isInHead: boolean;
}

/** What is to be known besides the report of a dataset to describe it in a mail. */
interface MailContext {
  /** Base URL of the Hub, for links. */
  readonly endpoint: string;
  readonly startedAt: Date;
}

/** An annotation of the run. */
export interface Note {
  readonly level: 'error' | 'warning' | 'notice';
  readonly title: string;
  readonly text: string;
  /** Where in the workspace it is about: the path of a file, and line and column from 1. */
  readonly place?: { readonly file: string; readonly line: number; readonly column: number };
  /** What failed, whose causes go to the debug log. */
  readonly error?: Error;
}

/** A number, or a word of this project, by its name. */
type Metric = readonly [name: string, value: string | number];

type Describe<Described, Context extends readonly unknown[] = []> = (
  report: DatasetReport,
  ...context: Context
) => readonly Described[];

/** A fact of a dataset, and what each reader is shown of it; nothing where it is left out. No text of a row is in any. */
export interface Fact {
  /** At the head of the job summary, before the table: what needs a person. Names of classes and columns are allowed. */
  readonly attention?: Describe<Block, [SummaryContext]>;
  /** At the head of the job summary, after the table. Names of classes are allowed. */
  readonly head?: Describe<Block, [SummaryContext]>;
  /** In the job summary, to be unfolded. Ids of rows are allowed too. */
  readonly summary?: Describe<Block, [SummaryContext]>;
  /** In a mail. Of the names from the database only those of the classes are allowed. */
  readonly mail?: Describe<Block, [MailContext]>;
  /** In the log of a dry run. */
  readonly log?: Describe<Block>;
  /** As an item of an issue, which anyone may read: no name but that of the dataset. */
  readonly issue?: Describe<Line>;
  /** As a sentence among the findings of the summary, the mail and the log. No name from the database. */
  readonly finding?: Describe<string>;
  /** As annotations of the run; the summary lists those that warn. */
  readonly notes?: Describe<Note>;
  /** As a part of its line at the end of the log. */
  readonly outcome?: Describe<Line>;
  /** As metrics of W&B, whose names begin with the name of the dataset. No name or text from the database. */
  readonly metrics?: Describe<Metric, [Pick<MailContext, 'startedAt'>]>;
}
