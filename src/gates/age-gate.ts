import { counted } from '../text/markdown.ts';
import { type Gate, judged, notJudged } from './gate.ts';

const MS_A_DAY = 86_400_000;
const ROUNDING_ERROR = 1e-9;

/** Holds a dataset whose newest correction is too old: reviews have stopped, or the database is the wrong one. */
export const maxAge: Gate = ({ counts, now }, { maxAge: most }) => {
  if (most === null) return null;
  const limit = `it may be at most ${describeDays(most)} old`;
  const { newestCorrection, futureCorrections = 0 } = counts;
  if (newestCorrection === null && futureCorrections > 0) {
    return judged('max-age', true, {
      measured: `${counted(futureCorrections, 'correction has its time', 'corrections have their time')} in the future and none in the past`,
      limit,
      advice: 'Fix these times, or let the SELECT give the time at which each row was corrected.',
    });
  }
  if (newestCorrection === null) return notJudged('max-age', 'no correction has a time', limit);
  // A clock that is a little ahead makes no correction older.
  const days = Math.max(0, now.getTime() - Date.parse(newestCorrection)) / MS_A_DAY;
  return judged('max-age', days > most, {
    measured: `the newest correction is ${describeDays(days)} old${describeFuture(futureCorrections)}`,
    limit,
    advice:
      'Have corrections reviewed, and check that postgres-url names the database that holds them. If no corrections are needed, raise max-age.',
  });
};

function describeFuture(corrections: number): string {
  return corrections === 0
    ? ''
    : ` (without ${counted(corrections, 'correction')} whose time is in the future)`;
}

/** Returns a time in days, or in hours if it is short; rounded up, so that a time over a limit reads that way. */
function describeDays(days: number): string {
  const [amount, unit] = days < 2 ? [24 * days, 'hour'] : [days, 'day'];
  const rounded = Math.ceil(10 * amount - ROUNDING_ERROR) / 10;
  return `${rounded} ${unit}${rounded === 1 ? '' : 's'}`;
}
