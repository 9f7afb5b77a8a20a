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
/** Digits of trunk prefixes, which are dialled within a country, and of those to dial abroad. */
const TRUNK_DIGITS = [0, 1, 2];
const ABROAD_DIGITS = 2;

/** Types of numbers that are written without a trunk prefix even where others have one. */
const MOBILE = new Set(['MOBILE', 'FIXED_LINE_OR_MOBILE']);

/** Knows which digits are a phone number, by the numbering plans of libphonenumber. */
export class PhonePlans {
  readonly #options: { readonly extract: false; readonly defaultCountry?: CountryCode };
  /** Whether a number of so many digits, however prefixed, can be one of the region. */
  readonly #fits: Uint8Array;

  /**
   * @param region ISO 3166-1 code of the country whose numbers need no calling code, null when all do
   * @throws Error for a region whose numbers are not known
   */
  constructor(region: string | null) {
    if (region !== null && !isSupportedCountry(region)) {
      throw new Error(
        `The region ${region} of pii is no country whose phone numbers are known. Give its ISO 3166-1 code, such as NP or GB.`,
      );
    }
    this.#options = { extract: false, ...(region === null ? {} : { defaultCountry: region }) };
    this.#fits = region === null ? new Uint8Array() : fittingLengths(region);
  }

  /** False for digits that are more than a number has, however it goes on. */
  canStart(digits: string): boolean {
    return digits.length <= MOST_DIALLED;
  }

  /** False when no number has so many digits. */
  canBe({ length }: string, hasPlus: boolean): boolean {
    return hasPlus ? length >= FEWEST_DIGITS && length <= MOST_DIGITS + 1 : this.#fits[length] === 1;
  }

  /**
   * True for a number with a plus that is as long as those of its country, and for another that its numbering plan has. That
   * one needs the trunk prefix it is written with, unless it is a mobile's: bare digits of a fixed line look like any number.
   */
  isPhone(digits: string, hasPlus: boolean): boolean {
    const number = parsePhoneNumberFromString(hasPlus ? `+${digits}` : digits, this.#options);
    if (hasPlus) return number?.isPossible() === true;
    if (!number?.isValid()) return false;
    const hasPrefix = number.nationalNumber.length < digits.length;
    return hasPrefix || MOBILE.has(number.getType() ?? '') || !isWrittenWithPrefix(number);
  }
}

function isWrittenWithPrefix(number: PhoneNumber): boolean {
  return number.formatNational().replace(/\D/g, '').length > number.nationalNumber.length;
}

function fittingLengths(region: CountryCode): Uint8Array {
  const metadata = new Metadata();
  metadata.selectNumberingPlan(region);
  const code = getCountryCallingCode(region).length;
  const fits = new Uint8Array(MOST_DIALLED + 1);
  for (const length of metadata.numberingPlan?.possibleLengths() ?? []) {
    for (const prefix of [0, code, ABROAD_DIGITS + code]) {
      for (const trunk of TRUNK_DIGITS) {
        const digits = prefix + trunk + length;
        if (digits >= FEWEST_DIGITS && digits <= MOST_DIALLED) fits[digits] = 1;
      }
    }
  }
  return fits;
}
