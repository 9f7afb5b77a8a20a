import type { Situation } from './publish-lab.ts';

/** A server a publish speaks HTTP to. */
export type PeerName = 'hub' | 'github' | 'wandb';

/** One way to publish. */
export interface Scenario {
  readonly name: string;
  readonly situation: Situation;
  /** True when the job's identity is exchanged for a token. */
  readonly isKeyless: boolean;
  /** True when the run is told to W&B, and to GitHub, where an issue is open. */
  readonly isTold: boolean;
}

const BY_TOKEN = { isKeyless: false, isTold: false };

export const SCENARIOS: readonly Scenario[] = [
  { ...BY_TOKEN, name: 'new', situation: 'new' },
  { ...BY_TOKEN, name: 'older', situation: 'older-version' },
  { ...BY_TOKEN, name: 'untagged', situation: 'untagged' },
  { ...BY_TOKEN, name: 'keyless', situation: 'older-version', isKeyless: true },
  { ...BY_TOKEN, name: 'told', situation: 'older-version', isTold: true },
];
