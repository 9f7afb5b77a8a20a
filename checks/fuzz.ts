// Feeds everything that reads from outside with random and hostile input: at least 100,000 cases each, with a seed that is
// printed. Usage: fuzz.ts <python with test/interop/requirements.txt> [--seed=n] [--cases=n] [--only=name]

import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { Checks } from '../test/support/checks.ts';
import { fuzzCardFrontMatter } from './fuzz/card-front-matter.ts';
import { copyFuzzers } from './fuzz/copy-stream.ts';
import { hubFuzzers } from './fuzz/hub.ts';
import { inputFuzzers } from './fuzz/inputs.ts';

const LARGEST_GROWTH_BYTES = 32 << 20;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    cases: { type: 'string', default: '100000' },
    only: { type: 'string', default: '' },
  },
});
const [seed, numRuns] = [Number(values.seed), Number(values.cases)];
const checks = new Checks();
setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

console.log(`seed ${seed}`);
for (const { name, property } of [...inputFuzzers, ...hubFuzzers, ...copyFuzzers]) {
  if (!name.includes(values.only)) continue;
  const before = heapBytes();
  const startedAt = performance.now();
  const result = fc.check(property, { seed, numRuns });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const grown = heapBytes() - before;
  checks.check(
    `${name}: ${result.numRuns} cases in ${seconds} s`,
    !result.failed,
    fc.defaultReportMessage(result),
  );
  checks.check(
    `${name}: the heap has not grown`,
    grown < LARGEST_GROWTH_BYTES,
    `by ${Math.round(grown / 1024)} KiB`,
  );
}
const CARDS = 'card front matter read by PyYAML';
if (CARDS.includes(values.only)) {
  const startedAt = performance.now();
  const { texts, misread } = await fuzzCardFrontMatter(positionals[0], { seed, cases: numRuns });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  checks.check(
    `${CARDS}: ${texts} cases in ${seconds} s`,
    texts >= numRuns && misread.length === 0,
    misread.join('\n'),
  );
}
checks.close();

function heapBytes(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}
