import { rowsOfClass } from '../model/rows.ts';
import { hasSeveralClasses } from '../model/tasks.ts';
import { formatCount, formatPercent } from '../text/markdown.ts';
import { differBeyondChance, type Share } from './fisher.ts';
import { type Gate, type GateFacts, judged, notJudged, percentOf } from './gate.ts';

/**
 * Largest probability that a dataset whose classes have not changed is held, over all its classes together
 * (Bonferroni). Consecutive versions share most rows, which makes it smaller still.
 */
const FALSE_ALARM = 0.005;

/** The share of a class in the last version and now. */
interface Move {
  readonly name: string;
  readonly before: Share;
  readonly now: Share;
}

/**
 * Holds a dataset in which the share of a class changed since the last version by more points than allowed, and by more
 * than chance explains at these numbers of rows.
 */
export const maxDrift: Gate = (facts, { maxDrift: most }) => {
  if (most === null || facts.shape.classNames.length === 0) return null;
  const limit = `at most ${most} points are allowed`;
  const moves = findMoves(facts);
  if (typeof moves === 'string') return notJudged('max-drift', moves, limit);
  const alpha = FALSE_ALARM / moves.length;
  const { before, now } = moves[0];
  const least = { rows: 0, of: before.of };
  if (!differBeyondChance(least, { rows: now.of, of: now.of }, alpha)) {
    return notJudged(
      'max-drift',
      `${rowsOf(before, now)} are too few to distinguish a change from chance`,
      limit,
    );
  }
  const byPoints = moves.toSorted((a, b) => pointsOf(b) - pointsOf(a));
  const drifted = byPoints.filter(
    (move) => pointsOf(move) > most && differBeyondChance(move.before, move.now, alpha),
  );
  const [shown] = [...drifted, ...byPoints];
  const others = drifted.length - 1;
  return judged('max-drift', drifted.length > 0, {
    measured: `${describe(shown)}${describeRest(pointsOf(shown) > most, others)}`,
    limit,
    advice: `Check what was corrected since ${facts.previous?.versionTag}. If the change is right, raise max-drift, or approve this version with on-gate: pull-request.`,
  });
};

/** Returns the classes that both versions have, or why they cannot be compared. */
function findMoves({ shape, classRows, numSamples, previous }: GateFacts): readonly Move[] | string {
  if (previous === null) return 'it has no previous version';
  const { classBalance, versionTag } = previous;
  if (classBalance === null) return `${versionTag} does not record its classes`;
  const known = shape.classNames.flatMap((name, id) =>
    Object.hasOwn(classBalance, name)
      ? [{ name, before: rowsOfClass(classBalance, name), now: classRows[id] }]
      : [],
  );
  // With several classes a row, the shares are of all rows; otherwise, of the rows of known classes.
  const isSeveral = hasSeveralClasses(shape.task);
  const sum = (key: 'before' | 'now') => known.reduce((total, move) => total + move[key], 0);
  const before = isSeveral ? (previous.numSamples ?? 0) : sum('before');
  const now = isSeveral ? numSamples : sum('now');
  if (known.length === 0 || before === 0 || now === 0) return `${versionTag} has no class in common with it`;
  if (known.some((move) => move.before > before)) return `${versionTag} does not record its rows`;
  return known.map(({ name, ...rows }) => ({
    name,
    before: { rows: rows.before, of: before },
    now: { rows: rows.now, of: now },
  }));
}

function pointsOf({ before, now }: Move): number {
  return Math.abs(percent(now) - percent(before));
}

function percent({ rows, of }: Share): number {
  return percentOf(rows, of);
}

function describe(move: Move): string {
  const { name, before, now } = move;
  return `the share of ${name} went from ${formatPercent(percent(before))} of ${formatCount(before.of)} rows to ${formatPercent(percent(now))} of ${formatCount(now.of)}`;
}

/**
 * @param isMuch true if it is more than allowed @param others number of other classes that drifted too, -1 if none did
 */
function describeRest(isMuch: boolean, others: number): string {
  if (others > 0)
    return `, that of ${others} other ${others === 1 ? 'class' : 'classes'} beyond chance as well`;
  if (others === 0) return ', beyond chance';
  return isMuch ? ', which chance explains' : ', and no other by more';
}

function rowsOf(before: Share, now: Share): string {
  return `${formatCount(before.of)} rows before and ${formatCount(now.of)} now`;
}
