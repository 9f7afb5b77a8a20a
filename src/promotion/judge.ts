import type { TaskComparison } from '../model/tasks.ts';
import type { Population } from '../version/metadata.ts';
import {
  bootstrapIntervals,
  exactMcNemar,
  type Interval,
  isBeyondChance,
  type LossKind,
  type Pairs,
  pairsOf,
  type Stratum,
  weightedLoss,
} from './statistics.ts';

/** Where a row of a test split comes from: a person reviewed it, or nobody corrected it. */
export type Source = 'reviewed' | 'confirmed';
const SOURCES = ['reviewed', 'confirmed'] as const;

/**
 * Which rows decide: all `reviewed` rows, as right predictions were reviewed too; `weighted` both strata by their shares of the
 * population; `unknown` both strata, of which nobody knows the shares; `errors` only rows that production got wrong.
 */
type Basis = 'reviewed' | 'weighted' | 'unknown' | 'errors';

/** A row of a test split as it is compared. */
export interface ComparedRow {
  readonly source: Source;
  /** Classes that the label names, one for each span; empty for a task without classes. */
  readonly labels: readonly number[];
  /** Classes that a model predicted, and its loss; null for production when there is none. */
  readonly candidate: Prediction;
  readonly production: Prediction | null;
}

export interface Prediction {
  /** Classes that were predicted, one for each span. */
  readonly classes: readonly number[];
  /** Those of the label that the prediction has too. */
  readonly found: readonly number[];
  /** 0 for a right prediction and 1 for a wrong one, the absolute error of a number, or the number of spans that are wrong. */
  readonly loss: number;
  /** What the losses of all rows are divided by: 1, or the number of spans of the label and of the prediction. */
  readonly size: number;
}

/** What a person allows. */
export interface Rule {
  /** Probability at most with which a candidate that is not better is promoted, from 0 to 0.5. */
  readonly alpha: number;
  /** Smallest gain that is worth a promotion: of accuracy as a share, or of an error in its own unit. */
  readonly minGain: number;
  /** Largest loss of the recall of a class, as a share. */
  readonly maxClassDrop: number;
}

/** How both models did on the rows of one source; production is null for a first model. */
interface StratumResult extends Pairs {
  readonly source: Source;
  /** Part of the population, null where nobody knows. */
  readonly share: number | null;
  readonly decides: boolean;
  /** Mean losses; of spans, 1 minus their F1 score. */
  readonly production: number | null;
  readonly candidate: number;
  /** P-value of McNemar's exact test; null for numbers and spans, and for a first model. */
  readonly chance: number | null;
}

/** How both models did on one class, over the rows that decide. */
interface ClassResult {
  readonly id: number;
  readonly rows: number;
  readonly production: number | null;
  readonly candidate: number;
  /** True where it has enough rows to count. */
  readonly isJudged: boolean;
}

type Reason =
  | 'first-model'
  | 'better'
  | 'too-few-rows'
  | 'only-errors'
  | 'no-gain'
  | 'below-min-gain'
  | 'chance'
  | 'class-drop';

/** The comparison of two models, and what follows from it. */
export interface Verdict {
  readonly decision: 'promoted' | 'kept' | 'too-few-rows';
  readonly reason: Reason;
  readonly basis: Basis;
  readonly strata: readonly StratumResult[];
  /** Mean losses of the population, null where its shares are not known. */
  readonly estimate: {
    readonly production: number | null;
    readonly candidate: number;
    readonly gain: number | null;
    readonly intervals: Readonly<Record<'production' | 'candidate' | 'gain', Interval>>;
  } | null;
  readonly classes: readonly ClassResult[];
  /** Macro F1 over the rows that decide; null for a task without classes, or for a first model. */
  readonly macroF1: { readonly production: number | null; readonly candidate: number } | null;
}

/** Rows that decide, below which no decision is made. */
export const LEAST_ROWS = 100;
/** Rows that each stratum must have where both decide. */
export const LEAST_OF_STRATUM = 20;
/** Rows of a class, below which its recall decides nothing. */
export const LEAST_OF_CLASS = 10;

