import { BY_PULL_REQUEST, type OfferSituation, type Situation } from './publish-lab.ts';

/** A server a publish speaks HTTP to. */
export type PeerName = 'hub' | 'github' | 'wandb';

/** One way to publish. */
export interface Scenario {
  readonly name: string;
  readonly situation: Situation | OfferSituation;
  /** What must hold before the version is published, as the input says it. */
  readonly gates: string;
  /** What a run that nothing disturbs comes to. */
  readonly end: 'published' | 'offered' | 'held';
  /** True when the job's identity is exchanged for a token. */
  readonly isKeyless: boolean;
  /** True when the run is told to W&B, and to GitHub, where an issue is open. */
  readonly isTold: boolean;
}

const BY_TOKEN = { isKeyless: false, isTold: false, gates: '', end: 'published' } as const;
const FAILING = 'min-rows-per-class: 1000';

export const SCENARIOS: readonly Scenario[] = [
  { ...BY_TOKEN, name: 'new', situation: 'new' },
  { ...BY_TOKEN, name: 'older', situation: 'older-version' },
  { ...BY_TOKEN, name: 'untagged', situation: 'untagged' },
  { ...BY_TOKEN, name: 'keyless', situation: 'older-version', isKeyless: true },
  { ...BY_TOKEN, name: 'told', situation: 'older-version', isTold: true },
  { ...BY_TOKEN, name: 'held', situation: 'older-version', gates: FAILING, end: 'held' },
  { ...BY_TOKEN, name: 'offer', situation: 'new', gates: BY_PULL_REQUEST, end: 'offered' },
  { ...BY_TOKEN, name: 'update', situation: 'offered', gates: BY_PULL_REQUEST, end: 'offered' },
  { ...BY_TOKEN, name: 'merged', situation: 'merged', gates: BY_PULL_REQUEST },
  {
    ...BY_TOKEN,
    name: 'on gate',
    situation: 'older-version',
    gates: `${FAILING}\non-gate: pull-request`,
    end: 'offered',
  },
];

/** True for a scenario in which a pull request, or a gate, stands between the data and `main`. */
export function isReviewed({ gates }: Scenario): boolean {
  return gates !== '';
}
