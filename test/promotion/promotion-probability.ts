import { logChoose } from '../../src/gates/fisher.ts';
import { isCountBeyondChance } from '../../src/promotion/statistics.ts';
import type { Difference } from './simulation.ts';

/** What is left out of a distribution at either end. */
const NEGLIGIBLE = 1e-12;

/**
 * Returns the probability that a comparison of two models ends in a promotion, with `min-gain: 0`, from the binomial
 * distributions of the rows that only one model is right about.
 *
 * @param strata one, or two of which the candidate only gains rows in the first and only loses rows in the second
 */
export function promotionProbability(strata: readonly Difference[], alpha = 0.05): number {
  const [first, second] = strata;
  if (second === undefined) {
    const differing = first.gain + first.loss;
    return sumOver(binomial(first.rows, differing), (differ) =>
      tailOf(binomial(differ, first.gain / differing), (gained) =>
        isCountBeyondChance([{ ...first, gained, lost: differ - gained }], alpha),
      ),
    );
  }
  const ofGained = binomial(first.rows, first.gain);
  return sumOver(binomial(second.rows, second.loss), (lost) =>
    tailOf(ofGained, (gained) =>
      isCountBeyondChance(
        [
          { ...first, gained, lost: 0 },
          { ...second, gained: 0, lost },
        ],
        alpha,
      ),
    ),
  );
}

/** Probabilities of consecutive numbers of rows, from `least` on. */
interface Distribution {
  readonly least: number;
  readonly probabilities: readonly number[];
}

function binomial(rows: number, share: number): Distribution {
  const probability = (count: number) =>
    Math.exp(
      logChoose(rows, count) +
        (count === 0 ? 0 : count * Math.log(share)) +
        (count === rows ? 0 : (rows - count) * Math.log1p(-share)),
    );
  const likeliest = Math.min(rows, Math.floor((rows + 1) * share));
  const probabilities = [probability(likeliest)];
  let least = likeliest;
  while (least > 0 && probabilities[0] > NEGLIGIBLE) probabilities.unshift(probability(--least));
  for (let count = likeliest + 1; count <= rows && probabilities.at(-1)! > NEGLIGIBLE; count++) {
    probabilities.push(probability(count));
  }
  return { least, probabilities };
}

/** Returns the mean of a number that depends on the rows. */
function sumOver({ least, probabilities }: Distribution, of: (rows: number) => number): number {
  return probabilities.reduce((sum, probability, index) => sum + probability * of(least + index), 0);
}

/** Returns the probability of the numbers from the first one on that `isEnough`, found by bisection. */
function tailOf({ least, probabilities }: Distribution, isEnough: (rows: number) => boolean): number {
  let [low, high] = [0, probabilities.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isEnough(least + middle)) high = middle;
    else low = middle + 1;
  }
  return probabilities.slice(low).reduce((sum, probability) => sum + probability, 0);
}
