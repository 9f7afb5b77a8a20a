import { MersenneTwister } from '../../src/engine/split/mersenne-twister.ts';
import {
  isBeyondChance,
  isCountBeyondChance,
  type Pairs,
  type Stratum,
} from '../../src/promotion/statistics.ts';

/** How two models differ on the rows of a stratum. */
export interface Difference {
  readonly share: number;
  readonly rows: number;
  /** Probability that only the candidate is right about a row. */
  readonly gain: number;
  /** Probability that only production is right. */
  readonly loss: number;
}

/**
 * Returns the share of comparisons of two models that end in a promotion, with `min-gain: 0`, by simulation.
 *
 * @param runs comparisons that are simulated
 */
export function promotedShare(
  strata: readonly Difference[],
  { runs, alpha = 0.05, seed = 1 }: { runs: number; alpha?: number; seed?: number },
): number {
  const random = new MersenneTwister(seed);
  let promoted = 0;
  for (let run = 0; run < runs; run++) {
    const drawn = strata.map((each) => ({ share: each.share, ...draw(each, random) }));
    if (isCountBeyondChance(drawn, alpha)) promoted++;
  }
  return promoted / runs;
}

function draw({ rows, gain, loss }: Difference, random: MersenneTwister): Pairs {
  const uniform = () => (random.uint32() + 0.5) / 2 ** 32;
  const differs = gain + loss;
  let [gained, lost] = [0, 0];
  if (differs === 0) return { rows, gained, lost };
  // The rows between two that differ are geometrically distributed.
  const gap = () => (differs >= 1 ? 0 : Math.floor(Math.log(uniform()) / Math.log1p(-differs)));
  for (let row = gap(); row < rows; row += 1 + gap()) {
    if (uniform() * differs < gain) gained++;
    else lost++;
  }
  return { rows, gained, lost };
}

/** Spans of a row: those of its label, and for both models those that are right and those that are predicted. */
export interface SpanRow {
  readonly labelled: number;
  readonly production: readonly [right: number, predicted: number];
  readonly candidate: readonly [right: number, predicted: number];
}

/** A stratum of rows with spans. */
export interface SpanRows {
  readonly share: number;
  readonly rows: number;
  readonly draw: (uniform: () => number) => SpanRow;
}

/** Returns the share of comparisons of two models of spans that end in a promotion, as {@link promotedShare} does. */
export function promotedSpanShare(
  strata: readonly SpanRows[],
  { runs, alpha = 0.05, seed = 1 }: { runs: number; alpha?: number; seed?: number },
): number {
  const random = new MersenneTwister(seed);
  const uniform = () => (random.uint32() + 0.5) / 2 ** 32;
  let promoted = 0;
  for (let run = 0; run < runs; run++) {
    if (
      isBeyondChance(
        strata.map((each) => drawSpans(each, uniform)),
        'spans',
        alpha,
      )
    )
      promoted++;
  }
  return promoted / runs;
}

function drawSpans({ share, rows, draw: drawRow }: SpanRows, uniform: () => number): Stratum {
  const arrays = () => ({ production: new Float64Array(rows), candidate: new Float64Array(rows) });
  const [losses, sizes] = [arrays(), arrays()];
  for (let row = 0; row < rows; row++) {
    const drawn = drawRow(uniform);
    for (const model of ['production', 'candidate'] as const) {
      const [right, predicted] = drawn[model];
      sizes[model][row] = drawn.labelled + predicted;
      losses[model][row] = drawn.labelled + predicted - 2 * right;
    }
  }
  return { share, ...losses, sizes };
}
