import { info } from '@actions/core';
import { formatCount } from '../dataset/markdown.ts';
import type { Progress } from '../pipeline/ports.ts';

/** Tells each step of a run in the log, with the seconds since the start. */
export function createProgressLog(startedAt: number): Progress {
  const say = (text: string) => info(`[${((performance.now() - startedAt) / 1000).toFixed(1)} s] ${text}`);
  return {
    readRows: (label, source, rows) =>
      say(
        `${label}: read ${formatCount(rows)} ${source === 'reviewed' ? 'reviewed corrections' : 'sampled correct rows'}`,
      ),
    preparedRows: (label, rows) => say(`${label}: split ${formatCount(rows)} rows`),
    builtVersion: (label, tag, bytes) =>
      say(`${label}: built ${tag}, ${formatCount(Math.ceil(bytes / 1024))} KiB`),
    retryingCommit: (label, reason) => say(`${label}: trying the commit again. ${reason}`),
  };
}
