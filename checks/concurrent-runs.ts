// Publishes by two runs at once to one repo, the same data or different data. Both are held at one step until the other
// is there too, so that they clash in each of them. Readers must see whole versions, and each run must tell the truth.
// With --bundle <script> another bundle is run.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Checks } from '../test/support/checks.ts';
import type { LocalHub } from '../test/support/local-hub/server.ts';
import { type HubView, viewHub } from '../test/support/publish-lab/check-hub.ts';
import { checkEnd, checkRun } from '../test/support/publish-lab/check-run.ts';
import {
  type Data,
  type MainSituation,
  PublishLab,
  SITUATIONS,
} from '../test/support/publish-lab/publish-lab.ts';

const BUDGET_MS = 240_000;
const MEETING_MS = 2000;
const FEWEST_MEETINGS = 15;
const STEPS = [
  ['the start', '/resolve/main/'],
  ['the creation', '^/api/repos/create$'],
  ['the upload', '/objects/batch$'],
  ['the commit', '/commit/'],
  ['the tag', '/tag/'],
] as const;

const { values } = parseArgs({
  options: {
    bundle: { type: 'string' },
  },
});
const checks = new Checks();
let slowestMs = 0;
let rounds = 0;
const script = values.bundle === undefined ? undefined : path.resolve(values.bundle);
const lab = await PublishLab.start({ script });
try {
  for (const situation of SITUATIONS) {
    for (const second of ['current', 'other'] as const) {
      for (const [step, pattern] of STEPS) await clash({ situation, second, step, pattern });
    }
  }
  // A run that is done before the other comes to a step cannot meet it there.
  checks.check(`the runs met ${rounds} times`, rounds >= FEWEST_MEETINGS, `fewer than ${FEWEST_MEETINGS}`);
} finally {
  await lab.close();
}
console.log(`${rounds} clashes; slowest run: ${(slowestMs / 1000).toFixed(1)} s of ${BUDGET_MS / 1000} s`);
checks.close();

async function clash(options: {
  situation: MainSituation;
  second: Data;
  step: string;
  pattern: string;
}): Promise<void> {
  const { situation, second, step, pattern } = options;
  const hub = await lab.hub(situation);
  try {
    const datasets = ['current', second] as const;
    const before = await viewAll(hub, datasets);
    const wait = meeting();
    hub.faults.add({ path: pattern, times: 2, when: 'before', kind: { run: wait.join } });
    const runs = await Promise.all(datasets.map((data) => lab.publish(hub, { data, fastClock: true })));
    if (wait.count() < 2) return;
    rounds++;
    const after = await viewAll(hub, datasets);
    const problems = runs.flatMap((run, index) => {
      const observed = { run, before: before[index], after: after[index] };
      return [...checkRun(observed, BUDGET_MS), ...checkEnd(observed)].map(
        (problem) => `run ${index + 1}: ${problem}`,
      );
    });
    slowestMs = Math.max(slowestMs, ...runs.map(({ tookMs }) => tookMs));
    if (second === 'current') {
      const again = await lab.publish(hub);
      const end = await viewHub(hub);
      problems.push(...checkRun({ run: again, before: after[0], after: end }, BUDGET_MS));
      if (again.outputs['urgency-status'] !== 'unchanged') problems.push('a third run publishes it again');
    }
    const came = runs.map(({ outputs }) => outputs['urgency-status']).sort();
    const what = second === 'current' ? 'the same data' : 'different data';
    checks.check(
      `${situation}, ${what}, at ${step}: ${came.join(' and ')}`,
      problems.length === 0,
      problems.join('; '),
    );
  } finally {
    await hub.close();
  }
}

function viewAll(hub: LocalHub, datasets: readonly Data[]): Promise<HubView[]> {
  return Promise.all(datasets.map((data) => viewHub(hub, data)));
}

/** Holds whoever joins until two have, or the first has waited for long enough. */
function meeting(): { join: () => Promise<void>; count: () => number } {
  let count = 0;
  const { promise, resolve } = Promise.withResolvers<void>();
  return {
    count: () => count,
    join: () => {
      count++;
      if (count === 2) resolve();
      setTimeout(resolve, MEETING_MS);
      return promise;
    },
  };
}
