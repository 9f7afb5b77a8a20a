import type { LocalHub } from '../local-hub/server.ts';
import { NOT_KNOWN, UNMOVED } from './check-grouped.ts';
import {
  PROMOTED,
  PROMOTING,
  prepareCandidate,
  preparePromotions,
  ROLLED_BACK,
  ROLLING_BACK,
} from './check-promotion.ts';
import { KEPT, newestOf } from './check-prune.ts';
import { type End, HELD, leavingForeign, OFFERED, PUBLISHED } from './ends.ts';
import { groupedInputs } from './grouped-reviews.ts';
import {
  breakIndex,
  loseAllIndexes,
  loseIndex,
  nameNobody,
  publishMeanwhile,
  takeFirstIndex,
  takeOtherIndex,
} from './prepare-hub.ts';
import { BY_PULL_REQUEST, type Data, type PublishLab, REPO, type Situation } from './publish-lab.ts';

/** A server a run speaks HTTP to. */
export type PeerName = 'hub' | 'github' | 'wandb';

/** One way to run an action. */
export interface Scenario {
  readonly name: string;
  readonly situation: Situation;
  /** Changes the Hub of that situation, or what becomes of it during a run. */
  readonly prepare?: (hub: LocalHub, lab: PublishLab) => void | Promise<void>;
  /** Reviews that are published, the current ones unless told otherwise. */
  readonly data?: Data;
  /** What must hold before the version is published, as the input says it. */
  readonly gates?: string;
  /** Other inputs of the action that publishes. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** True when anyone may read the repo. */
  readonly isPublic?: boolean;
  /** Another action than the one that publishes: its folder, and its inputs but for the Hub and the token. */
  readonly action?: {
    readonly folder: string;
    readonly inputs: Readonly<Record<string, string>> | ((hub: LocalHub) => Readonly<Record<string, string>>);
  };
  /**
   * What strikes its requests: `every` fault, or `one of each kind` where another scenario shows what a client does about
   * a fault, and this one what is left behind.
   */
  readonly faults: 'every' | 'one of each kind';
  /** What a run that nothing disturbs comes to. */
  readonly end: End;
  /** True when the job's identity is exchanged for a token. */
  readonly isKeyless?: boolean;
  /** True when the run is told to W&B, and to GitHub, where an issue is open. */
  readonly isTold?: boolean;
}

const PUBLISHING = { faults: 'every', end: PUBLISHED } as const;
const REVIEWED = { faults: 'one of each kind', gates: BY_PULL_REQUEST, end: OFFERED } as const;
const LEFT_ALONE = { faults: 'one of each kind', end: PUBLISHED } as const;
const FOREIGN = { faults: 'one of each kind', situation: 'foreign-merged', isPublic: true } as const;
/** Another run publishes many more rows than the reviews just before this one commits. */
const RACED = {
  faults: 'one of each kind',
  situation: 'overtaken',
  prepare: publishMeanwhile,
} as const;
/** Three reviews with groups come to a group of another split, whatever became of the row index that knows it. */
const GROUPED = {
  faults: 'one of each kind',
  situation: 'grouped',
  inputs: groupedInputs(REPO, 'third'),
  end: UNMOVED,
} as const;
const SHRINKS_LITTLE = 'max-shrinkage: 40';
const FAILING = 'min-rows-per-class: 1000';

/** A second version of the repo, so that the first, whose files are old, can be removed. */
async function publishAgain(hub: LocalHub, lab: PublishLab): Promise<void> {
  const { largeFiles } = hub.repo(REPO);
  for (const [sha256, file] of largeFiles)
    largeFiles.set(sha256, { ...file, pushedAt: '2026-01-01T00:00:00.000Z' });
  const { exitCode, log } = await lab.publish(hub);
  if (exitCode !== 0) throw new Error(`the second version failed:\n${log}`);
}

const PRUNING = {
  faults: 'one of each kind',
  situation: 'older-version',
  prepare: publishAgain,
  end: KEPT,
} as const;
const PRUNED = { dataset: REPO, 'dry-run': 'false' } as const;

export const SCENARIOS: readonly Scenario[] = [
  { ...PUBLISHING, name: 'new', situation: 'new' },
  { ...PUBLISHING, name: 'older', situation: 'older-version' },
  { ...PUBLISHING, name: 'untagged', situation: 'untagged' },
  { ...PUBLISHING, name: 'keyless', situation: 'older-version', isKeyless: true },
  { ...PUBLISHING, name: 'told', situation: 'older-version', isTold: true },
  { ...REVIEWED, name: 'held', situation: 'older-version', gates: FAILING, end: HELD },
  { ...REVIEWED, name: 'offer', situation: 'new' },
  { ...REVIEWED, name: 'update', situation: 'offered' },
  { ...REVIEWED, name: 'merged', situation: 'merged', end: PUBLISHED },
  { ...REVIEWED, name: 'on gate', situation: 'older-version', gates: `${FAILING}\non-gate: pull-request` },
  { ...REVIEWED, name: 'waiting', situation: 'offered', data: 'other' },
  { ...REVIEWED, name: 'waiting first', situation: 'first-offered', data: 'other' },
  { ...REVIEWED, name: 'surplus', situation: 'offered-twice' },
  { ...FOREIGN, name: 'foreign', end: leavingForeign(PUBLISHED) },
  { ...FOREIGN, name: 'foreign offer', gates: BY_PULL_REQUEST, end: leavingForeign(OFFERED) },
  {
    ...FOREIGN,
    name: 'foreign keyless',
    gates: BY_PULL_REQUEST,
    isKeyless: true,
    prepare: nameNobody,
    end: leavingForeign(OFFERED),
  },
  { ...LEFT_ALONE, name: 'no index', situation: 'older-version', prepare: loseIndex },
  { ...LEFT_ALONE, name: 'bad index', situation: 'older-version', prepare: breakIndex },
  { ...LEFT_ALONE, name: 'other index', situation: 'offered', prepare: takeOtherIndex },
  { ...GROUPED, name: 'grouped' },
  { ...GROUPED, name: 'grouped no', prepare: loseIndex },
  { ...GROUPED, name: 'grouped bad', prepare: breakIndex },
  { ...GROUPED, name: 'grouped other', prepare: takeFirstIndex },
  { ...GROUPED, name: 'grouped lost', prepare: loseAllIndexes, end: NOT_KNOWN },
  { ...RACED, name: 'raced', gates: 'max-shrinkage: 100', end: PUBLISHED },
  { ...RACED, name: 'raced held', gates: SHRINKS_LITTLE, end: HELD },
  { ...RACED, name: 'raced offer', gates: `${SHRINKS_LITTLE}\non-gate: pull-request`, end: OFFERED },
  {
    ...PRUNING,
    name: 'prune',
    action: { folder: 'prune-versions', inputs: { ...PRUNED, 'keep-last': '1' } },
  },
  {
    ...PRUNING,
    name: 'erase',
    action: {
      folder: 'prune-versions',
      inputs: (hub) => ({ ...PRUNED, erase: 'true', 'keep-version': newestOf(hub) }),
    },
  },
  {
    name: 'promote',
    situation: 'older-version',
    prepare: prepareCandidate,
    action: { folder: 'promote-model', inputs: PROMOTING },
    faults: 'one of each kind',
    end: PROMOTED,
  },
  {
    name: 'roll back',
    situation: 'new',
    prepare: preparePromotions,
    action: { folder: 'promote-model', inputs: ROLLING_BACK },
    faults: 'every',
    end: ROLLED_BACK,
  },
];
