import type { WaitEvent } from './connect.ts';
import { describeDuration } from './errors/duration.ts';
import { statementName } from './errors/statement-origin.ts';

/** Returns the line of the log about a statement that still runs. */
export function describeWait({ action, origin, rows, elapsedMs }: WaitEvent): string {
  const seconds = describeDuration(Math.round(elapsedMs / 1000) * 1000);
  if (origin === undefined) return `Still waiting for the database to ${action}: ${seconds}.`;
  const arrived = rows === 0 ? 'no row' : `${rows!.toLocaleString('en')} rows`;
  return `Still reading \`${statementName(origin)}\`: ${arrived} so far, ${seconds}.`;
}
