import type { DigitGroup } from './digit-chain.ts';
import { areDotsSeparators, isGlued, isWrittenAsNational, type Stretch } from './phone-writing.ts';
import { FEWEST_DIGITS } from './phones.ts';

/** Groups before the slash: `00`, a calling code, a zero in brackets and an area code; and after it. */
const MOST_BEFORE = 4;
const MOST_AFTER = 5;
/** Digits before the slash: those of an area code with the zero that is dialled before it, or without. */
const AREA = /^(?:0\d{1,5}|[1-9]\d{1,2})$/;
/** Digits of a number with a slash, and those after it: shorter ones are mostly references. */
const FEWEST_WITH_SLASH = 8;
const FEWEST_AFTER_SLASH = 5;
/** Groups of a number whose pairs of digits are all separated by slashes. */
const PAIRS = 5;

/** A stretch with a slash, by the number of the group after it. */
interface SlashedStretch extends Stretch {
  readonly slash: number;
}

/** The groups of a chain, as slashes separate them. */
export function splitAtSlashes(groups: readonly DigitGroup[]): DigitGroup[][] {
  const parts: DigitGroup[][] = [];
  for (const group of groups) {
    if (group.gap === 'slash' || parts.length === 0) parts.push([group]);
    else parts[parts.length - 1].push(group);
  }
  return parts;
}

/** Hands over the stretches that may be a number with a slash after its area code, of each slash the longest first. */
export function* slashedStretches(groups: readonly DigitGroup[]): Generator<SlashedStretch> {
  for (let slash = 1; slash < groups.length; slash++) {
    if (groups[slash].gap !== 'slash') continue;
    if (arePairs(groups, slash)) yield { first: slash - 1, last: slash + PAIRS - 2, slash };
    let earliest = slash - 1;
    while (earliest > slash - MOST_BEFORE && groups[earliest].gap !== 'slash' && earliest > 0) earliest--;
    // A calling code has a slash of its own.
    if (groups[earliest].gap === 'slash') earliest--;
    let latest = slash;
    while (latest < slash + MOST_AFTER - 1 && isJoined(groups[latest + 1])) latest++;
    for (let first = earliest; first < slash; first++) {
      for (let last = latest; last >= slash; last--) yield { first, last, slash };
    }
  }
}

/** True when groups of digits are written as a phone number with a slash is. @param isAbroad true with a calling code */
export function isWrittenWithSlash(
  groups: readonly DigitGroup[],
  { first, last, slash }: SlashedStretch,
  isAbroad: boolean,
): boolean {
  const parts = groups.slice(first, last + 1);
  if (parts.some(({ isTaken }) => isTaken)) return false;
  if (isGlued(groups, { first, last }) || isPartOfList(groups, { first, last })) return false;
  const rest = groups.slice(slash, last + 1);
  const gapsBefore = groups.slice(first + 1, slash).map(({ gap }) => gap);
  if (!areDotsSeparators(rest) || gapsBefore.includes('dot')) return false;
  if (isAbroad) return true;
  const area = digitsOf(groups.slice(first, slash));
  const { length } = digitsOf(rest);
  if (gapsBefore.includes('slash') || !AREA.test(area)) return false;
  if (length < FEWEST_AFTER_SLASH || area.length + length < FEWEST_WITH_SLASH) return false;
  return isWrittenAsNational([{ ...groups[first], digits: area }, ...rest]);
}

export function digitsOf(groups: readonly DigitGroup[]): string {
  return groups.map(({ digits }) => digits).join('');
}

/** True if slashes join a part to further parts that are not numbers of their own, as in a date or a reference. */
function isPartOfList(groups: readonly DigitGroup[], { first, last }: Stretch): boolean {
  if (groups[first].gap === 'slash' && !endsNumber(groups, first - 1)) return true;
  const next = groups[last + 1];
  if (next?.gap !== 'slash' || next.isTaken) return false;
  const startsAnother = next.digits.startsWith('0') && groups[last + 2]?.gap === 'slash';
  return next.digits.length < FEWEST_DIGITS && !startsAnother;
}

/** True when the digits up to a group, back to what separates them, are enough for a number of their own. */
function endsNumber(groups: readonly DigitGroup[], last: number): boolean {
  let digits = 0;
  for (let group = last; group >= 0; group--) {
    digits += groups[group].digits.length;
    if (groups[group].isTaken || digits >= FEWEST_DIGITS) return true;
    if (groups[group].gap === 'slash') return false;
  }
  return false;
}

function isJoined(group: DigitGroup | undefined): boolean {
  return group !== undefined && group.gap !== 'slash';
}

function arePairs(groups: readonly DigitGroup[], slash: number): boolean {
  const pairs = groups.slice(slash - 1, slash + PAIRS - 1);
  return (
    pairs.length === PAIRS &&
    pairs[0].digits.startsWith('0') &&
    pairs.every(({ digits, gap }, index) => digits.length === 2 && (index === 0 || gap === 'slash'))
  );
}
