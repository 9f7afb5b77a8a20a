import type { CardTexts, DatasetDefinition, Statement } from '../model/definition.ts';
import type { DescribedColumn, DescribedSource, ReadColumn } from '../model/selection.ts';
import type { Column, DatasetShape } from '../model/shape.ts';
import { hasOneClass, type PublishedRole, rolesOf, TASKS } from '../model/tasks.ts';
import { formatCount } from '../text/markdown.ts';
import { ColumnFinder } from './column-finder.ts';
import {
  expectedOf,
  isOrdered,
  keptColumn,
  type NotedRole,
  notedAs,
  readOfRole,
  typeOf,
  typeProblem,
} from './column-types.ts';

/** The columns of a dataset in one SELECT, in the order of its shape. */
export interface ReadColumns {
  readonly id: string;
  readonly texts: readonly ReadColumn[];
  readonly values: readonly ReadColumn[];
  readonly group: ReadColumn | null;
  /** What the model predicted for a correction; null if there is no such column, or if rows have several classes. */
  readonly predicted: ReadColumn | null;
  /** Annotator and time of a correction; null without such columns, and for confirmed rows. */
  readonly annotator: ReadColumn | null;
  readonly time: ReadColumn | null;
  /** The model's probabilities of the classes; null without such a column, or if rows have no class or several. */
  readonly confidence: ReadColumn | null;
}

/** The columns of a dataset, which exist and have suitable types. */
export interface ResolvedColumns {
  readonly shape: DatasetShape;
  readonly corrections: ReadColumns;
  /** Null without such a SELECT. */
  readonly confirmed: ReadColumns | null;
}

/** A problem of a dataset's columns, in words for users, with the SELECT it is about. */
export interface ColumnProblem {
  readonly message: string;
  readonly statement: Statement;
}

const ABOUT =
  'People reviewed and corrected these rows; a sample of rows nobody had to correct keeps the classes in proportion.';

/**
 * Finds the columns of a dataset in the server's description of its SELECTs, and resolves the shape of the dataset.
 *
 * @returns the columns, or every problem that prevents them from being read
 */
export function resolveDataset(
  definition: DatasetDefinition,
  described: DescribedSource,
): ResolvedColumns | ColumnProblem[] {
  const { source } = definition;
  const found = resolveIn(definition, described.corrections, source.corrections);
  const sampled =
    described.confirmed === null || source.confirmed === null
      ? null
      : resolveIn(definition, described.confirmed, source.confirmed, found.columns.group !== null);
  const problems = [...found.problems, ...(sampled?.problems ?? [])];
  if (sampled !== null && source.confirmed !== null && problems.length === 0) {
    problems.push(...differences(definition, [found.published, sampled.published], source.confirmed));
  }
  if (problems.length > 0) return problems;
  const count = found.columns.texts.length;
  const shape: DatasetShape = {
    name: definition.name,
    task: definition.task,
    clean: definition.clean,
    classNames: definition.classNames,
    ...(definition.unknownClasses && { unknownClasses: definition.unknownClasses }),
    ...(definition.spanOffsets && { spanOffsets: definition.spanOffsets }),
    texts: found.published.slice(0, count),
    values: found.published.slice(count),
    // The rows of the built-in datasets are those of the service that this action replaces.
    isFolded: source.origin !== 'built-in' && definition.clean !== 'python',
    card: cardTexts(definition),
  };
  // If one SELECT has a text as JSON, it is read as JSON from both, so that the same text stays the same.
  const areJson = found.columns.texts.map((_, index) =>
    [found, sampled].some((select) => select?.columns.texts[index].as === 'json'),
  );
  const asRead = (columns: ReadColumns): ReadColumns => ({
    ...columns,
    texts: columns.texts.map((read, index) => (areJson[index] ? { ...read, as: 'json' } : read)),
  });
  return {
    shape,
    corrections: asRead(found.columns),
    confirmed: sampled === null ? null : asRead(sampled.columns),
  };
}

