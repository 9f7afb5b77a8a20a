import { resolveDataset } from '../../src/config/resolve.ts';
import { defaultCleaning } from '../../src/model/cleaning.ts';
import type { DatasetDefinition } from '../../src/model/definition.ts';
import type { ClassBalance } from '../../src/model/rows.ts';
import type { DescribedColumn, DescribedSource } from '../../src/model/selection.ts';
import type { DatasetShape } from '../../src/model/shape.ts';
import type { Task } from '../../src/model/tasks.ts';
import { hasClasses, rolesOf } from '../../src/model/tasks.ts';
import { describeReading } from '../../src/pipeline/describe-reading.ts';
import type { DatasetReading } from '../../src/report/dataset-report.ts';
import { datasetReport, type ReportChanges, type ReportOf } from './reports.ts';
import { statementOf } from './statements.ts';

const TYPES: Readonly<Record<string, Omit<DescribedColumn, 'name'>>> = {
  id: { type: 'bigint', category: 'N', elementCategory: null },
  score: { type: 'numeric', category: 'N', elementCategory: null },
  labels: { type: 'text[]', category: 'A', elementCategory: 'S' },
  spans: { type: 'jsonb', category: 'U', elementCategory: null },
  messages: { type: 'jsonb', category: 'U', elementCategory: null },
  flag: { type: 'boolean', category: 'B', elementCategory: null },
  text: { type: 'text', category: 'S', elementCategory: null },
};

/** A dataset of a task that is called like it, with changes. */
export function taskDefinition(task: Task, changes: Partial<DatasetDefinition> = {}): DatasetDefinition {
  return {
    name: task,
    repo: `owner/${task}`,
    source: {
      name: 'answers',
      origin: 'file',
      corrections: statementOf('SELECT 1'),
      confirmed: statementOf('SELECT 2'),
      pending: null,
    },
    task,
    clean: defaultCleaning(task),
    columns: {},
    publishAs: {},
    keep: [],
    classNames: hasClasses(task) ? ['bug', 'question', 'praise'] : [],
    settings: {},
    trust: {},
    card: {},
    place: { file: 'datasets.yml', line: 1, column: 1 },
    ...changes,
  };
}

/** The columns of the task's roles by their own names, and `more`, each as a server describes it. */
export function describedColumns(task: Task, more: readonly string[] = []): DescribedColumn[] {
  const typeOf = (name: string) =>
    TYPES[task === 'unpaired-preference' && name === 'label' ? 'flag' : name] ?? TYPES.text;
  return ['id', ...rolesOf(task), ...more].map((name) => ({ name, ...typeOf(name) }));
}

/** What a dataset of a task is and is read from. */
export function describedTask(
  definition: DatasetDefinition,
  described: DescribedSource,
): { shape: DatasetShape; reading: DatasetReading } {
  const resolved = resolveDataset(definition, described);
  if (Array.isArray(resolved)) throw new Error(resolved.map(({ message }) => message).join('\n'));
  return { shape: resolved.shape, reading: describeReading(definition, resolved, described) };
}

/** The shape and the reading of each task with columns by their own names. */
export function ordinaryTask(task: Task): { shape: DatasetShape; reading: DatasetReading } {
  const columns = describedColumns(task);
  return describedTask(taskDefinition(task), { corrections: columns, confirmed: columns, pending: null });
}

/** Report of a task's dataset that was published: without classes, or with rows of two of its three, with changes. */
export function taskReport(task: Task, changes: ReportChanges<'published'> = {}): ReportOf<'published'> {
  const { shape, reading } = ordinaryTask(task);
  const { contents, counts } = datasetReport();
  const rows = { train: 6, eval: 1, test: 0 };
  const none = { train: 0, eval: 0, test: 0 };
  const hasClasses = shape.classNames.length > 0;
  const classBalance: ClassBalance = hasClasses ? { bug: rows, question: none, praise: rows } : {};
  return datasetReport({
    name: task,
    repo: `owner/${task}`,
    shape,
    reading,
    classRows: hasClasses ? [7, 0, 7] : [],
    counts: { ...counts!, unknownClassNames: hasClasses ? counts!.unknownClassNames : [] },
    contents: { ...contents!, classBalance },
    ...changes,
  });
}
