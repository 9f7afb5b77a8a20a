import path from 'node:path';
import type { LogLine } from '../../test/support/workflow-log.ts';
import type { DemoRun } from './stage.ts';

/** Fails when a run ended otherwise than the story tells. @throws Error with where its log lies */
export function expectStatuses(
  { outputs, exitCode, folder }: DemoRun,
  expected: Readonly<Record<'department' | 'urgency', string>>,
): void {
  const statuses = { department: outputs['department-status'], urgency: outputs['urgency-status'] };
  const isHeld = Object.values(expected).includes('held');
  if (JSON.stringify(statuses) === JSON.stringify(expected) && exitCode === Number(isHeld)) return;
  throw new Error(
    `The run ended with exit code ${exitCode} and ${JSON.stringify(statuses)}, not ${JSON.stringify(expected)}; see ${fileOf(folder, 'log.txt')}.`,
  );
}

/** What a log says besides how it got there, and besides the warnings of a log that was shown before. */
export function news({ lines }: DemoRun, shown: DemoRun): LogLine[] {
  const titles = new Set(shown.lines.filter(({ kind }) => kind === 'warning').map(titleOf));
  return lines.filter((line) => {
    if (line.kind === 'text') return !line.text.startsWith('[');
    return line.kind === 'error' || (line.kind === 'warning' && !titles.has(titleOf(line)));
  });
}

/** A path as it can be pasted into a command. */
export function fileOf(...parts: readonly string[]): string {
  return path.relative(process.cwd(), path.join(...parts));
}

function titleOf({ text }: LogLine): string {
  return text.split(': ', 2).join(': ');
}