/**
 * Decides whether a candidate takes the place of the model in production; the rules are a table in
 * docs/reference/promote-model.md.
 *
 * @param rows all rows of the test split
 * @param population what its version was sampled from; null where the version does not say
 * @param classes how many there are
 */
export function judge(
  rows: readonly ComparedRow[],
  {
    compares,
    population,
    rule,
    classes,
  }: {
    compares: NonNullable<TaskComparison>;
    population: Population | null;
    rule: Rule;
    classes: number;
  },
): Verdict {
  const isFirst = rows.every(({ production }) => production === null);
  const basis = basisOf(rows, population);
  const shares = sharesOf(basis, population);
  const kind = compares === 'number' || compares === 'spans' ? compares : 'right';
  const strata = SOURCES.flatMap((source) => {
    const own = rows.filter((row) => row.source === source);
    return own.length === 0 ? [] : [{ source, ...lossesOf(own, kind), share: shares[source] }];
  });
  const deciding = strata.filter(({ source }) => basis !== 'reviewed' || source === 'reviewed');
  const weightOf = (source: Source) => {
    const stratum = deciding.find((each) => each.source === source);
    return stratum === undefined ? 0 : (stratum.share ?? 0.5) / stratum.candidate.length;
  };
  const results = strata.map(({ source, share, ...losses }): StratumResult => {
    const pairs = pairsOf(losses);
    const alone = [{ ...losses, share: 1 }];
    return {
      source,
      ...pairs,
      share,
      decides: deciding.some((each) => each.source === source),
      production: isFirst ? null : weightedLoss(alone, 'production'),
      candidate: weightedLoss(alone, 'candidate'),
      chance: isFirst || kind !== 'right' ? null : exactMcNemar(pairs),
    };
  });
  const weighted = deciding.flatMap(({ share, ...losses }): Stratum[] =>
    share === null ? [] : [{ ...losses, share }],
  );
  const isEstimated = weighted.length === deciding.length && weighted.length > 0;
  const [production, candidate] = isEstimated
    ? [weightedLoss(weighted, 'production'), weightedLoss(weighted, 'candidate')]
    : [0, 0];
  const gain = isFirst || !isEstimated ? null : production - candidate;
  const byClass = classResults(rows, { classes, weightOf, isFirst });
  const shared = {
    basis,
    strata: results,
    estimate: isEstimated
      ? {
          production: isFirst ? null : production,
          candidate,
          gain,
          intervals: bootstrapIntervals(weighted),
        }
      : null,
    classes: byClass,
    macroF1: classes === 0 ? null : macroF1(rows, { classes, weightOf, isFirst }),
  };
  const end = (decision: Verdict['decision'], reason: Reason): Verdict => ({ decision, reason, ...shared });

  if (isFirst) return end('promoted', 'first-model');
  const decidingRows = deciding.reduce((sum, stratum) => sum + stratum.candidate.length, 0);
  const isThin = deciding.length > 1 && deciding.some((each) => each.candidate.length < LEAST_OF_STRATUM);
  if (decidingRows < LEAST_ROWS || isThin) return end('too-few-rows', 'too-few-rows');
  if (basis === 'errors') return end('kept', 'only-errors');
  // Where nobody knows the shares, the candidate must be better whatever they are.
  const cases = isEstimated ? [weighted] : deciding.map((each) => [{ ...each, share: 1 }]);
  const gains = cases.map((each) => weightedLoss(each, 'production') - weightedLoss(each, 'candidate'));
  if (gains.some((each) => each <= 0)) return end('kept', 'no-gain');
  if (gains.some((each) => each < rule.minGain)) return end('kept', 'below-min-gain');
  if (cases.some((each) => !isBeyondChance(each, kind, rule.alpha))) return end('kept', 'chance');
  if (byClass.some((each) => dropOf(each) > rule.maxClassDrop)) return end('kept', 'class-drop');
  return end('promoted', 'better');
}

/** Returns by how much the recall of a class fell; 0 where too few rows have it. */
export function dropOf({ production, candidate, isJudged }: ClassResult): number {
  return isJudged && production !== null ? production - candidate : 0;
}

