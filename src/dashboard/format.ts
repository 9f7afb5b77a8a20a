import { formatCount } from '../text/markdown.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Stands for what is not known. */
export const UNKNOWN = '–';

/** A count with its digits in groups of three. */
export function countText(count: number | null): string {
  return count === null ? UNKNOWN : formatCount(count);
}

/** A fraction in percent. */
export function percentText(fraction: number | null, digits = 1): string {
  return fraction === null ? UNKNOWN : `${(fraction * 100).toFixed(digits)}\u00A0%`;
}

/** A difference with its sign. */
export function signedText(difference: number): string {
  if (difference === 0) return '±0';
  return `${difference > 0 ? '+' : '−'}${countText(Math.abs(difference))}`;
}

/** A difference of fractions in percentage points, with its sign. */
export function pointsText(difference: number): string {
  const points = Math.abs(difference * 100).toFixed(1);
  return `${points === '0.0' ? '±' : difference > 0 ? '+' : '−'}${points}\u00A0pp`;
}

/** A duration in the two largest units that say something. */
export function durationText(milliseconds: number | null): string {
  if (milliseconds === null) return UNKNOWN;
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 60) return `${seconds}\u00A0s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}\u00A0min ${pad(seconds % 60)}\u00A0s`;
  return `${Math.floor(minutes / 60)}\u00A0h ${pad(minutes % 60)}\u00A0min`;
}

/** An instant to the minute, in UTC. */
export function instantText(instant: Date): string {
  return `${dayText(instant)} ${instant.getUTCFullYear()}, ${pad(instant.getUTCHours())}:${pad(instant.getUTCMinutes())}`;
}

/** A day without its year, in UTC. */
export function dayText(instant: Date): string {
  return `${instant.getUTCDate()} ${MONTHS[instant.getUTCMonth()]}`;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
