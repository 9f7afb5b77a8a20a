import type { DigitGroup } from './digit-chain.ts';
import { FEWEST_DIGITS } from './phones.ts';

/** Groups people write numbers in: with a calling code, and without. */
export const MOST_GROUPS = 7;
const MOST_GROUPS_OF_NATIONAL = 5;
/** Groups that are separated by dots, where a dot is no decimal point. */
const FEWEST_DOTTED = 3;
const FEWEST_OF_A_LONG_PART = 4;
/** A prefix that may stand alone: a trunk prefix, or the calling code of North America. */
const PREFIX_DIGIT = /[018]/;

/** Groups of a chain that follow each other, by the numbers of the first and the last. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** True when groups of digits are written as a phone number is. */
export function isWrittenAsPhone(groups: readonly DigitGroup[], stretch: Stretch, hasPlus: boolean): boolean {
  if (isGlued(groups, stretch)) return false;
  const parts = groups.slice(stretch.first, stretch.last + 1);
  if (!areDotsSeparators(parts)) return false;
  return hasPlus || (isWrittenAsNational(parts) && (!isOfShortParts(parts) || standsAlone(groups, stretch)));
}

/** True when a hyphen or a dot makes a stretch part of something longer: its neighbour is too short for a phone number. */
export function isGlued(groups: readonly DigitGroup[], { first, last }: Stretch): boolean {
  return isJoint(groups[first].gap, groups[first - 1]) || isJoint(groups[last + 1]?.gap, groups[last + 1]);
}

function isJoint(gap: DigitGroup['gap'] | undefined, neighbour: DigitGroup | undefined): boolean {
  if (neighbour === undefined || neighbour.isTaken) return false;
  return (gap === 'hyphen' || gap === 'dot') && neighbour.digits.length < FEWEST_DIGITS;
}

function isWrittenAsNational(parts: readonly DigitGroup[]): boolean {
  const [{ digits: head }, ...rest] = parts;
  if (parts.length > MOST_GROUPS_OF_NATIONAL || rest.some(({ digits }) => digits.length < 2)) return false;
  if (rest.length > 0 && head.length === 1 && !PREFIX_DIGIT.test(head)) return false;
  return !holdsDate(parts) && !isIdentityNumber(parts) && !areYears(parts);
}

/** True for parts as tables of numbers have them, too. */
function isOfShortParts(parts: readonly DigitGroup[]): boolean {
  return (
    !parts[0].digits.startsWith('0') && parts.every(({ digits }) => digits.length < FEWEST_OF_A_LONG_PART)
  );
}

function standsAlone(groups: readonly DigitGroup[], { first, last }: Stretch): boolean {
  return (groups[first - 1]?.isTaken ?? true) && (groups[last + 1]?.isTaken ?? true);
}

function areDotsSeparators(parts: readonly DigitGroup[]): boolean {
  const gaps = parts.slice(1).map(({ gap }) => gap);
  return !gaps.includes('dot') || (parts.length >= FEWEST_DOTTED && gaps.every((gap) => gap === 'dot'));
}

/** True for a day, a month and a year, or the reverse, with hyphens or dots between them. */
function holdsDate(parts: readonly DigitGroup[]): boolean {
  return parts.some((group, index) => {
    const [second, third] = [parts[index + 1], parts[index + 2]];
    if (third === undefined || second.gap !== third.gap || !['hyphen', 'dot'].includes(second.gap!))
      return false;
    const lengths = [group, second, third].map(({ digits }) => digits.length).join();
    return /^(?:4,[12],[12]|[12],[12],4)$/.test(lengths) && hasYear(group, third);
  });
}

/** Years of the Gregorian calendar and of Bikram Sambat. */
const YEAR = /^(?:19|20)\d\d$/;

function hasYear(first: DigitGroup, last: DigitGroup): boolean {
  return YEAR.test(first.digits) || YEAR.test(last.digits);
}

function areYears(parts: readonly DigitGroup[]): boolean {
  return parts.length > 1 && parts.every(({ digits }) => YEAR.test(digits));
}

/** True for numbers of citizenship certificates, which have groups of two digits and then a longer one. */
function isIdentityNumber(parts: readonly DigitGroup[]): boolean {
  const lengths = parts.map(({ digits }) => digits.length).join();
  return (
    parts.length > 1 && parts.slice(1).every(({ gap }) => gap === 'hyphen') && /^2,2,2,[4-6]$/.test(lengths)
  );
}
