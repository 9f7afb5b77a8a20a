import type { DatasetRepository, RepositoryHistory } from '../model/repository.ts';
import type { Receipt } from './receipt.ts';

/** What versions are removed with. */
export interface PruneOptions {
  readonly repo: DatasetRepository;
  readonly history: RepositoryHistory;
  /** True when nothing is changed. */
  readonly dryRun: boolean;
  readonly now: () => Date;
  /** Called with a sentence for each step that is done. */
  readonly onStep: (step: string) => void;
  /** Versions that production models were trained on, by the name of the model. */
  readonly production: ReadonlyMap<string, string>;
  /** True to remove versions that production models were trained on. */
  readonly force: boolean;
}

/** What was removed, and what a person has to do about the rest. */
export interface Pruned {
  readonly receipt: Receipt;
  /** Sentences, each with its fix; empty when all is done. */
  readonly problems: readonly string[];
}

/** Why nothing was removed. */
export class PruneError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'PruneError';
  }
}
