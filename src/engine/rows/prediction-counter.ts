import { comparePairs, MOST_PAIRS, type PredictedPair, type Predictions } from '../../model/predictions.ts';
import type { DatasetShape, RowLayout } from '../../model/shape.ts';
import { ClassLabeller, UNKNOWN_CLASS } from './label.ts';
import { originCode } from './row-origin.ts';
import type { Fields } from './shared-identity.ts';

/** Counts the predictions of a dataset; null if its corrections have none. */
export function countPredictions(
  shape: Pick<DatasetShape, 'classNames' | 'isFolded'>,
  { predicted, values }: Pick<RowLayout, 'predicted' | 'values'>,
): PredictionCounter | null {
  return predicted === null ? null : new PredictionCounter(shape, predicted, values[0]);
}

const [UNKNOWN, WRONG, RIGHT] = [originCode('unknown'), originCode('wrong'), originCode('right')];

/** Classes of which every pair has a count from the start. */
const MOST_FLAT = 256;

/**
 * Counts the prediction of each correction that has a known class, whatever happens to its text. A pair is a number:
 * the prediction, 0 for an unknown class and else one more than its id, times the classes, plus the right class.
 */
export class PredictionCounter {
  readonly #classes: number;
  readonly #predictedField: number;
  readonly #labelField: number;
  readonly #labeller: ClassLabeller;
  /** Rows by pair; of many classes only the pairs that were met. */
  readonly #flat: Float64Array | null;
  readonly #sparse = new Map<number, number>();

  constructor(
    shape: Pick<DatasetShape, 'classNames' | 'isFolded'>,
    predictedField: number,
    labelField: number,
  ) {
    this.#classes = shape.classNames.length;
    this.#predictedField = predictedField;
    this.#labelField = labelField;
    this.#labeller = new ClassLabeller(shape.classNames, shape);
    this.#flat = this.#classes > MOST_FLAT ? null : new Float64Array((this.#classes + 1) * this.#classes);
  }

  /** Takes one correction. @returns the code of its origin */
  add(row: Fields): number {
    const corrected = this.#find(row[this.#labelField]);
    if (corrected === UNKNOWN_CLASS) return UNKNOWN;
    const name = row[this.#predictedField];
    const predicted = this.#find(name);
    const pair = (1 + predicted) * this.#classes + corrected;
    if (this.#flat !== null) this.#flat[pair]++;
    else this.#sparse.set(pair, 1 + (this.#sparse.get(pair) ?? 0));
    if (name === null) return UNKNOWN;
    return predicted === corrected ? RIGHT : WRONG;
  }

  counts(): Predictions {
    const pairs: PredictedPair[] = [];
    let reviewed = 0;
    let corrected = 0;
    for (const [pair, rows] of (this.#flat ?? this.#sparse).entries()) {
      if (rows === 0) continue;
      const predicted = Math.floor(pair / this.#classes) - 1;
      const right = pair % this.#classes;
      reviewed += rows;
      if (predicted !== right) corrected += rows;
      pairs.push([predicted === UNKNOWN_CLASS ? null : predicted, right, rows]);
    }
    return { reviewed, corrected, pairs: pairs.sort(comparePairs).slice(0, MOST_PAIRS) };
  }

  #find(name: Uint8Array | null): number {
    return name === null ? UNKNOWN_CLASS : this.#labeller.find(name);
  }
}
