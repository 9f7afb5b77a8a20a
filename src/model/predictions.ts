import { isCount } from '../text/json.ts';

/** Rows whose right class is `corrected` and whose prediction is `predicted`, by class ids. */
export type PredictedPair = readonly [
  /** Null for no prediction, or for one that is not a class. */
  predicted: number | null,
  corrected: number,
  rows: number,
];

/** Predictions of the corrections that were read. */
export interface Predictions {
  /** Corrections that have a known class. */
  readonly reviewed: number;
  /** Those whose prediction was another class, an unknown class, or NULL. */
  readonly corrected: number;
  /** At most {@link MOST_PAIRS}, each once, most rows first, then by ids; right predictions included. */
  readonly pairs: readonly PredictedPair[];
}

/** How many rows of a class, or of all, the model predicted wrongly. */
export interface CorrectedShare {
  readonly reviewed: number;
  readonly corrected: number;
  /** From 0 to 1; null without rows, or if some were left out. */
  readonly share: number | null;
}

export const MOST_PAIRS = 1000;

/** Most rows first, then by ids; no prediction is before class 0. */
export function comparePairs(a: PredictedPair, b: PredictedPair): number {
  return b[2] - a[2] || a[1] - b[1] || (a[0] ?? -1) - (b[0] ?? -1);
}

/** Returns whether rows with a right prediction were read too; otherwise the share of corrected rows means nothing. */
export function hasRightOnes({ reviewed, corrected }: Predictions): boolean {
  return corrected < reviewed;
}

/** Returns the share of all reviewed rows that had to be corrected. */
export function overallShare({ reviewed, corrected }: Predictions): CorrectedShare {
  return shareOf(reviewed, corrected);
}

/**
 * Returns by class id the share of its rows for which the model predicted another class. The shares are null if there
 * are more than {@link MOST_PAIRS} pairs, of which the rarest were left out.
 *
 * @param classes number of classes
 */
export function classShares({ reviewed: all, pairs }: Predictions, classes: number): CorrectedShare[] {
  const reviewed = new Float64Array(classes);
  const corrected = new Float64Array(classes);
  for (const [predicted, right, rows] of pairs) {
    if (right >= classes) continue;
    reviewed[right] += rows;
    if (predicted !== right) corrected[right] += rows;
  }
  const isWhole = reviewed.reduce((sum, count) => sum + count, 0) === all;
  return Array.from(reviewed, (count, id) => ({
    ...shareOf(count, corrected[id]),
    ...(isWhole ? {} : { share: null }),
  }));
}

/** Returns the change of a share since another, from −1 to 1; null if one of them is unknown. */
export function shareChange(now: CorrectedShare, before: CorrectedShare | null): number | null {
  const from = before?.share ?? null;
  return now.share === null || from === null ? null : now.share - from;
}

/** Returns the pairs of a wrong prediction and the right class, most rows first. */
export function confusions({ pairs }: Predictions): PredictedPair[] {
  return pairs.filter(([predicted, corrected]) => predicted !== corrected);
}

/**
 * Reads the predictions in the metadata of a version, of any origin.
 *
 * @param classes number of classes of that version
 * @returns null if they do not have the form of {@link Predictions}
 */
export function parsePredictions(value: unknown, classes: number): Predictions | null {
  if (typeof value !== 'object' || value === null) return null;
  const { reviewed, corrected, pairs } = value as Partial<Record<keyof Predictions, unknown>>;
  if (!isCount(reviewed) || !isCount(corrected) || corrected > reviewed) return null;
  if (!Array.isArray(pairs) || pairs.length > MOST_PAIRS) return null;
  const isClass = (id: unknown) => isCount(id) && id < classes;
  const isPair = (pair: unknown): pair is PredictedPair =>
    Array.isArray(pair) &&
    pair.length === 3 &&
    (pair[0] === null || isClass(pair[0])) &&
    isClass(pair[1]) &&
    isCount(pair[2]) &&
    pair[2] > 0;
  if (!pairs.every(isPair)) return null;
  const sum = (of: readonly PredictedPair[]) => of.reduce((total, [, , rows]) => total + rows, 0);
  const wrong = sum(pairs.filter(([predicted, right]) => predicted !== right));
  const isOnce = new Set(pairs.map(([predicted, right]) => `${predicted} ${right}`)).size === pairs.length;
  return isOnce && wrong <= corrected && sum(pairs) - wrong <= reviewed - corrected
    ? { reviewed, corrected, pairs }
    : null;
}

function shareOf(reviewed: number, corrected: number): CorrectedShare {
  return { reviewed, corrected, share: reviewed === 0 ? null : corrected / reviewed };
}
