import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { TOKEN } from '../../test/support/bundle-scene.ts';
import type { LocalHub } from '../../test/support/local-hub/server.ts';
import type { StoredSpace } from '../../test/support/local-hub/space-store.ts';
import { PeerProxy } from '../../test/support/peer-proxy.ts';
import { viewHub } from '../../test/support/publish-lab/check-hub.ts';
import {
  OTHER_REPO,
  type PublishLab,
  REPO,
  type TimedRun,
} from '../../test/support/publish-lab/publish-lab.ts';
import { runBundle } from '../../test/support/run-bundle.ts';

/** What the repos of both labels hold before the run that is killed. */
const SITUATIONS = ['new', 'older', 'one older'] as const;
type Situation = (typeof SITUATIONS)[number];

/** Where a run is killed: when a request arrives, or when it was carried out and nothing was answered. */
export interface Kill {
  readonly situation: Situation;
  /** Requests that come before. */
  readonly skip: number;
  readonly when: 'before' | 'after';
}

/** What came of something that was tried. */
export interface NamedTrial {
  readonly name: string;
  readonly violations: readonly string[];
  readonly log: string;
}

const LABELS = [
  { label: 'urgency', repo: REPO },
  { label: 'department', repo: OTHER_REPO },
] as const;
/** What was on its way when the process died arrives all the same. */
const SETTLING_MS = 60;
/** Most milliseconds that the second commit waits for the first dataset to end. */
const LONGEST_HOLD_MS = 3000;

/** A kill before and after each request of a run with two datasets, in each situation. */
export async function listKills(lab: PublishLab): Promise<Kill[]> {
  const kills = await Promise.all(
    SITUATIONS.map(async (situation) => {
      const stage = await openStage(lab, situation);
      try {
        const { exitCode, log } = await publishBoth(lab, stage);
        if (exitCode !== 0) throw new Error(`the publish without a kill failed:\n${log}`);
        return stage.proxy.requests.flatMap((_, skip) =>
          (['before', 'after'] as const).map((when) => ({ situation, skip, when })),
        );
      } finally {
        await stage.close();
      }
    }),
  );
  return kills.flat();
}

/**
 * Kills a run, has what it told acted upon, as a workflow with `if: always()` does, and then publishes once more
 * undisturbed. In the end each dataset has one whole, tagged version of the reviews, that one run has told of and for
 * which its Space was restarted once.
 */
export async function tryKill(lab: PublishLab, kill: Kill, bundles: string): Promise<NamedTrial> {
  const script = path.join(bundles, 'prepare-dataset', 'index.js');
  const stage = await openStage(lab, kill.situation);
  try {
    const { proxy, hub } = stage;
    const killed = await publishBoth(lab, stage, {
      script,
      onStart: (child) => {
        const at = { path: '', skip: kill.skip, when: kill.when };
        proxy.faults.add({ ...at, kind: { run: () => void child.kill('SIGKILL') } }, { ...at, kind: 'hang' });
      },
    });
    await sleep(SETTLING_MS);
    const wasKilled = killed.exitCode === null;
    await proxy.heal();
    await retrain(lab, stage, killed);
    const clean = await publishBoth(lab, stage, { script });
    await retrain(lab, stage, clean);
    const violations: string[] = [];
    const expect = (isTrue: boolean, problem: string) => isTrue || violations.push(problem);
    expect(clean.exitCode === 0, `the run after it came to exit code ${clean.exitCode}`);
    for (const [index, { label, repo }] of LABELS.entries()) {
      const { currentTags, currentCommits, problems } = await viewHub(hub, 'current', repo);
      violations.push(...problems.map((problem) => `${label}: ${problem}`));
      expect(currentTags.length === 1, `${label}: ${currentTags.length} tagged versions`);
      expect(currentCommits === 1, `${label}: ${currentCommits} whole commits`);
      const told = [killed, clean].filter((run) => updatedBy(run).includes(label)).length;
      expect(told === 1, `${label}: told of by ${told} runs`);
      const { restarts } = stage.spaces[index];
      expect(restarts.length === 1, `${label}: its Space was restarted ${restarts.length} times`);
    }
    const request = proxy.requests[kill.skip];
    const where = `${request?.method} ${request?.path.replace(/[0-9a-f]{40,}/g, '…')}`;
    const name = `${kill.situation}, killed ${kill.when} ${where} (${kill.skip + 1})`;
    if (!wasKilled) violations.push(`the run had ended, with ${killed.exitCode}`);
    return { name, violations, log: `${killed.log}\n--- then\n${clean.log}` };
  } finally {
    await stage.close();
  }
}

interface Stage {
  readonly hub: LocalHub;
  readonly proxy: PeerProxy;
  readonly spaces: readonly StoredSpace[];
  close(): Promise<void>;
}

async function openStage(lab: PublishLab, situation: Situation): Promise<Stage> {
  const hub = await lab.hub('new');
  if (situation !== 'new') {
    const only = situation === 'older' ? {} : { 'department-dataset': '' };
    const options = { data: 'older', inputs: { 'department-dataset': OTHER_REPO, ...only } } as const;
    const { exitCode, log } = await lab.publish(hub, options);
    if (exitCode !== 0) throw new Error(`the publish of older data failed:\n${log}`);
  }
  const spaces = LABELS.map(({ label }) => hub.createSpace(`owner/train-${label}`));
  const proxy = await PeerProxy.start(hub.url);
  const marked = () => (hub.hasRepo(REPO) ? marksOf(hub) : 0);
  const before = marked();
  const hold = async () => {
    const until = performance.now() + LONGEST_HOLD_MS;
    while (marked() === before && performance.now() < until) await sleep(5);
  };
  // One dataset ends before the other is committed, so that some kills come between their ends on any machine.
  proxy.faults.add({ path: `/${OTHER_REPO}/commit/`, times: 1, when: 'before', kind: { run: hold } });
  return { hub, proxy, spaces, close: async () => void (await Promise.all([proxy.close(), hub.close()])) };
}

function publishBoth(
  lab: PublishLab,
  { proxy }: Stage,
  options: Parameters<PublishLab['publish']>[1] = {},
): Promise<TimedRun> {
  return lab.publish(proxy, { ...options, inputs: { 'department-dataset': OTHER_REPO } });
}

/** Versions of the first dataset that a run has announced. */
function marksOf(hub: LocalHub): number {
  return [...hub.repo(REPO).tags.keys()].filter((tag) => tag.startsWith('announced-')).length;
}

/** Restarts the Spaces of what a run told of. */
async function retrain({ hosts }: PublishLab, { hub }: Stage, run: TimedRun): Promise<void> {
  if (updatedBy(run).length === 0) return;
  const { exitCode, log } = await runBundle(
    {
      updated: run.outputs.updated,
      versions: run.outputs.versions,
      targets: LABELS.map(({ label }) => `${label}: owner/train-${label}`).join('\n'),
      ...Object.fromEntries(LABELS.map(({ label, repo }) => [`${label}-dataset`, repo])),
      'hf-token': TOKEN,
      'hub-endpoint': hub.url,
    },
    { folder: 'trigger-retraining', hosts },
  );
  if (exitCode !== 0) throw new Error(`retraining failed:\n${log}`);
}

function updatedBy({ outputs }: TimedRun): string[] {
  return JSON.parse(outputs.updated || '[]');
}