function basisOf(rows: readonly ComparedRow[], population: Population | null): Basis {
  const has = (source: Source) => rows.some((row) => row.source === source);
  const right = population?.right ?? null;
  const corrections = population?.corrections ?? 0;
  // A few right rows among the errors do not make the reviewed rows a sample of all.
  if (right !== null && right >= corrections / 2 && has('reviewed')) return 'reviewed';
  if (!has('confirmed'))
    return right === null && population !== null && has('reviewed') ? 'reviewed' : 'errors';
  return population?.confirmed == null ? 'unknown' : 'weighted';
}

/** Parts of the population; null where nobody knows. */
function sharesOf(basis: Basis, population: Population | null): Record<Source, number | null> {
  if (basis === 'reviewed') return { reviewed: 1, confirmed: null };
  if (basis !== 'weighted' || population?.confirmed == null) return { reviewed: null, confirmed: null };
  const all = population.corrections + population.confirmed;
  return { reviewed: population.corrections / all, confirmed: population.confirmed / all };
}

function lossesOf(
  rows: readonly ComparedRow[],
  kind: LossKind,
): Pick<Stratum, 'production' | 'candidate' | 'sizes'> {
  const of = (each: 'loss' | 'size') => ({
    candidate: Float64Array.from(rows, (row) => row.candidate[each]),
    production: Float64Array.from(rows, (row) => (row.production ?? row.candidate)[each]),
  });
  return kind === 'spans' ? { ...of('loss'), sizes: of('size') } : of('loss');
}

/** What is counted of classes: the weight of the rows that decide, by their source. */
interface Counting {
  readonly classes: number;
  readonly weightOf: (source: Source) => number;
  readonly isFirst: boolean;
}

/** Recall of each class that has rows among those that decide. */
function classResults(rows: readonly ComparedRow[], counting: Counting): ClassResult[] {
  const { classes, isFirst } = counting;
  const count = new Uint32Array(classes);
  for (const { source, labels } of rows) {
    if (counting.weightOf(source) > 0) for (const id of new Set(labels)) count[id]++;
  }
  const candidate = countClasses(rows, counting, (row) => row.candidate);
  const production = countClasses(rows, counting, (row) => row.production);
  return Array.from(count, (own, id) => ({
    id,
    rows: own,
    production: isFirst ? null : production.found[id] / production.labelled[id],
    candidate: candidate.found[id] / candidate.labelled[id],
    isJudged: own >= LEAST_OF_CLASS,
  })).filter((each) => each.rows > 0);
}

/** Mean over the classes of the F1 score; a class without labels and predictions does not count. */
function macroF1(rows: readonly ComparedRow[], counting: Counting): Verdict['macroF1'] {
  const of = (which: (row: ComparedRow) => Prediction | null) => {
    const { found, labelled, predicted } = countClasses(rows, counting, which);
    const scores = Array.from(found, (hits, id) => (2 * hits) / (labelled[id] + predicted[id])).filter(
      (score) => !Number.isNaN(score),
    );
    return scores.reduce((sum, score) => sum + score, 0) / scores.length;
  };
  return {
    candidate: of(({ candidate }) => candidate),
    production: counting.isFirst ? null : of(({ production }) => production),
  };
}

/** Weights of the rows or spans that have each class, that were predicted to have it, and both. */
function countClasses(
  rows: readonly ComparedRow[],
  { classes, weightOf }: Counting,
  which: (row: ComparedRow) => Prediction | null,
): Record<'found' | 'labelled' | 'predicted', Float64Array> {
  const weights = { reviewed: weightOf('reviewed'), confirmed: weightOf('confirmed') };
  const counts = {
    found: new Float64Array(classes),
    labelled: new Float64Array(classes),
    predicted: new Float64Array(classes),
  };
  for (const row of rows) {
    const weight = weights[row.source];
    const prediction = which(row);
    if (weight === 0) continue;
    for (const id of row.labels) counts.labelled[id] += weight;
    for (const id of prediction?.found ?? []) counts.found[id] += weight;
    for (const id of prediction?.classes ?? []) counts.predicted[id] += weight;
  }
  return counts;
}
