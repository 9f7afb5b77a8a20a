import { type RowSource, SPLIT_NAMES } from '../model/rows.ts';
import type { Bits } from './near-duplicates/bits.ts';
import type { RowPlace } from './near-duplicates/copy-search.ts';
import type { OrderedRow, OrderedRows } from './ordered-rows.ts';
import { originCode } from './rows/row-origin.ts';
import { firstClassIdIn } from './rows/values.ts';

/** A row whose label is probably wrong, by class ids. */
export interface Suspect {
  readonly place: RowPlace;
  readonly source: RowSource;
  readonly label: number;
  /** The class that the model considers more probable. */
  readonly suggested: number;
  /** The model's probability of the label, from 0 to 1. */
  readonly selfConfidence: number;
}

/** The rows that confident learning suspects. */
interface Suspects {
  readonly count: number;
  /** Those with the lowest self-confidence first, {@link MOST_SUSPECTS} at most. */
  readonly listed: readonly Suspect[];
}

/** Suspects that are listed. */
const MOST_SUSPECTS = 10_000;
/** By how much a probability may be below its class's threshold, as in cleanlab. */
const TOLERANCE = 1e-6;
const CONFIRMED = originCode('confirmed');

/**
 * Finds rows whose label is probably wrong by confident learning (Northcutt, Jiang and Chuang 2021, Confident Learning:
 * Estimating Uncertainty in Dataset Labels, https://doi.org/10.1613/jair.1.12125), as `find_label_issues(…,
 * filter_by="confident_learning")` of cleanlab does. The threshold of a class is the mean probability of the class over the
 * rows that have it as their label. Of the classes whose probability reaches their threshold, the most probable one of the
 * row is its likely class. A row is suspect if its likely class is not its label, nor its label the most probable class.
 *
 * @param rows rows without probabilities are left out
 * @param leftOut places in train of rows that are not published; null for none
 * @throws SpillError
 */
export function findSuspects(rows: OrderedRows, leftOut: Bits | null, most = MOST_SUSPECTS): Suspects {
  const thresholds = thresholdsOf(rows, leftOut);
  const worst = new Worst(most);
  let count = 0;
  forEachConfidence(rows, leftOut, (confidence, label, { row, place }) => {
    const suggested = likelyClass(confidence, thresholds);
    if (suggested === null || suggested === label || mostProbable(confidence) === label) return;
    count++;
    worst.add({
      place,
      source: row.origin === CONFIRMED ? 'confirmed' : 'corrections',
      label,
      suggested,
      selfConfidence: confidence[label],
    });
  });
  return { count, listed: worst.finish() };
}

/** Returns by class id the mean probability of the class over the rows with that label; infinite for a class without rows. */
function thresholdsOf(rows: OrderedRows, leftOut: Bits | null): Float64Array {
  const classes = rows.shape.classNames.length;
  const sums = new Float64Array(classes);
  const counts = new Float64Array(classes);
  forEachConfidence(rows, leftOut, (confidence, label) => {
    sums[label] += confidence[label];
    counts[label]++;
  });
  return sums.map((sum, classId) =>
    counts[classId] === 0 ? Number.POSITIVE_INFINITY : sum / counts[classId],
  );
}

/**
 * Returns the most probable class if several reach their thresholds, the one that does if it is one, and null if there is
 * none. The most probable class of all counts in the first case, even if it does not reach its own threshold, as in cleanlab.
 */
function likelyClass(confidence: Float32Array, thresholds: Float64Array): number | null {
  let only: number | null = null;
  for (let classId = 0; classId < confidence.length; classId++) {
    if (confidence[classId] < thresholds[classId] - TOLERANCE) continue;
    if (only !== null) return mostProbable(confidence);
    only = classId;
  }
  return only;
}

/** Returns the first of the most probable classes. */
function mostProbable(confidence: Float32Array): number {
  let best = 0;
  for (let classId = 1; classId < confidence.length; classId++)
    if (confidence[classId] > confidence[best]) best = classId;
  return best;
}

function forEachConfidence(
  rows: OrderedRows,
  leftOut: Bits | null,
  visit: (confidence: Float32Array, label: number, at: { row: OrderedRow; place: RowPlace }) => void,
): void {
  const confidence = new Float32Array(rows.shape.classNames.length);
  for (const split of SPLIT_NAMES) {
    rows.forEach(split, (row, place) => {
      if (split === 'train' && leftOut?.has(place)) return;
      if (!row.copyConfidence(confidence)) return;
      const label = row.values === null ? row.classId : firstClassIdIn(row.values);
      visit(confidence, label, { row, place: { split, place } });
    });
  }
}

/** Keeps the rows with the lowest self-confidence, in memory that does not depend on how many are added. */
class Worst {
  readonly #most: number;
  #rows: Suspect[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  add(row: Suspect): void {
    this.#rows.push(row);
    if (this.#rows.length >= 2 * this.#most) this.#cut();
  }

  finish(): readonly Suspect[] {
    this.#cut();
    return this.#rows;
  }

  /** The sort is stable, so that of equal ones the first of the dataset stay. */
  #cut(): void {
    this.#rows = this.#rows.sort((a, b) => a.selfConfidence - b.selfConfidence).slice(0, this.#most);
  }
}
