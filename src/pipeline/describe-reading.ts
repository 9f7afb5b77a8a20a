import type { ReadColumns, ResolvedColumns } from '../config/resolve.ts';
import type { DatasetDefinition } from '../model/definition.ts';
import type { DescribedColumn, DescribedSource } from '../model/selection.ts';
import type { Column } from '../model/shape.ts';
import { rolesOf, unpublishedRoles } from '../model/tasks.ts';
import type { ColumnUse, DatasetReading, SelectColumn } from '../report/dataset-report.ts';

/** Returns what each column of a dataset's SELECTs means to the dataset. */
export function describeReading(
  definition: DatasetDefinition,
  { shape, corrections, confirmed }: ResolvedColumns,
  described: DescribedSource,
): DatasetReading {
  const published = [...shape.texts, ...shape.values];
  const columnsOf = (read: ReadColumns, columns: readonly DescribedColumn[]) =>
    usesOf(definition, published, read, columns);
  return {
    source: definition.source.name,
    corrections: columnsOf(corrections, described.corrections),
    confirmed:
      confirmed === null || described.confirmed === null ? null : columnsOf(confirmed, described.confirmed),
    ...(described.policies !== undefined && { policies: described.policies }),
  };
}

function usesOf(
  { task, columns }: DatasetDefinition,
  published: readonly Column[],
  { id, texts, values, group, predicted: read, annotator, time, confidence }: ReadColumns,
  described: readonly DescribedColumn[],
): SelectColumn[] {
  const uses = new Map<string, ColumnUse[]>(described.map(({ name }) => [name, []]));
  const roles = rolesOf(task);
  for (const [index, { column }] of [...texts, ...values].entries()) {
    uses.get(column)?.push({ role: roles[index] ?? 'keep', publishedAs: published[index] });
  }
  const predicted = read?.column ?? columns.predicted;
  const [groups, annotators, times, confidences] = [group, annotator, time, confidence].map(
    (noted) => noted?.column,
  );
  const unpublished = {
    id,
    predicted,
    group: groups,
    annotator: annotators,
    time: times,
    confidence: confidences,
  };
  for (const role of unpublishedRoles(task)) {
    const column = unpublished[role];
    if (column !== undefined) uses.get(column)?.push({ role, publishedAs: null });
  }
  return described.map(({ name, type }) => ({ name, type, uses: uses.get(name)! }));
}
