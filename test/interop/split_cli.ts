// Splits as the action does, for the Python scripts beside this file: reads JSON cases {y, seed, fractions} from
// standard input, one a line, and answers each with a line {train, eval, test} of row numbers, or {error}.
import { createInterface } from 'node:readline';
import { splitLikeSklearn } from '../../src/engine/split/split-sklearn.ts';
import { SPLIT_NAMES } from '../../src/model/rows.ts';

for await (const line of createInterface({ input: process.stdin })) {
  const { y, seed, fractions } = JSON.parse(line);
  try {
    const splits = splitLikeSklearn({
      rows: Uint32Array.from(y.keys()),
      classIds: Uint16Array.from(y),
      classNames: y.map(String),
      fractions,
      seed,
    });
    console.log(JSON.stringify(Object.fromEntries(SPLIT_NAMES.map((name) => [name, [...splits[name]]]))));
  } catch (error) {
    console.log(JSON.stringify({ error: String(error) }));
  }
}
