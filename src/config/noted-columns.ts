import type { DatasetDefinition } from '../model/definition.ts';
import type { ReadColumn } from '../model/selection.ts';
import { hasOneClass } from '../model/tasks.ts';
import type { ColumnFinder } from './column-finder.ts';
import { type NotedRole, notedAs, typeProblem } from './column-types.ts';

/** The column that says what the model had said, which must be there when it was said, and is read for tasks with a class a row. */
export function predictedOf(definition: DatasetDefinition, finder: ColumnFinder): ReadColumn | null {
  const said = definition.columns.predicted;
  if (hasOneClass(definition.task)) return notedOf(definition, 'predicted', finder);
  if (said !== undefined) finder.find(said, 'The role predicted');
  return null;
}

/** The column that says who made a correction, when, or what the model had said: said, or there by its own name and of a type that fits. */
export function notedOf(
  definition: DatasetDefinition,
  role: NotedRole,
  finder: ColumnFinder,
): ReadColumn | null {
  const said = definition.columns[role];
  const own = finder.described.filter(({ name }) => name === role);
  if (said === undefined && own.length !== 1) return null;
  const column = finder.find(said ?? role, `The role ${role}`);
  if (column === null) return null;
  const as = notedAs(role, column);
  if (as === null && said !== undefined) finder.problems.push(typeProblem(definition, role, column));
  return as === null ? null : { column: column.name, as };
}
