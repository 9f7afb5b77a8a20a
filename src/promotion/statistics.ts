import { MersenneTwister } from '../engine/split/mersenne-twister.ts';
import { logChoose } from '../gates/fisher.ts';

/** Rows of which one model is right and the other is wrong, and all rows that both predicted. */
export interface Pairs {
  readonly rows: number;
  /** Rows of which only the candidate is right. */
  readonly gained: number;
  /** Rows of which only production is right. */
  readonly lost: number;
}

/** What losses are: 0 or 1 for right and wrong predictions, errors of numbers, or numbers of wrong spans. */
export type LossKind = 'right' | 'number' | 'spans';

/** Rows that represent one part of a population. */
export interface Stratum {
  /** Part of the population that the rows represent, from 0 to 1; the shares of all strata add up to 1. */
  readonly share: number;
  /** Loss of production by row: 0 for a right prediction and 1 for a wrong one, the error of a number, or wrong spans. */
  readonly production: Float64Array;
  /** Loss of the candidate by row, in the same order. */
  readonly candidate: Float64Array;
  /** What the losses are divided by: spans by row, of the label and of the prediction. If missing, losses are divided by rows. */
  readonly sizes?: Readonly<Record<'production' | 'candidate', Float64Array>>;
}

/** The ends of a confidence interval. */
export type Interval = readonly [low: number, high: number];

/** Counts the rows that only one of two models is right about. */
export function pairsOf({ production, candidate }: Pick<Stratum, 'production' | 'candidate'>): Pairs {
  let [gained, lost] = [0, 0];
  for (let row = 0; row < production.length; row++) {
    if (candidate[row] < production[row]) gained++;
    else if (candidate[row] > production[row]) lost++;
  }
  return { rows: production.length, gained, lost };
}

/** Returns the mean of some numbers; NaN for none. */
function mean(values: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < values.length; index++) sum += values[index];
  return sum / values.length;
}

/**
 * Returns the mean loss of the population: the mean of each stratum, weighted by the stratum's share (D. G. Horvitz and D. J.
 * Thompson, "A generalization of sampling without replacement from a finite universe", JASA 1952, for strata of which each is
 * sampled at one rate). The loss of spans is the ratio of two such means (W. G. Cochran, "Sampling techniques", 1977, section 6.11):
 * wrong spans to spans, which is 1 minus the F1 score over all spans; 0 if there are none.
 */
export function weightedLoss(strata: readonly Stratum[], of: 'production' | 'candidate'): number {
  const losses = strata.reduce((sum, stratum) => sum + stratum.share * mean(stratum[of]), 0);
  return ratio(losses, weightedSize(strata, of));
}

/** Returns what a weighted mean of losses is divided by: 1, or the weighted mean of the sizes of all rows. */
function weightedSize(strata: readonly Stratum[], of: 'production' | 'candidate'): number {
  if (strata.some(({ sizes }) => sizes === undefined)) return 1;
  return strata.reduce((sum, { share, sizes }) => sum + share * mean(sizes![of]), 0);
}

function ratio(losses: number, size: number): number {
  return size === 0 ? 0 : losses / size;
}

/**
 * Returns the two-sided p-value of McNemar's exact test: how likely rows as uneven as these are if neither model is better (Q.
 * McNemar, "Note on the sampling error of the difference between correlated proportions", Psychometrika 1947; A. L. Edwards,
 * 1948).
 */
export function exactMcNemar({ gained, lost }: Pairs): number {
  return Math.min(1, 2 * upperTail(Math.max(gained, lost), gained + lost));
}

/** Returns the probability that at least `least` of `n` tosses of a coin are heads; exact where `least` is at least the mean. */
function upperTail(least: number, n: number, heads = 0.5): number {
  let term = Math.exp(logChoose(n, least) + least * Math.log(heads) + (n - least) * Math.log1p(-heads));
  let tail = 0;
  for (let count = least; count <= n && term > 1e-17 * tail; count++) {
    tail += term;
    term *= ((n - count) / (count + 1)) * (heads / (1 - heads));
  }
  return Math.min(1, tail);
}

/**
 * Returns whether the gain of a population is beyond chance: if the candidate is in truth no better, the answer is true with a
 * probability of at most `alpha`. Of one stratum of right and wrong predictions the one-sided exact McNemar test decides.
 * Otherwise a lower bound of the gain decides, see {@link lowestGain}.
 *
 * @param alpha from 0 to 0.5
 */
export function isBeyondChance(strata: readonly Stratum[], kind: LossKind, alpha: number): boolean {
  if (kind === 'number') return lowestNumericGain(strata, alpha) > 0;
  if (kind === 'spans') return lowestSpanGain(strata, alpha) > 0;
  return isCountBeyondChance(
    strata.map((stratum) => ({ share: stratum.share, ...pairsOf(stratum) })),
    alpha,
  );
}

