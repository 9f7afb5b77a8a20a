import { comparePairs, type PredictedPair, type Predictions } from '../../src/model/predictions.ts';
import type { DatasetMetadata } from '../../src/version/metadata.ts';

/** Predictions that are counted from their pairs. */
export function predictionsOf(pairs: readonly PredictedPair[]): Predictions {
  const sum = (of: readonly PredictedPair[]) => of.reduce((total, [, , rows]) => total + rows, 0);
  const corrected = sum(pairs.filter(([predicted, right]) => predicted !== right));
  return { reviewed: sum(pairs), corrected, pairs: pairs.toSorted(comparePairs) };
}

/** Metadata that also tell what the model had predicted. @param predictions of any form, as of any origin */
export function withPredictions(version: DatasetMetadata, predictions: unknown): DatasetMetadata {
  return { ...version, quality: Object.assign({}, version.quality, { predictions }) };
}

/**
 * Predictions of a model that gets better: as many corrections as each version read, ever fewer of them wrong.
 *
 * @param isCorrectedOnly whether the rows it had got right are not read
 */
export function improvingPredictions(
  versions: readonly DatasetMetadata[],
  { isCorrectedOnly = false } = {},
): DatasetMetadata[] {
  return versions.map((version, index) => {
    const classes = Object.keys(version.label_map).length;
    const rows = Math.max(40, version.source.reviewed_rows);
    const pairs = Array.from({ length: classes }, (_, right) => {
      const ofClass = Math.round(rows / (right + 1.5));
      const wrong = Math.round(ofClass * (0.2 + 0.4 / (1 + index / 8 + (right % 3))));
      const near = Math.round(wrong * 0.6);
      const elsewhere: PredictedPair[] = [
        [(right + 1) % classes, right, near],
        [(right + 2) % classes, right, wrong - near],
        [null, right, right === 0 ? 3 : 0],
      ];
      return isCorrectedOnly
        ? elsewhere
        : [...elsewhere, [right, right, ofClass - wrong] satisfies PredictedPair];
    }).flat();
    const isOnce = pairs.filter(
      ([predicted, right, count], at) =>
        count > 0 &&
        !(isCorrectedOnly && predicted === right) &&
        pairs.findIndex((other) => other[0] === predicted && other[1] === right) === at,
    );
    return withPredictions(version, predictionsOf(isOnce));
  });
}
