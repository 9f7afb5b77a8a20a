// Compares models as promote-model does, for the Python script beside this file: reads JSON cases from standard input, one a
// line, and answers each with a line: a case has `strata` with losses by row, and `alpha`.
import { createInterface } from 'node:readline';
import {
  bootstrapIntervals,
  exactMcNemar,
  highestShare,
  isBeyondChance,
  lowestGain,
  normalQuantile,
  pairsOf,
  type Stratum,
  tangoBound,
  weightedLoss,
} from '../../src/promotion/statistics.ts';

interface Case {
  readonly alpha: number;
  readonly strata: readonly { share: number; production: number[]; candidate: number[] }[];
}

for await (const line of createInterface({ input: process.stdin })) {
  const { alpha, strata: given }: Case = JSON.parse(line);
  const strata = given.map(
    ({ share, production, candidate }): Stratum => ({
      share,
      production: Float64Array.from(production),
      candidate: Float64Array.from(candidate),
    }),
  );
  const z = normalQuantile(1 - alpha);
  const pairs = strata.map(pairsOf);
  const counted = strata.map((stratum, index) => ({ share: stratum.share, ...pairs[index] }));
  const answer = {
    z,
    pairs,
    mcnemar: pairs.map(exactMcNemar),
    tango: pairs.map((each) => tangoBound(each, z)),
    highest: pairs.map(({ lost, rows }) => highestShare(lost, rows, alpha)),
    lowest: lowestGain(counted, alpha),
    lowestThatDecides: lowestGain(counted, 0.7 * alpha),
    isBeyondChance: isBeyondChance(strata, 'right', alpha),
    losses: [weightedLoss(strata, 'production'), weightedLoss(strata, 'candidate')],
    intervals: bootstrapIntervals(strata),
  };
  console.log(JSON.stringify(answer));
}
