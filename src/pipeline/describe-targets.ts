import { ConfigError, type Problem } from '../config/problems.ts';
import { type ColumnProblem, type ResolvedColumns, resolveDataset } from '../config/resolve.ts';
import { placeOf } from '../config/statement.ts';
import type { Corrections, StatementProblem } from '../model/corrections.ts';
import type { SourceDefinition, Statement, UnjudgedRows, UnjudgedStatement } from '../model/definition.ts';
import type { DescribedColumn, DescribedSource, SourcePart, StatementOrigin } from '../model/selection.ts';
import type { DatasetTarget } from '../model/target.ts';
import type { Role } from '../model/tasks.ts';
import type { DatasetReading } from '../report/dataset-report.ts';
import { describeReading } from './describe-reading.ts';

/** A dataset whose columns are there. */
export type ResolvedTarget = ResolvedColumns & { readonly target: DatasetTarget };

/** A dataset whose columns are there, and what its source counts. */
export interface DescribedTarget extends ResolvedTarget {
  readonly reading: DatasetReading;
  /** Corrections that wait for review, null when the source does not say. */
  readonly pending: number | null;
  /** Rows the source left out, by cause. */
  readonly unjudged: readonly UnjudgedRows[];
}

/**
 * Describes the SELECTs of datasets by the database before any is run, and finds each dataset's columns in them.
 *
 * @throws ConfigError with every problem and its place in the file; errors of the database
 */
export async function describeTargets(
  corrections: Corrections,
  targets: readonly DatasetTarget[],
): Promise<DescribedTarget[]> {
  const sources = [...new Set(targets.map(({ source }) => source))];
  const datasetsOf = (source: SourceDefinition) =>
    targets.filter((target) => target.source === source).map(({ name }) => name);
  const description = await corrections.describe(sources, datasetsOf);
  const problems = description.problems.map(problemOfFile);
  const described = new Map(
    sources.flatMap((source, index) => {
      const one = description.sources[index];
      return one === null ? [] : [[source, one] as const];
    }),
  );
  const read = resolveTargets(targets, described, problems);
  const pending = new Map<SourceDefinition, number>();
  const unjudged = new Map<SourceDefinition, readonly UnjudgedRows[]>();
  for (const source of sources) {
    const waiting = waitingOf(source, described.get(source)!.pending);
    const originOf = (part: SourcePart): StatementOrigin => ({ source, part, datasets: datasetsOf(source) });
    if (source.unjudged !== undefined) {
      const { value, causes } = await corrections.countCauses(source.unjudged, waiting, originOf('unjudged'));
      if (waiting !== null) pending.set(source, requireCount(value, waiting.statement));
      unjudged.set(source, unjudgedRows(source.unjudged, causes));
    } else if (waiting !== null) {
      const { statement, column } = waiting;
      const count = await corrections.count(statement, column, originOf('pending'));
      pending.set(source, requireCount(count, statement));
    }
  }
  return read.map((dataset) => {
    const { source } = dataset.target;
    return {
      ...dataset,
      reading: describeReading(dataset.target, dataset, described.get(source)!),
      pending: pending.get(source) ?? null,
      unjudged: unjudged.get(source) ?? [],
    };
  });
}

/**
 * Returns a problem with a statement at its place in the file.
 *
 * @throws Error for a SELECT that comes with the action: the problem is the database it is sent to
 */
function problemOfFile({ source, statement, message, offset, error, isHidden }: StatementProblem): Problem {
  const isOurs = source.origin === 'built-in' || (source.origin === 'preset' && !isHidden);
  if (error !== null && isOurs) throw error;
  return { message, ...placeOf(statement, offset ?? 0) };
}

/** Returns the statement that counts the waiting rows of a source, and its column; null without one. */
function waitingOf(
  { pending: statement }: SourceDefinition,
  columns: readonly DescribedColumn[] | null,
): { readonly statement: Statement; readonly column: string } | null {
  if (statement === null || columns === null) return null;
  if (columns.length !== 1) throw noCount(statement);
  return { statement, column: columns[0].name };
}

function requireCount(count: number, statement: Statement): number {
  if (Number.isSafeInteger(count) && count >= 0) return count;
  throw noCount(statement);
}

function noCount(statement: Statement): ConfigError {
  const message = 'This SELECT must give one row with one number: how many corrections wait for review.';
  return new ConfigError([{ message, ...placeOf(statement, 0) }]);
}

/** Returns the rows that a source leaves out, in the order of its causes. */
function unjudgedRows({ causes }: UnjudgedStatement, counts: ReadonlyMap<string, number>): UnjudgedRows[] {
  const unknown = [...counts.keys()].filter((name) => !causes.has(name));
  if (unknown.length > 0) throw new Error('A preset counts rows for a cause that it does not describe.');
  return Array.from(causes, ([name, cause]) => ({ ...cause, rows: counts.get(name) ?? 0 })).filter(
    ({ rows }) => rows > 0,
  );
}

/** @param statements problems with the SELECTs of sources that are not described */
function resolveTargets(
  targets: readonly DatasetTarget[],
  described: ReadonlyMap<SourceDefinition, DescribedSource>,
  statements: readonly Problem[],
): ResolvedTarget[] {
  const problems = [...statements];
  const ofBuiltIn = new Set<string>();
  const read = targets.flatMap((target) => {
    const source = described.get(target.source);
    if (source === undefined) return [];
    const columns = resolveDataset(target, source);
    const found = Array.isArray(columns) ? columns : settingProblems(target, columns);
    for (const { message, statement } of found) {
      if (target.source.origin === 'built-in') ofBuiltIn.add(message);
      else problems.push({ message, ...placeOf(statement, 0) });
    }
    return Array.isArray(columns) ? [] : [{ target, ...columns }];
  });
  if (ofBuiltIn.size > 0) throw new Error([...ofBuiltIn].join('\n'));
  if (problems.length > 0) throw new ConfigError(problems);
  return read;
}

/** Returns settings that the columns do not allow. */
function settingProblems(
  { name, source, settings, trust }: DatasetTarget,
  { corrections }: ResolvedColumns,
): ColumnProblem[] {
  const { group, annotator, time } = corrections;
  const messages: string[] = [];
  if (group !== null && settings.splitMethod !== 'stable') {
    messages.push('The rows of a group stay in one split only with split-method: stable.');
  }
  if (trust.annotators === 'majority' && annotator === null) {
    messages.push(needs('annotators: majority', 'annotator', 'who made each correction'));
  }
  if (trust.annotators === 'latest' && time === null) {
    messages.push(needs('annotators: latest', 'time', 'when each correction was made'));
  }
  if (trust.maxAge !== null && time?.as !== 'time') {
    messages.push(
      needs('max-age', 'time', 'when each correction was made, as timestamptz, timestamp or date'),
    );
  }
  return messages.map((message) => ({
    message: `Dataset ${name}. ${message}`,
    statement: source.corrections,
  }));
}

function needs(setting: string, role: Role, what: string): string {
  return `${setting} needs a column of the corrections with the role ${role}: ${what}. Name it in columns, or call it ${role} in the SELECT.`;
}
