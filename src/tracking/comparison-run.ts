import type { RunPlace } from '../report/run-report.ts';
import { placeConfig } from './place-config.ts';
import { EXIT_CODES, WandbRun, type WandbRunOptions } from './wandb-run.ts';

interface ComparisonRunOptions extends Omit<WandbRunOptions, 'jobType' | 'tags'> {
  /** Null outside GitHub. */
  readonly place: RunPlace | null;
  readonly info: (message: string) => void;
  readonly warning: (message: string) => void;
}

/** Reports the end of a comparison of models; never throws. */
export type EndComparison = (end: {
  /** Values by metric name. */
  readonly metrics: Readonly<Record<string, string | number>>;
  readonly outcome: 'success' | 'failure' | 'cancelled';
}) => Promise<void>;

const LABELS = { jobType: 'promote_model', tags: ['promote-model'] };

/** Starts a run on W&B for a comparison of models, in the background. If W&B fails, a warning is logged and nothing else. */
export function startComparisonRun({
  place,
  info,
  warning,
  ...options
}: ComparisonRunOptions): EndComparison {
  const run = new WandbRun({ ...options, ...LABELS, config: { ...options.config, ...placeConfig(place) } });
  return async ({ metrics, outcome }) => {
    try {
      const url = await run.finish({ metrics, alerts: [], exitCode: EXIT_CODES[outcome] });
      info(`W&B: ${url}`);
    } catch (error) {
      warning(`The comparison is not on W&B. ${error instanceof Error ? error.message : String(error)}`);
    }
  };
}
