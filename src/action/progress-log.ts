import type { Progress } from '../model/progress.ts';
import type { RowSource } from '../model/rows.ts';
import type { Surroundings } from '../model/surroundings.ts';
import type { StageTime } from '../report/run-report.ts';
import { formatCount } from '../text/markdown.ts';
import { logText } from './log-text.ts';

const SOURCES: Readonly<Record<RowSource, string>> = {
  corrections: 'corrections',
  confirmed: 'confirmed rows',
};
/** Shortest time in milliseconds between two lines about the same work. */
const QUIET_MS = 5000;

/**
 * Logs each step of a run with the seconds since the start; a stage is a group of lines.
 *
 * @param startedAt time of the start by `performance.now()`, in milliseconds
 * @returns the progress, and the stages in the order in which they began, which are filled as they end
 */
export function createProgressLog(
  surroundings: Surroundings,
  startedAt: number,
): { progress: Progress; stages: readonly StageTime[] } {
  const { info, warning, startGroup, endGroup } = surroundings;
  const stages: { name: string; durationMs: number }[] = [];
  let saidAt = startedAt;
  const say = (text: string, write = info) => {
    saidAt = performance.now();
    write(`[${((saidAt - startedAt) / 1000).toFixed(1)} s] ${logText(text)}`);
  };
  const progress: Progress = {
    async stage(name, work) {
      const stage = { name, durationMs: 0 };
      const beganAt = performance.now();
      stages.push(stage);
      startGroup(name);
      try {
        return await work();
      } finally {
        stage.durationMs = performance.now() - beganAt;
        say(`${name}: took ${(stage.durationMs / 1000).toFixed(1)} s`);
        endGroup();
      }
    },
    readingRows(dataset, source, rows) {
      if (performance.now() - saidAt < QUIET_MS) return;
      say(`${dataset}: ${formatCount(rows)} ${SOURCES[source]} so far`, surroundings.progress);
    },
    readRows: (dataset, source, rows) => say(`${dataset}: read ${formatCount(rows)} ${SOURCES[source]}`),
    spilling: (datasets, rows, freeBytes) =>
      say(
        `${datasets}: ${formatCount(rows)} rows use all the memory that memory-limit allows, so further rows are kept on disk${freeBytes === null ? '' : ` (${gigabytes(freeBytes)} free)`}`,
      ),
    preparedRows: (dataset, rows) => say(`${dataset}: split ${formatCount(rows)} rows`),
    builtVersion: (dataset, tag, bytes) => say(`${dataset}: built ${tag}, ${kibibytes(bytes)}`),
    retryingCommit: (dataset, reason) => say(`${dataset}: trying the commit again. ${reason}`),
    notMarked: (dataset, reason) =>
      warning(
        `The mark on the Hub that this version was announced could not be set, so the next run announces it again. ${reason}`,
        {
          title: `${dataset}: not marked`,
        },
      ),
    uploaded: (repo, bytes) => say(`${repo}: uploaded ${kibibytes(bytes)}`),
  };
  return { progress, stages };
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(1)} GB`;
}

function kibibytes(bytes: number): string {
  return `${formatCount(Math.ceil(bytes / 1024))} KiB`;
}