/**
 * Combined bounds are approximate: at confidence 1 − `alpha`, up to 1.3 times `alpha` of equal models would be promoted. At this
 * part of `alpha` at most `alpha` are, in each case that the tests compute.
 */
const CAUTION = 0.7;

/** Returns the same of strata whose rows have been counted. */
export function isCountBeyondChance(
  strata: readonly (Pairs & Pick<Stratum, 'share'>)[],
  alpha: number,
): boolean {
  if (strata.length > 1) return lowestGain(strata, CAUTION * alpha) > 0;
  const [{ gained, lost }] = strata;
  return gained > lost && upperTail(gained, gained + lost) <= alpha;
}

/**
 * Returns the one-sided lower bound, at confidence 1 − `alpha`, of the weighted gain in accuracy. Each stratum has a score
 * bound, which is right also where no row was lost (T. Tango, "Equivalence test and confidence interval for the difference in
 * proportions for the paired-sample design", Statistics in Medicine 1998), or a lower exact one where no row was gained (see
 * {@link highestShare}). The bounds are combined by the method of variance estimates recovery (G. Y. Zou and A. Donner,
 * "Construction of confidence limits about effect measures", Statistics in Medicine 2008): a bootstrap alone would take a
 * stratum without a lost row for one that cannot lose any.
 */
export function lowestGain(strata: readonly (Pairs & Pick<Stratum, 'share'>)[], alpha: number): number {
  const z = normalQuantile(1 - alpha);
  let [gain, square] = [0, 0];
  for (const stratum of strata) {
    const { share, rows, gained, lost } = stratum;
    const own = (gained - lost) / rows;
    const score = tangoBound(stratum, z);
    const bound = gained > 0 ? score : Math.min(score, -highestShare(lost, rows, alpha));
    gain += share * own;
    square += (share * (own - bound)) ** 2;
  }
  return gain - Math.sqrt(square);
}

/**
 * Returns the exact upper bound, at confidence 1 − `alpha`, of the share that `count` of `rows` come from (C. J. Clopper and E.
 * S. Pearson, "The use of confidence or fiducial limits illustrated in the case of the binomial", Biometrika 1934).
 */
