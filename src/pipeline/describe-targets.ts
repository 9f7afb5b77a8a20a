import { ConfigError, type Problem } from '../config/problems.ts';
import { type ColumnProblem, type ResolvedDataset, resolveDataset } from '../config/resolve.ts';
import { placeOf } from '../config/statement.ts';
import type { Role, SourceDefinition, Statement } from '../dataset/definition.ts';
import type { DescribedColumn, DescribedSource, StatementOrigin } from '../dataset/selection.ts';
import type { DatasetReading } from '../report/dataset-report.ts';
import { describeReading } from './describe-reading.ts';
import type { ReadTarget } from './plan-reading.ts';
import type { Corrections } from './ports.ts';
import type { DatasetTarget } from './settings.ts';

/** Datasets whose columns are there, and how many corrections wait in each source that says so. */
export interface DescribedTargets {
  readonly read: readonly ReadTarget[];
  readonly readings: ReadonlyMap<DatasetTarget, DatasetReading>;
  readonly pending: ReadonlyMap<SourceDefinition, number>;
}

/**
 * Has the database describe the SELECTs of datasets before any is run, and finds each dataset's columns in them.
 *
 * @throws ConfigError that tells every problem with its place in the file, or what the database throws
 */
export async function describeTargets(
  corrections: Corrections,
  targets: readonly DatasetTarget[],
): Promise<DescribedTargets> {
  const sources = [...new Set(targets.map(({ definition }) => definition.source))];
  const datasetsOf = (source: SourceDefinition) =>
    targets.filter(({ definition }) => definition.source === source).map(({ definition }) => definition.name);
  const description = await corrections.describe(sources, datasetsOf);
  if ('problem' in description) {
    const { source, statement, message, offset, error, isHidden } = description.problem;
    // What is wrong with a SELECT that comes with the action is wrong with the database it is sent to.
    const isOurs = source.origin === 'built-in' || (source.origin === 'preset' && !isHidden);
    if (error !== null && isOurs) throw error;
    throw new ConfigError([{ message, ...placeOf(statement, offset ?? 0) }]);
  }
  const described = new Map(sources.map((source, index) => [source, description.sources[index]]));
  const read = resolveTargets(targets, described);
  const readings = new Map(
    read.map(({ target, resolved }) => [
      target,
      describeReading(resolved, described.get(target.definition.source)!),
    ]),
  );
  const pending = new Map<SourceDefinition, number>();
  for (const source of sources) {
    const columns = described.get(source)!.pending;
    if (source.pending !== null && columns !== null) {
      const origin: StatementOrigin = { source, part: 'pending', datasets: datasetsOf(source) };
      pending.set(source, await countPending(corrections, source.pending, columns, origin));
    }
  }
  return { read, readings, pending };
}

async function countPending(
  corrections: Corrections,
  statement: Statement,
  [column, ...others]: readonly DescribedColumn[],
  origin: StatementOrigin,
): Promise<number> {
  const isOne = column !== undefined && others.length === 0;
  const count = isOne ? await corrections.count(statement, column.name, origin) : Number.NaN;
  if (Number.isSafeInteger(count) && count >= 0) return count;
  const message = 'This SELECT must give one row with one number: how many corrections wait for review.';
  throw new ConfigError([{ message, ...placeOf(statement, 0) }]);
}

function resolveTargets(
  targets: readonly DatasetTarget[],
  described: ReadonlyMap<SourceDefinition, DescribedSource>,
): ReadTarget[] {
  const problems: Problem[] = [];
  const ofBuiltIn = new Set<string>();
  const read = targets.flatMap((target): ReadTarget[] => {
    const { definition } = target;
    const resolved = resolveDataset(definition, described.get(definition.source)!);
    const found = Array.isArray(resolved) ? resolved : settingProblems(target, resolved);
    for (const { message, statement } of found) {
      if (definition.source.origin === 'built-in') ofBuiltIn.add(message);
      else problems.push({ message, ...placeOf(statement, 0) });
    }
    return Array.isArray(resolved) ? [] : [{ target, resolved }];
  });
  if (ofBuiltIn.size > 0) throw new Error([...ofBuiltIn].join('\n'));
  if (problems.length > 0) throw new ConfigError(problems);
  return read;
}

/** Settings that the columns do not allow. */
function settingProblems(
  { definition, parameters, trust }: DatasetTarget,
  { corrections }: ResolvedDataset,
): ColumnProblem[] {
  const { group, annotator, time } = corrections;
  const messages: string[] = [];
  if (group !== null && parameters.split_method !== 'stable') {
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
    message: `Dataset ${definition.name}. ${message}`,
    statement: definition.source.corrections,
  }));
}

function needs(setting: string, role: Role, what: string): string {
  return `${setting} needs a column of the corrections with the role ${role}: ${what}. Name it in columns, or have the SELECT call it ${role}.`;
}
