import type { ReadColumns, ResolvedDataset } from '../config/resolve.ts';
import type { ReadingPlan } from '../engine/engine.ts';
import type { ReadColumn } from '../model/selection.ts';
import type { RowLayout } from '../model/shape.ts';
import { TASKS } from '../model/tasks.ts';
import type { DescribedTarget } from './describe-targets.ts';

/** A dataset to read, as the server describes its columns. */
type PlannedTarget = Pick<DescribedTarget, 'target' | 'resolved'>;

/**
 * Combines datasets that are read at once: those with the same source, seed and order, so that a row is ranked, sent
 * and cleaned once for all of them. Scikit-learn's split depends on the order of a dataset's rows, so with it each
 * dataset is read separately.
 *
 * @param now instant after which the time of a correction counts as future, with a tolerance of a few minutes
 */
export function planReading(targets: readonly PlannedTarget[], now: Date): ReadingPlan[] {
  const groups = new Map<string, PlannedTarget[]>();
  const sources = [...new Set(targets.map(({ target }) => target.definition.source))];
  for (const [index, entry] of targets.entries()) {
    const { target, resolved } = entry;
    const { split_method: method, random_state: seed } = target.parameters;
    const source = sources.indexOf(target.definition.source);
    const alone = method === 'stable' ? null : index;
    const key = JSON.stringify([source, resolved.corrections.id, resolved.confirmed?.id, seed, alone]);
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  const until = now.getTime() / 1000 + MOST_CLOCK_SKEW_S;
  return [...groups.values()].map((group) => planGroup(group, until));
}

/** A column of the corrections, and its source in the confirmed rows; null if these have none. */
interface FieldPair {
  readonly corrections: ReadColumn;
  readonly confirmed: ReadColumn | null;
}

/** Seconds by which the clock of the database may be ahead of the clock of the runner. */
const MOST_CLOCK_SKEW_S = 300;

/** @param until the last instant that is not in the future, in seconds since 1970 */
function planGroup(group: readonly PlannedTarget[], until: number): ReadingPlan {
  const [{ target: first, resolved }] = group;
  const fields = new FieldList();
  // First the fields that show which dataset a row belongs to: of rows with the same id, those whose fields come first
  // are sampled.
  for (const { resolved: dataset } of group) memberOf(dataset, fields);
  const datasets = group.map(({ target, resolved: dataset }) => ({
    shape: dataset.shape,
    layout: layoutOf(dataset, fields, until),
    // The rows of the built-in datasets are those of the service that this action replaces.
    isIdItem: target.definition.source.origin !== 'built-in',
    annotators: target.trust.annotators,
    pii: target.trust.pii,
    shares: target.fractions,
  }));
  const members = datasets.map(({ layout }) => layout.member);
  const shared = { members: members.every((member) => member !== null) ? members : null };
  const { source } = first.definition;
  const origin = { source, datasets: group.map(({ target }) => target.definition.name) };
  return {
    targets: group.map(({ target }) => target),
    datasets,
    corrections: {
      ...shared,
      origin: { ...origin, part: 'corrections' },
      sql: source.corrections.sql,
      id: resolved.corrections.id,
      fields: fields.pairs.map(({ corrections }) => corrections),
    },
    confirmed:
      source.confirmed === null || resolved.confirmed === null
        ? null
        : {
            ...shared,
            origin: { ...origin, part: 'confirmed' },
            sql: source.confirmed.sql,
            id: resolved.confirmed.id,
            fields: fields.pairs.map(({ confirmed }) => confirmed),
          },
    seed: first.parameters.random_state,
    ordered: first.parameters.split_method === 'sklearn',
  };
}

/**
 * Returns the position of the field that is NULL in a row of another dataset; null if every row belongs to the dataset.
 */
function memberOf({ definition, corrections, confirmed }: ResolvedDataset, fields: FieldList): number | null {
  if (TASKS[definition.task].value === null) return null;
  return fields.positionOf({
    corrections: corrections.values[0],
    confirmed: confirmed?.values[0] ?? null,
  });
}

function layoutOf(dataset: ResolvedDataset, fields: FieldList, until: number): RowLayout {
  const { corrections, confirmed } = dataset;
  const all = (key: keyof Pick<ReadColumns, 'texts' | 'values'>) =>
    corrections[key].map((column, index) =>
      fields.positionOf({ corrections: column, confirmed: confirmed?.[key][index] ?? null }),
    );
  const noted = (read: ReadColumn | null) =>
    read === null ? null : fields.positionOf({ corrections: read, confirmed: null });
  const { group, predicted, annotator, time } = corrections;
  const texts = all('texts');
  const jsonTexts = texts.filter((_, index) => corrections.texts[index].as === 'json');
  const [annotatorField, timeField] = [noted(annotator), noted(time)];
  return {
    texts,
    ...(jsonTexts.length === 0 ? {} : { jsonTexts }),
    values: all('values'),
    member: memberOf(dataset, fields),
    group:
      group === null ? null : fields.positionOf({ corrections: group, confirmed: confirmed?.group ?? null }),
    id: fields.positionOf({
      corrections: { column: corrections.id, as: 'text' },
      confirmed: confirmed === null ? null : { column: confirmed.id, as: 'text' },
    }),
    predicted: noted(predicted),
    annotator: annotatorField,
    time: timeField === null ? null : { field: timeField, isInstant: time?.as === 'time', until },
  };
}

/** The fields of a row, each once. */
class FieldList {
  readonly pairs: FieldPair[] = [];
  readonly #positions = new Map<string, number>();

  positionOf(pair: FieldPair): number {
    const key = JSON.stringify(pair);
    const known = this.#positions.get(key);
    if (known !== undefined) return known;
    this.#positions.set(key, this.pairs.length);
    return this.pairs.push(pair) - 1;
  }
}
