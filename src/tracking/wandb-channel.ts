import type { Channel, RunPlace } from '../report/run-report.ts';
import { placeConfig } from './place-config.ts';
import { runEndOf } from './run-end.ts';
import { WandbRun, type WandbRunOptions } from './wandb-run.ts';

export interface WandbChannelOptions extends Omit<WandbRunOptions, 'apiKey' | 'jobType' | 'tags'> {
  /** Null to track nothing. */
  readonly apiKey: string | null;
  /** Settings of the run, shown on W&B: no secret, and not the database's address. */
  readonly config: Readonly<Record<string, unknown>>;
  /** Null outside GitHub. */
  readonly place: RunPlace | null;
}

const NAME = 'W&B';
/** Tags by which W&B's users filter runs; those of the old service. */
const LABELS = { jobType: 'prepare_dataset', tags: ['dataset-prep', 'hf-space', 'auto-sync'] };

/**
 * Starts a run on W&B in the background, so that W&B shows a run that is killed as crashed, and reports its end later.
 */
export function createWandbChannel({ apiKey, place, ...options }: WandbChannelOptions): Channel {
  if (apiKey === null) {
    return { name: NAME, report: async () => ({ channel: NAME, state: 'off', detail: '' }) };
  }
  const config = { ...options.config, ...placeConfig(place) };
  const wandbRun = new WandbRun({ ...options, ...LABELS, apiKey, config });
  return {
    name: NAME,
    async report(run) {
      try {
        const url = await wandbRun.finish(runEndOf(run, place?.url ?? null));
        return { channel: NAME, state: 'delivered', detail: url };
      } catch (error) {
        const detail = error instanceof Error ? error.message : String(error);
        return { channel: NAME, state: 'failed', detail };
      }
    },
  };
}