export function highestShare(count: number, rows: number, alpha: number): number {
  let [low, high] = [count / rows, 1];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (upperTail(rows - count, rows, 1 - middle) > alpha) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Returns the lower bound of the gain of errors by the normal distribution: at least 100 rows decide. */
function lowestNumericGain(strata: readonly Stratum[], alpha: number): number {
  let [gain, variance] = [0, 0];
  for (const { share, production, candidate } of strata) {
    const gains = production.map((loss, row) => loss - candidate[row]);
    const own = mean(gains);
    gain += share * own;
    variance += (share ** 2 * mean(gains.map((each) => (each - own) ** 2))) / (gains.length - 1);
  }
  return gain - normalQuantile(1 - alpha) * Math.sqrt(variance);
}

/**
 * Returns the one-sided lower bound, at confidence 1 − `alpha`, of the weighted gain in the F1 score of spans. The score is a ratio, so
 * each row counts by its part in the linearised difference (Cochran 1977, section 6.11). A variance that is estimated from few changed
 * rows is too small, and 0 in a stratum without one. So the bound of each stratum is that of E. B. Wilson's score interval of a rare
 * change ("Probable inference", JASA 1927), of the mean square size of all changes; of a stratum without a change it is Tango's. The
 * bounds are combined as in {@link lowestGain}.
 */
function lowestSpanGain(strata: readonly Stratum[], alpha: number): number {
  const z = normalQuantile(1 - alpha);
  const models = ['production', 'candidate'] as const;
  const [before, after] = models.map((of) => weightedLoss(strata, of));
  const [sizeBefore, sizeAfter] = models.map((of) => weightedSize(strata, of));
  let [changes, squares] = [0, 0];
  const parts = strata.map(({ production, candidate, sizes }) =>
    production.map((loss, row) => {
      const [size, newSize] = [sizes?.production[row] ?? 1, sizes?.candidate[row] ?? 1];
      const part =
        ratio(loss - before * size, sizeBefore) - ratio(candidate[row] - after * newSize, sizeAfter);
      if (loss !== candidate[row] || size !== newSize) {
        changes++;
        squares += part ** 2;
      }
      return part;
    }),
  );
  if (changes === 0) return 0;
  const change = Math.sqrt(squares / changes);
  let distance = 0;
  for (const [index, { share }] of strata.entries()) {
    const own = parts[index];
    const center = mean(own);
    const variance = mean(own.map((part) => (part - center) ** 2)) / own.length;
    const rare = (z ** 2 * change) / (2 * own.length);
    distance += (share * (rare + Math.sqrt(z ** 2 * variance + rare ** 2))) ** 2;
  }
  return before - after - Math.sqrt(distance);
}

/**
 * Returns Tango's lower score bound of the difference between the accuracies of two models on the same rows.
 *
 * @param z quantile of the normal distribution, 1.645 for a one-sided bound at 95 %
 */
export function tangoBound({ rows, gained, lost }: Pairs, z: number): number {
  const estimate = (gained - lost) / rows;
  /** The score statistic: by how many standard errors the estimate is above a difference, if that were true. */
  const score = (difference: number) => {
    const a = 2 * rows;
    const b = -gained - lost + (2 * rows - gained + lost) * difference;
    const c = -lost * difference * (1 - difference);
    const lostShare = (Math.sqrt(Math.max(0, b * b - 4 * a * c)) - b) / (2 * a);
    const variance = rows * (2 * lostShare + difference * (1 - difference));
    const distance = gained - lost - rows * difference;
    return variance <= 0 ? (distance > 0 ? Number.POSITIVE_INFINITY : 0) : distance / Math.sqrt(variance);
  };
  let [low, high] = [-1, estimate];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (score(middle) > z) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Returns the quantile of the standard normal distribution, by bisection. @param p from 0 to 1, exclusive */
export function normalQuantile(p: number): number {
  let [low, high] = [-8, 8];
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2;
    if (normalBelow(middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Distribution function by its series (G. Marsaglia, "Evaluating the normal distribution", J. Stat. Software 2004). */
function normalBelow(x: number): number {
  let [sum, term, before] = [x, x, 0];
  for (let odd = 3; sum !== before; odd += 2) {
    before = sum;
    term *= (x * x) / odd;
    sum += term;
  }
  return 0.5 + sum * Math.exp(-0.5 * x * x - 0.5 * Math.log(2 * Math.PI));
}

/** Resamples, and the seed of the generator that draws them: the same predictions give the same intervals. */
const RESAMPLES = 2000;
const SEED = 42;
/** Draws at most: of more rows than this allows, fewer resamples are drawn. */
const MOST_DRAWS = 2e8;

/**
 * Returns 95 % confidence intervals of the weighted losses and of the gain by the stratified percentile bootstrap: each
 * resample draws from every stratum as many rows as it has, with replacement (B. Efron and R. J. Tibshirani, "An introduction
 * to the bootstrap", 1993, chapters 8 and 13). The seed is fixed.
 */
export function bootstrapIntervals(
  strata: readonly Stratum[],
): Readonly<Record<'production' | 'candidate' | 'gain', Interval>> {
  const random = new MersenneTwister(SEED);
  const rows = strata.reduce((sum, { production }) => sum + production.length, 0);
  const resamples = Math.max(200, Math.min(RESAMPLES, Math.floor(MOST_DRAWS / rows)));
  const [production, candidate] = [new Float64Array(resamples), new Float64Array(resamples)];
  for (let resample = 0; resample < resamples; resample++) {
    let [sizeOfProduction, sizeOfCandidate] = [0, 0];
    for (const { share, sizes, ...stratum } of strata) {
      const { length } = stratum.production;
      let [ofProduction, ofCandidate] = [0, 0];
      let [spansOfProduction, spansOfCandidate] = sizes === undefined ? [length, length] : [0, 0];
      for (let drawn = 0; drawn < length; drawn++) {
        const row = Math.floor((random.uint32() / 2 ** 32) * length);
        ofProduction += stratum.production[row];
        ofCandidate += stratum.candidate[row];
        if (sizes === undefined) continue;
        spansOfProduction += sizes.production[row];
        spansOfCandidate += sizes.candidate[row];
      }
      production[resample] += (share * ofProduction) / length;
      candidate[resample] += (share * ofCandidate) / length;
      sizeOfProduction += (share * spansOfProduction) / length;
      sizeOfCandidate += (share * spansOfCandidate) / length;
    }
    if (strata[0].sizes === undefined) continue;
    production[resample] = ratio(production[resample], sizeOfProduction);
    candidate[resample] = ratio(candidate[resample], sizeOfCandidate);
  }
  const gain = production.map((loss, resample) => loss - candidate[resample]);
  return { production: middle95(production), candidate: middle95(candidate), gain: middle95(gain) };
}

/** Returns the 2.5th and the 97.5th percentile, interpolated linearly as NumPy does. */
function middle95(values: Float64Array): Interval {
  const sorted = values.toSorted();
  const at = (share: number) => {
    const place = share * (sorted.length - 1);
    const below = Math.floor(place);
    const above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  };
  return [at(0.025), at(0.975)];
}
