import {
  type CorrectedShare,
  classShares,
  hasRightOnes,
  MOST_PAIRS,
  overallShare,
  type Predictions,
} from '../model/predictions.ts';
import type { DatasetVersion } from './published-version.ts';

/** A version that records what the model had predicted of its corrections. */
export type JudgedVersion = DatasetVersion & { readonly predictions: Predictions };

/**
 * What a share is a share of: the reviewed rows that have the same right class; or all corrections, where no version has
 * rows the model had got right.
 */
export type ShareBasis = 'right class' | 'corrections';

/** Rows the model had put into one class, and a person into one. */
export interface PairShare {
  /** Null for no prediction, or one of an unknown class. */
  readonly predicted: string | null;
  readonly right: string;
  readonly rows: number;
  /** Null where the version does not record what it is a share of. */
  readonly share: number | null;
}

/** Reviewed rows since the version before below which their share says nothing. */
const FEWEST_NEW_ROWS = 20;

export function isJudged(version: DatasetVersion): version is JudgedVersion {
  return version.predictions !== null;
}

/** What the shares of versions have in common, so that they can be compared. */
export function shareBasis(versions: readonly JudgedVersion[]): ShareBasis {
  return versions.some(({ predictions }) => hasRightOnes(predictions)) ? 'right class' : 'corrections';
}

/** Pairs of a version, right predictions included, by their key. */
export function pairShares(
  { predictions, classNames }: JudgedVersion,
  basis: ShareBasis,
): ReadonlyMap<string, PairShare> {
  const classes = classShares(predictions, classNames.length);
  const wholeOf = (right: number) => {
    if (basis === 'corrections') return predictions.corrected;
    const { reviewed, share } = classes[right];
    return hasRightOnes(predictions) && share !== null ? reviewed : 0;
  };
  const pairs = predictions.pairs.map(([id, right, rows]): PairShare => {
    const whole = wholeOf(right);
    const predicted = id === null ? null : classNames[id];
    return { predicted, right: classNames[right], rows, share: whole === 0 ? null : rows / whole };
  });
  return new Map(pairs.map((pair) => [keyOf(pair), pair]));
}

/** The same for the same classes in each version, whose ids may differ. */
export function keyOf({ predicted, right }: Pick<PairShare, 'predicted' | 'right'>): string {
  return JSON.stringify([predicted, right]);
}

/**
 * The share of a pair in a version that may not have it; null where that is not known.
 *
 * @param shares of that version, by {@link pairShares}
 */
export function shareIn(
  version: JudgedVersion,
  shares: ReadonlyMap<string, PairShare>,
  pair: PairShare,
  basis: ShareBasis,
): number | null {
  const found = shares.get(keyOf(pair));
  if (found !== undefined) return found.share;
  if (version.predictions.pairs.length === MOST_PAIRS) return null;
  const right = classSharesOf(version, basis).get(pair.right);
  return right === undefined ? null : 0;
}

/** Of the rows of each class, by its name, those the model had put elsewhere; only classes of which that is known. */
export function classSharesOf(
  { predictions, classNames }: JudgedVersion,
  basis: ShareBasis,
): ReadonlyMap<string, CorrectedShare> {
  const isKnown = basis === 'corrections' ? predictions.corrected > 0 : hasRightOnes(predictions);
  if (!isKnown) return new Map();
  const shares = classShares(predictions, classNames.length);
  const named = shares.map((share, id): [string, CorrectedShare] => [classNames[id], share]);
  return new Map(named.filter(([, { share }]) => basis === 'corrections' || share !== null));
}

/** Of all reviewed rows of each version, those the model had got wrong; null where only such rows were read. */
export function overallShares(versions: readonly DatasetVersion[]): (CorrectedShare | null)[] {
  return versions.map(({ predictions }) =>
    predictions !== null && hasRightOnes(predictions) ? overallShare(predictions) : null,
  );
}

/**
 * The same of the rows alone that were reviewed since the version before that records them. Null where rows were removed, or
 * where they are too few to say anything.
 */
export function newShares(versions: readonly DatasetVersion[]): (CorrectedShare | null)[] {
  let before: CorrectedShare | null = null;
  return overallShares(versions).map((now) => {
    const from = before;
    before = now ?? before;
    if (now === null || from === null) return null;
    const [reviewed, corrected] = [now.reviewed - from.reviewed, now.corrected - from.corrected];
    const isGrowth = reviewed >= FEWEST_NEW_ROWS && corrected >= 0 && corrected <= reviewed;
    return isGrowth ? { reviewed, corrected, share: corrected / reviewed } : null;
  });
}
