import { formatCount } from '../text/markdown.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Shown for what is not known. */
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

const DAY_MS = 86_400_000;

/**
 * Returns instants, oldest first, as texts of an axis: with the time where all are within two days, so that several a day
 * differ, and as months where they are more than 300 days apart.
 */
export function axisTexts(instants: readonly Date[]): string[] {
  const days =
    instants.length < 2 ? 0 : (instants[instants.length - 1].getTime() - instants[0].getTime()) / DAY_MS;
  if (days > 300)
    return instants.map((instant) => `${MONTHS[instant.getUTCMonth()]} ${instant.getUTCFullYear()}`);
  return instants.map((instant) => (days > 2 || instants.length < 2 ? dayText(instant) : timeText(instant)));
}

function timeText(instant: Date): string {
  return `${dayText(instant)}, ${pad(instant.getUTCHours())}:${pad(instant.getUTCMinutes())}`;
}

/** A unit of durations, and how many milliseconds it has. */
interface DurationUnit {
  readonly name: string;
  readonly ms: number;
}

const UNITS: readonly DurationUnit[] = [
  { name: 's', ms: 1000 },
  { name: 'min', ms: 60_000 },
  { name: 'h', ms: 3_600_000 },
];
/** Values up to which a unit is used. */
const MOST_OF_UNIT = 120;

/** Returns the unit in which durations can be read on an axis. @param longestMs in milliseconds */
export function durationUnit(longestMs: number): DurationUnit {
  return UNITS.find(({ ms }) => longestMs <= MOST_OF_UNIT * ms) ?? UNITS[UNITS.length - 1];
}

/** A day without its year, in UTC. */
function dayText(instant: Date): string {
  return `${instant.getUTCDate()} ${MONTHS[instant.getUTCMonth()]}`;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
