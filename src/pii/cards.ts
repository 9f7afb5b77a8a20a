import creditCardType from 'credit-card-type';
import type { DigitGroup } from './digit-chain.ts';

const FEWEST_DIGITS = 13;
const MOST_DIGITS = 19;
/** Digits of the first group of a number in groups, as cards are printed. */
const FIRST_GROUP = 4;
const MOST_GROUPS = 5;
/** First digits of numbers of payment cards. */
const ISSUED = /^[2-689]/;

/**
 * Finds payment cards (ISO/IEC 7812): 13 to 19 digits of an issuer that has numbers of that length, with the right
 * check digit (Luhn), in one group or as cards are printed, with single spaces or hyphens.
 *
 * @returns the number of the last group of the card that starts with group `first`, -1 when none does
 */
export function findCardEnd(groups: readonly DigitGroup[], first: number): number {
  const { digits } = groups[first];
  if (isCard(digits)) return first;
  if (digits.length !== FIRST_GROUP) return -1;
  const separator = groups[first + 1]?.gap;
  if (separator !== 'space' && separator !== 'hyphen') return -1;
  let number = digits;
  let found = -1;
  for (let last = first + 1; last < first + MOST_GROUPS && last < groups.length; last++) {
    const group = groups[last];
    if (group.gap !== separator || group.isTaken) break;
    number += group.digits;
    if (isCard(number)) found = last;
  }
  return found;
}

function isCard(digits: string): boolean {
  const { length } = digits;
  return (
    length >= FEWEST_DIGITS &&
    length <= MOST_DIGITS &&
    ISSUED.test(digits) &&
    hasCheckDigit(digits) &&
    creditCardType(digits).some(({ lengths }) => lengths.includes(length))
  );
}

/** The Luhn algorithm, ISO/IEC 7812-1 annex B. */
function hasCheckDigit(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = digits.charCodeAt(digits.length - 1 - index) - 0x30;
    const weighted = index % 2 === 0 ? digit : 2 * digit;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum % 10 === 0;
}
