import type { PiiKind, PiiSettings } from '../model/trust.ts';
import { findCardEnd } from './cards.ts';
import type { CharacterReader } from './characters.ts';
import type { DigitChain, DigitGroup } from './digit-chain.ts';
import type { Matches } from './matches.ts';
import { areThrees, isGlued, isWrittenAsPhone, MOST_GROUPS, type Stretch } from './phone-writing.ts';
import { FEWEST_DIGITS, PhonePlans, type Writing } from './phones.ts';
import { digitsOf, isWrittenWithSlash, slashedStretches, splitAtSlashes } from './slashes.ts';
import { isBoundAfter, isBoundBefore } from './surroundings.ts';

/**
 * Largest number of unsuccessful look-ups in a text, plus one for each so many bytes.
 * In a hostile text with more, everything written like a phone number counts as one.
 */
const MOST_TRIES = 1000;
const BYTES_A_TRY = 8;

const PLUS = 0x2b;
const SPACE = 0x20;
const OPENING = 0x28;
const CLOSING = 0x29;

/** Number of passes over a chain: to its end, and back. */
const MOST_ROUNDS = 4;

/** Position of a chain of digits. */
interface Place {
  readonly text: Uint8Array;
  /** Position before which nothing counts. */
  readonly floor: number;
  /** Position from which on nothing counts. */
  readonly ceiling: number;
  readonly matches: Matches;
}

/** A chain and its surroundings. */
interface PlacedChain extends Place {
  readonly groups: readonly DigitGroup[];
  /** True if a slash separates it from another long chain. */
  readonly isList: boolean;
  /** Position of the plus before it, -1 without one. */
  readonly plus: number;
}

/** Finds cards and phone numbers in chains of digits. */
export class NumberFinder {
  readonly #reader: CharacterReader;
  readonly #findsCards: boolean;
  readonly #plans: PhonePlans | null;
  #tries = 0;
  /** Position after the last chain that is long enough for a phone number. */
  #longEnd = -1;

  /** @throws Error for a region whose phone numbers are not known */
  constructor(reader: CharacterReader, { find, region }: Pick<PiiSettings, 'find' | 'region'>) {
    this.#reader = reader;
    this.#findsCards = find.includes('card');
    this.#plans = find.includes('phone') ? new PhonePlans(region) : null;
  }

  /** Prepares for a text of this many bytes. */
  begin(bytes: number): void {
    this.#tries = MOST_TRIES + bytes / BYTES_A_TRY;
    this.#longEnd = -1;
  }

