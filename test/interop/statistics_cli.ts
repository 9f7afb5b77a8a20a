// Compares models as promote-model does, for the Python script beside this file: reads JSON cases from standard input, one a
// line, and answers each with a line: a case has `strata` with losses by row, and `alpha`; or names of tags by row.
import { createInterface } from 'node:readline';
import { comparedRows } from '../../src/promotion/compared-rows.ts';
import { judge } from '../../src/promotion/judge.ts';
import { type Predictions, readPredictions } from '../../src/promotion/read-predictions.ts';
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

/** Names of the tags of each row, of the label and of two models. */
interface TagCase {
  readonly classes: readonly string[];
  readonly tags: Readonly<Record<'label' | 'candidate' | 'production', string[][]>>;
}

async function compareTags({ classes, tags }: TagCase): Promise<object> {
  const tokens = tags.label.map((row) => row.map(() => 0));
  const read = (rows: string[][]): Promise<Predictions> => {
    const lines = rows.map((predicted, row) => JSON.stringify({ row, predicted })).join('\n');
    const about = {
      input: 'predictions',
      version: 'v20260101_000000',
      areIdsKnown: true,
      compares: 'spans',
    } as const;
    return readPredictions(Buffer.from(lines), { ...about, labels: tokens, classNames: classes });
  };
  const { predicted: labels } = await read(tags.label);
  const rows = labels.map((label) => ({ source: 'reviewed' as const, label }));
  const [candidate, production] = await Promise.all([read(tags.candidate), read(tags.production)]);
  const population = {
    corrections: rows.length,
    right: null,
    confirmed: null,
    confirmed_is_estimated: false,
  };
  return judge(comparedRows(rows, 'spans', { candidate, production }), {
    compares: 'spans',
    population: { ...population, sampled: 0 },
    rule: { alpha: 0.05, minGain: 0, maxClassDrop: 1 },
    classes: classes.length,
  });
}

for await (const line of createInterface({ input: process.stdin })) {
  const tagCase: TagCase | Case = JSON.parse(line);
  if ('tags' in tagCase) {
    console.log(JSON.stringify(await compareTags(tagCase)));
    continue;
  }
  const { alpha, strata: given } = tagCase;
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
