import {
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
  Metadata,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max';

/** Digits of a number with its calling code (ITU-T E.164), and of one with a prefix to dial abroad. */
const MOST_DIGITS = 15;
const MOST_DIALLED = 18;
export const FEWEST_DIGITS = 7;
/** Digits of trunk prefixes, which are dialled within a country. */
const TRUNK_DIGITS = [0, 1, 2];
/** The prefix to dial abroad in most countries, which people of other countries know too. */
const ABROAD = '00';

/** Types of numbers that people write without a trunk prefix even if other types have one. */
const MOBILE = new Set(['MOBILE', 'FIXED_LINE_OR_MOBILE']);

/** How a number is written. */
export interface Writing {
  /** True with a plus before the digits. */
  readonly hasPlus: boolean;
  /** True if other numbers have the same groups, so that only a trunk prefix shows a phone number. */
  readonly needsTrunk: boolean;
  /** Digits before a slash, which must be the area code with its trunk prefix; null without a slash. */
  readonly area: string | null;
}

/** Decides which digits are a phone number, by the numbering plans of libphonenumber. */
export class PhonePlans {
  readonly #options: { readonly extract: false; readonly defaultCountry?: CountryCode };
  /** Whether a number with this many digits can belong to the region, with any prefix. */
  readonly #fits: Uint8Array;
  readonly #abroad: RegExp;

  /**
   * @param region ISO 3166-1 code of the country whose numbers need no calling code, null when all do
   * @throws Error for a region whose numbers are not known
   */
  constructor(region: string | null) {
    if (region !== null && !isSupportedCountry(region)) {
      throw new Error(
        `The region ${region} of pii is unknown. Set region to the ISO 3166-1 code of a country, such as NP or GB.`,
      );
    }
    this.#options = { extract: false, ...(region === null ? {} : { defaultCountry: region }) };
    this.#fits = region === null ? new Uint8Array() : fittingLengths(region);
    const own = region === null ? ABROAD : (planOf(region)?.IDDPrefix() ?? ABROAD);
    this.#abroad = new RegExp(`^(?:${own}|${ABROAD})(?=[1-9])`);
  }

  /** False if there are more digits than any number has. */
  canStart(digits: string): boolean {
    return digits.length <= MOST_DIALLED;
  }

  /** True for digits that start with a prefix to dial abroad. */
  isDialledAbroad(digits: string): boolean {
    return this.#abroad.test(digits);
  }

  /** False if no number has this many digits. */
  canBe(digits: string, hasPlus: boolean): boolean {
    if (hasPlus) return digits.length >= FEWEST_DIGITS && digits.length <= MOST_DIGITS + 1;
    return (
      this.#fits[digits.length] === 1 || (digits.length >= FEWEST_DIGITS && this.isDialledAbroad(digits))
    );
  }

  /**
   * True for a number with a plus that is as long as those of its country, and for another that its numbering plan has. One
   * without a calling code needs the trunk prefix it is written with, unless it is a mobile's: bare digits of a fixed line
   * look like any number.
   */
  isPhone(digits: string, { hasPlus, needsTrunk, area }: Writing): boolean {
    if (hasPlus) return parsePhoneNumberFromString(`+${digits}`, this.#options)?.isPossible() === true;
    if (this.isDialledAbroad(digits)) {
      const abroad = digits.replace(this.#abroad, '+');
      if (parsePhoneNumberFromString(abroad, this.#options)?.isValid() === true) return true;
    }
    const number = parsePhoneNumberFromString(digits, this.#options);
    if (!number?.isValid() || (area !== null && !isAreaOf(number, area))) return false;
    const hasPrefix = number.nationalNumber.length < digits.length;
    if (hasPrefix || !isWrittenWithPrefix(number)) return true;
    return !needsTrunk && MOBILE.has(number.getType() ?? '');
  }
}

const AREA_OF_OTHERS = /^0\d\d/;

/** True for the area code of a number as the numbering plan has it, and for most of the prefix of another one, such as a mobile's. */
function isAreaOf(number: PhoneNumber, area: string): boolean {
  const first = /\d+/.exec(number.formatNational())?.[0] ?? '';
  if (first === area) return true;
  const isLoose = AREA_OF_OTHERS.test(area) && number.getType() !== 'FIXED_LINE';
  return isLoose && (first.startsWith(area) || area.startsWith(first));
}

function isWrittenWithPrefix(number: PhoneNumber): boolean {
  return number.formatNational().replace(/\D/g, '').length > number.nationalNumber.length;
}

function planOf(region: CountryCode) {
  const metadata = new Metadata();
  metadata.selectNumberingPlan(region);
  return metadata.numberingPlan;
}

function fittingLengths(region: CountryCode): Uint8Array {
  const code = getCountryCallingCode(region).length;
  const fits = new Uint8Array(MOST_DIALLED + 1);
  for (const length of planOf(region)?.possibleLengths() ?? []) {
    for (const prefix of [0, code]) {
      for (const trunk of TRUNK_DIGITS) {
        const digits = prefix + trunk + length;
        if (digits >= FEWEST_DIGITS && digits <= MOST_DIALLED) fits[digits] = 1;
      }
    }
  }
  return fits;
}