  /** Adds the cards and phone numbers of a chain to the matches of its place. */
  findIn({ groups, length }: DigitChain, place: Place): void {
    if (length < FEWEST_DIGITS) return;
    const parts = splitAtSlashes(groups);
    if (parts.length > 1 && this.#plans !== null) this.#findSlashed(this.#placed(groups, place), this.#plans);
    for (const part of parts) this.#findInPart(part, place);
  }

  #placed(groups: readonly DigitGroup[], place: Place): PlacedChain {
    const { start } = groups[0];
    return { ...place, groups, isList: this.#longEnd === start - 1, plus: this.#plusBefore(place, start) };
  }

  /** Adds the phone numbers with a slash after their area code. */
  #findSlashed(chain: PlacedChain, plans: PhonePlans): void {
    for (const stretch of slashedStretches(chain.groups)) {
      const number = digitsOf(chain.groups.slice(stretch.first, stretch.last + 1));
      const hasPlus = stretch.first === 0 && chain.plus >= 0;
      const isAbroad = hasPlus || plans.isDialledAbroad(number);
      if (!plans.canBe(number, hasPlus) || !isWrittenWithSlash(chain.groups, stretch, isAbroad)) continue;
      if (isBound(chain, stretch)) continue;
      const area = digitsOf(chain.groups.slice(stretch.first, stretch.slash));
      if (this.#isKnown(number, { hasPlus, needsTrunk: true, area }, plans)) take(chain, 'phone', stretch);
    }
  }

  #findInPart(groups: readonly DigitGroup[], place: Place): void {
    if (digitsOf(groups).length < FEWEST_DIGITS) return;
    const chain = this.#placed(groups, place);
    this.#longEnd = groups[groups.length - 1].end;
    // A match is no longer part of the number beside it. The pass to the end applies this to its right, the pass back
    // to its left.
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const isForward = round % 2 === 0;
      const known = place.matches.length;
      if (this.#findsCards) takeAll(chain, 'card', isForward, (first) => lastGroupOfCard(chain, first));
      const plans = this.#plans;
      if (plans !== null)
        takeAll(chain, 'phone', isForward, (first) => this.#lastGroupOfPhone(chain, first, plans));
      if (place.matches.length === known) return;
    }
  }

  /** @returns number of the last group of the longest phone number that starts with a group, -1 when none does */
  #lastGroupOfPhone(chain: PlacedChain, first: number, plans: PhonePlans): number {
    const { groups } = chain;
    const numbers: string[] = [];
    let digits = '';
    for (let last = first; last < groups.length && last < first + MOST_GROUPS; last++) {
      if (groups[last].isTaken) break;
      digits += groups[last].digits;
      if (!plans.canStart(digits)) break;
      numbers.push(digits);
    }
    const hasPlus = first === 0 && chain.plus >= 0;
    while (numbers.length > 0) {
      const last = first + numbers.length - 1;
      const number = numbers.pop()!;
      if (hasPlus && this.#isPhone(chain, { first, last }, { number, hasPlus, plans })) return last;
      if (this.#isPhone(chain, { first, last }, { number, hasPlus: false, plans })) return last;
    }
    return -1;
  }

  #isPhone(
    chain: PlacedChain,
    stretch: Stretch,
    { number, hasPlus, plans }: { number: string; hasPlus: boolean; plans: PhonePlans },
  ): boolean {
    if (!plans.canBe(number, hasPlus)) return false;
    const isAbroad = hasPlus || plans.isDialledAbroad(number);
    if (!isWrittenAsPhone(chain.groups, stretch, isAbroad) || isBound(chain, stretch)) return false;
    const needsTrunk = areThrees(chain.groups.slice(stretch.first, stretch.last + 1));
    return this.#isKnown(number, { hasPlus, needsTrunk, area: null }, plans);
  }

  /** Looks a number up until the limit is reached. */
  #isKnown(number: string, writing: Writing, plans: PhonePlans): boolean {
    if (this.#tries < 0 || plans.isPhone(number, writing)) return true;
    this.#tries--;
    return false;
  }

  #plusBefore({ text, floor }: Place, start: number): number {
    let position = start;
    for (let steps = 0; steps < 2 && position > floor; steps++) {
      position = this.#reader.before(text, position);
      const sign = this.#reader.at(text, position);
      if (sign === PLUS) return position;
      if (sign !== SPACE) return -1;
    }
    return -1;
  }
}

/**
 * Adds each stretch that is a match, by its first group. @param lastOf number of its last group, -1 if it is no match
 */
function takeAll(
  chain: PlacedChain,
  kind: PiiKind,
  isForward: boolean,
  lastOf: (first: number) => number,
): void {
  const { length } = chain.groups;
  for (let step = 0; step < length; step++) {
    const first = isForward ? step : length - 1 - step;
    const last = chain.groups[first].isTaken ? -1 : lastOf(first);
    if (last !== -1) take(chain, kind, { first, last });
  }
}

function lastGroupOfCard(chain: PlacedChain, first: number): number {
  const last = findCardEnd(chain.groups, first);
  if (last === -1 || isGlued(chain.groups, { first, last }) || isBound(chain, { first, last })) return -1;
  return last;
}

/** True if the text around a part of a chain shows that it is part of something else. */
function isBound({ groups, plus, isList, ...place }: PlacedChain, { first, last }: Stretch): boolean {
  const { text, floor, ceiling } = place;
  if (last === groups.length - 1 && isBoundAfter(text, groups[last].end, ceiling)) return true;
  return first === 0 && plus === -1 && isBoundBefore(text, groups[0].start, { floor, isList });
}

/** Adds a stretch with its plus and its bracket. */
function take(
  { groups, plus, text, floor, matches }: PlacedChain,
  kind: PiiKind,
  { first, last }: Stretch,
): void {
  for (let group = first; group <= last; group++) groups[group].isTaken = true;
  const { end } = groups[last];
  let { start } = groups[first];
  if (first === 0 && plus >= 0 && kind === 'phone') start = plus;
  const hasBracket =
    start > floor && text[start - 1] === OPENING && text.subarray(start, end).includes(CLOSING);
  matches.add(kind, hasBracket ? start - 1 : start, end);
}
