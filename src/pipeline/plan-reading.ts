import type { ReadColumns } from '../config/resolve.ts';
import type { ReadingPlan } from '../engine/engine.ts';
import type { ReadColumn } from '../model/selection.ts';
import type { RowLayout } from '../model/shape.ts';
import { TASKS } from '../model/tasks.ts';
import type { ResolvedTarget } from './describe-targets.ts';

/**
 * Combines datasets that are read at once: those with the same source, seed and order, so that a row is ranked, sent
 * and cleaned once for all of them. Scikit-learn's split depends on the order of a dataset's rows, so with it each
 * dataset is read separately.
 *
 * @param now instant after which the time of a correction counts as future, with a tolerance of a few minutes
 */
export function planReading(targets: readonly ResolvedTarget[], now: Date): ReadingPlan[] {
  const groups = new Map<string, ResolvedTarget[]>();
  const sources = [...new Set(targets.map(({ target }) => target.source))];
  for (const [index, entry] of targets.entries()) {
    const { target, corrections, confirmed } = entry;
    const { splitMethod, randomState } = target.settings;
    const source = sources.indexOf(target.source);
    const alone = splitMethod === 'stable' ? null : index;
    const key = JSON.stringify([source, corrections.id, confirmed?.id, randomState, alone]);
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
function planGroup(group: readonly ResolvedTarget[], until: number): ReadingPlan {
  const [{ target: first, corrections, confirmed }] = group;
  const fields = new FieldList();
  // First the fields that show which dataset a row belongs to: of rows with the same id, those whose fields come first
  // are sampled.
  for (const dataset of group) memberOf(dataset, fields);
  const layouts = group.map((dataset) => layoutOf(dataset, fields, until));
  const datasets = group.map((dataset, index) => {
    const { target, shape } = dataset;
    return {
      target,
      shape,
      // Probabilities come last, so that they do not decide which of the rows with the same id are sampled.
      layout: { ...layouts[index], ...confidenceOf(dataset, fields) },
      // The rows of the built-in datasets are those of the service that this action replaces.
      isIdItem: target.source.origin !== 'built-in',
      annotators: target.trust.annotators,
      pii: target.trust.pii,
      shares: target.fractions,
    };
  });
  const members = datasets.map(({ layout }) => layout.member);
  const shared = { members: members.every((member) => member !== null) ? members : null };
  const { source, settings } = first;
  const origin = { source, datasets: group.map(({ target }) => target.name) };
  return {
    datasets,
    corrections: {
      ...shared,
      origin: { ...origin, part: 'corrections' },
      sql: source.corrections.sql,
      id: corrections.id,
      fields: fields.pairs.map((pair) => pair.corrections),
    },
    confirmed:
      source.confirmed === null || confirmed === null
        ? null
        : {
            ...shared,
            origin: { ...origin, part: 'confirmed' },
            sql: source.confirmed.sql,
            id: confirmed.id,
            fields: fields.pairs.map((pair) => pair.confirmed),
          },
    seed: settings.randomState,
    ordered: settings.splitMethod === 'sklearn',
  };
}

/**
 * Returns the position of the field that is NULL in a row of another dataset; null if every row belongs to the dataset.
 */
function memberOf({ shape, corrections, confirmed }: ResolvedTarget, fields: FieldList): number | null {
  if (TASKS[shape.task].value === null) return null;
  return fields.positionOf({
    corrections: corrections.values[0],
    confirmed: confirmed?.values[0] ?? null,
  });
}

function layoutOf(dataset: ResolvedTarget, fields: FieldList, until: number): RowLayout {
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

function confidenceOf(
  { corrections, confirmed }: ResolvedTarget,
  fields: FieldList,
): Pick<RowLayout, 'confidence'> {
  if (corrections.confidence === null) return {};
  return {
    confidence: fields.positionOf({
      corrections: corrections.confidence,
      confirmed: confirmed?.confidence ?? null,
    }),
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
