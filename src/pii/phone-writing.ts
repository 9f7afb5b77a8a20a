import type { DigitGroup } from './digit-chain.ts';
import { FEWEST_DIGITS } from './phones.ts';

/** Largest number of groups of a phone number: with a calling code, and without. */
export const MOST_GROUPS = 8;
const MOST_GROUPS_OF_NATIONAL = 5;
/** Smallest number of dots in a number that are not decimal points. */
const FEWEST_DOTS = 2;
const FEWEST_OF_A_LONG_PART = 4;
/** A prefix that may be alone: a trunk prefix, or the calling code of North America. */
const PREFIX_DIGIT = /[018]/;
/** An area code that starts with a zero. No decimal number with several digits starts with a zero. */
const FEWEST_OF_AREA = 3;

/** Groups of a chain that follow each other, by the numbers of the first and the last. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** True if groups of digits are written like a phone number. @param isAbroad true with a calling code */
export function isWrittenAsPhone(
  groups: readonly DigitGroup[],
  stretch: Stretch,
  isAbroad: boolean,
): boolean {
  if (isGlued(groups, stretch)) return false;
  const parts = groups.slice(stretch.first, stretch.last + 1);
  if (!areDotsSeparators(parts) || isOfOtherNumber(groups, stretch)) return false;
  if (isAbroad) return true;
  return isWrittenAsNational(parts) && (!isOfShortParts(parts) || standsAlone(groups, stretch));
}

/** True for parts that a number of three times three digits also has, such as a French company number. */
export function areThrees(parts: readonly DigitGroup[]): boolean {
  return lengthsOf(parts) === '3,3,3';
}

/** True when a hyphen or a dot makes a stretch part of something longer: its neighbour is too short for a phone number. */
export function isGlued(groups: readonly DigitGroup[], { first, last }: Stretch): boolean {
  return isJoint(groups[first].gap, groups[first - 1]) || isJoint(groups[last + 1]?.gap, groups[last + 1]);
}

function isJoint(gap: DigitGroup['gap'] | undefined, neighbour: DigitGroup | undefined): boolean {
  if (neighbour === undefined || neighbour.isTaken) return false;
  return (gap === 'hyphen' || gap === 'dot') && neighbour.digits.length < FEWEST_DIGITS;
}

/** True for groups that people use for a number without its calling code. */
export function isWrittenAsNational(parts: readonly DigitGroup[]): boolean {
  const [{ digits: head }, ...rest] = parts;
  if (parts.length > MOST_GROUPS_OF_NATIONAL || !areLongEnough(parts)) return false;
  if (rest.length > 0 && head.length === 1 && !PREFIX_DIGIT.test(head)) return false;
  return !holdsDate(parts) && !isIdentityNumber(parts) && !areYears(parts);
}

/**
 * True if the parts after the first one have two digits or more each, except for the first of pairs after an area code,
 * and an extension after a hyphen.
 */
function areLongEnough(parts: readonly DigitGroup[]): boolean {
  return parts.every(({ digits, gap }, index) => {
    if (index === 0 || digits.length > 1) return true;
    if (index === parts.length - 1) return index > 1 && gap === 'hyphen';
    return index === 1 && isAreaCode(parts[0]) && parts.slice(2).every((pair) => pair.digits.length === 2);
  });
}

function isAreaCode({ digits }: DigitGroup): boolean {
  return digits.length >= FEWEST_OF_AREA && digits.startsWith('0');
}

/** True for parts that are also common in tables of numbers. */
function isOfShortParts(parts: readonly DigitGroup[]): boolean {
  return (
    !parts[0].digits.startsWith('0') && parts.every(({ digits }) => digits.length < FEWEST_OF_A_LONG_PART)
  );
}

function standsAlone(groups: readonly DigitGroup[], { first, last }: Stretch): boolean {
  return (groups[first - 1]?.isTaken ?? true) && (groups[last + 1]?.isTaken ?? true);
}

/** True if there are no dots, or only dots from the first one on that are not decimal points. */
export function areDotsSeparators(parts: readonly DigitGroup[]): boolean {
  const gaps = parts.slice(1).map(({ gap }) => gap);
  const firstDot = gaps.indexOf('dot');
  if (firstDot === -1) return true;
  if (gaps.slice(firstDot).some((gap) => gap !== 'dot') || isNetworkAddress(parts)) return false;
  return gaps.length - firstDot >= FEWEST_DOTS || isAreaCode(parts[firstDot]);
}

/** True for an address of IPv4. */
function isNetworkAddress(parts: readonly DigitGroup[]): boolean {
  return parts.length === 4 && parts.every(({ digits }) => Number(digits) < 256 && !digits.startsWith('0'));
}

/** True for a day, a month and a year, or the reverse, with hyphens or dots between them. */
function holdsDate(parts: readonly DigitGroup[]): boolean {
  return parts.some((group, index) => {
    const [second, third] = [parts[index + 1], parts[index + 2]];
    if (third === undefined || second.gap !== third.gap || !['hyphen', 'dot'].includes(second.gap!))
      return false;
    const lengths = lengthsOf([group, second, third]);
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
  return (
    parts.length > 1 &&
    parts.slice(1).every(({ gap }) => gap === 'hyphen') &&
    /^2,2,2,[4-6]$/.test(lengthsOf(parts))
  );
}

/**
 * Longer numbers with a part that may look like a phone number: numbers of people and companies in France, and of
 * parcels.
 */
const OTHER_NUMBERS = /^(?:1,2,2,2,3,3(?:,2)?|3,3,3,5|3,7,7)$/;
const MOST_PARTS_OF_OTHER = 7;

/** True when a stretch is part of another number, with the same separators throughout. */
function isOfOtherNumber(groups: readonly DigitGroup[], { first, last }: Stretch): boolean {
  const { gap } = groups[last];
  let start = last;
  while (start > 0 && groups[start].gap === gap && last - start < MOST_PARTS_OF_OTHER) start--;
  let end = last + 1;
  while (groups[end]?.gap === gap && end - start <= MOST_PARTS_OF_OTHER) end++;
  return start <= first && OTHER_NUMBERS.test(lengthsOf(groups.slice(start, end)));
}

function lengthsOf(parts: readonly DigitGroup[]): string {
  return parts.map(({ digits }) => digits.length).join();
}