/** Finds the columns of a dataset in one SELECT, what its published ones are on the Hub, and every problem of them. */
function resolveIn(
  definition: DatasetDefinition,
  described: readonly DescribedColumn[],
  statement: Statement,
  needsGroup = false,
): { columns: ReadColumns; published: readonly Column[]; problems: ColumnProblem[] } {
  const finder = new ColumnFinder(described);
  const messages = finder.problems;
  const roles: readonly PublishedRole[] = rolesOf(definition.task);
  const published = roles.map((role) => {
    const column = finder.findRole(role, definition.columns[role]);
    if (column === null) return null;
    const type = typeOf(definition, role, column);
    if (type === null) {
      messages.push(typeProblem(definition, role, column));
      return null;
    }
    const name = definition.publishAs[role as keyof typeof definition.publishAs] ?? role;
    return { column: { name, type }, read: readOfRole(definition, role, column) };
  });
  const eitherWay = roles.filter((role) => expectedOf(definition, role) === 'textOrMessages');
  const ways = eitherWay.flatMap((role) => published[roles.indexOf(role)]?.column.type ?? []);
  if (new Set(ways).size > 1) {
    messages.push(`${eitherWay.join(', ')} must all be texts, or all be messages (json or jsonb).`);
  }
  const kept = definition.keep.map((name) => {
    const column = finder.find(name, 'keep');
    if (column === null) return null;
    const { type, read } = keptColumn(definition, column);
    return { column: { name, type }, read };
  });
  const id = finder.findRole('id', definition.columns.id);
  if (id !== null && !isOrdered(id)) messages.push(typeProblem(definition, 'id', id));
  const isCorrections = statement === definition.source.corrections;
  const all = [...published, ...kept].filter((entry) => entry !== null);
  const reads = all.map(({ read }) => read);
  const texts = roles.filter((role) => role !== TASKS[definition.task].value).length;
  const columns = {
    id: id?.name ?? 'id',
    texts: reads.slice(0, texts),
    values: reads.slice(texts),
    group: groupOf(definition, finder, needsGroup),
    predicted: isCorrections ? predictedOf(definition, finder) : null,
    annotator: isCorrections ? notedOf(definition, 'annotator', finder) : null,
    time: isCorrections ? notedOf(definition, 'time', finder) : null,
    confidence: confidenceOf(definition, finder),
  };
  const problems = messages.map((message) => ({
    message: `Dataset ${definition.name}. ${message}`,
    statement,
  }));
  return { columns, published: all.map(({ column }) => column), problems };
}

/** Returns the column of the group: the one that the file names, or one called `group`. */
function groupOf(
  { columns }: DatasetDefinition,
  finder: ColumnFinder,
  needsGroup: boolean,
): ReadColumn | null {
  const isThere = finder.described.some(({ name }) => name === 'group');
  if (columns.group === undefined && !isThere && !needsGroup) return null;
  const column = finder.findRole('group', columns.group);
  return column === null ? null : { column: column.name, as: 'text' };
}

/** Returns a problem for each column whose type in the corrections differs from that in the confirmed rows. */
function differences(
  { name: dataset }: DatasetDefinition,
  [corrections, confirmed]: readonly (readonly Column[])[],
  statement: Statement,
): ColumnProblem[] {
  return corrections.flatMap(({ name, type }, index) => {
    const other = confirmed[index].type;
    if (type === other) return [];
    const message = `Dataset ${dataset}. ${name} would be ${type} from the corrections and ${other} from the confirmed rows. Convert one of the two in its SELECT.`;
    return [{ message, statement }];
  });
}

function cardTexts({ repo, card }: DatasetDefinition): CardTexts {
  return {
    title: card.title ?? repo.slice(repo.indexOf('/') + 1),
    about: card.about ?? ABOUT,
    languages: card.languages ?? [],
    license: card.license ?? null,
    tags: card.tags ?? [],
  };
}

/**
 * Returns the column of the prediction. If the file names it, it must exist; it is read for tasks with one class a row.
 */
function predictedOf(definition: DatasetDefinition, finder: ColumnFinder): ReadColumn | null {
  const said = definition.columns.predicted;
  if (hasOneClass(definition.task)) return notedOf(definition, 'predicted', finder);
  if (said !== undefined) finder.findRole('predicted', said);
  return null;
}

/** Classes from which on the probabilities of a row would take more than 4 kB. */
const MOST_CONFIDENCES = 1_000;

/** Returns the column of the probabilities of the classes, for tasks with one class a row. */
function confidenceOf(definition: DatasetDefinition, finder: ColumnFinder): ReadColumn | null {
  const { task, classNames, columns } = definition;
  if (!hasOneClass(task)) return null;
  if (classNames.length <= MOST_CONFIDENCES) return notedOf(definition, 'confidence', finder);
  if (columns.confidence !== undefined) {
    finder.problems.push(
      `The role confidence is for at most ${formatCount(MOST_CONFIDENCES)} classes, and the dataset has ${formatCount(classNames.length)}. Remove confidence from columns.`,
    );
  }
  return null;
}

/**
 * Returns the column of a role that describes a row: the one that the file names, or one with the role's name and a
 * suitable type.
 */
function notedOf(definition: DatasetDefinition, role: NotedRole, finder: ColumnFinder): ReadColumn | null {
  const said = definition.columns[role];
  const own = finder.described.filter(({ name }) => name === role);
  if (said === undefined && own.length !== 1) return null;
  const column = finder.findRole(role, said);
  if (column === null) return null;
  const as = notedAs(role, column);
  if (as === null && said !== undefined) finder.problems.push(typeProblem(definition, role, column));
  return as === null ? null : { column: column.name, as };
}
