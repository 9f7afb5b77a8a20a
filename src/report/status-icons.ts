import type { DatasetStatus } from './dataset-report.ts';

/** How a dataset ended, for whoever looks over a table. */
export const STATUS_ICONS: Readonly<Record<DatasetStatus, string>> = {
  published: '✅',
  unchanged: '💤',
  'awaiting-approval': '⏳',
  skipped: '⏭️',
  held: '✋',
  failed: '❌',
  'dry-run': '🧪',
};
