export const id = 710;
export const ids = [710];
export const modules = {

/***/ 3710:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openPiiReader: () => (/* binding */ openPiiReader)
});

// EXTERNAL MODULE: ./build/dataset/trust.js
var trust = __webpack_require__(8625);
;// CONCATENATED MODULE: ./build/dataset/pii/characters.js
/** Code points from here on are no digits: those of all scripts lie below. */
const CODE_POINTS = 0x20000;
const UNSEEN = 0;
const NO_DIGIT = 1;
/** What is kept of a digit: its value after these. */
const FIRST_DIGIT = 2;
const DIGIT = /\p{Nd}/u;
/** What signs that look like those of ASCII stand for, as a number written with them is read; '' for one that cannot be seen. */
const LOOK_ALIKES = [
    ['-', '\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d'],
    [' ', '\t\u00a0\u2002\u2003\u2005\u2007\u2008\u2009\u200a\u202f\u205f\u3000'],
    ['+', '\ufe62\uff0b'],
    ['(', '\uff08'],
    [')', '\uff09'],
    ['.', '\uff0e'],
    ['/', '\u2044\uff0f'],
    [
        '',
        '\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff',
    ],
];
/** Stands for a sign that cannot be seen. */
const UNSEEN_SIGN = 0;
/** Stands for a character of another alphabet, or one that is none. */
const OTHER = 0x80;
const SIGNS = new Map(LOOK_ALIKES.flatMap(([stands, signs]) => Array.from(signs, (sign) => [sign.codePointAt(0), stands === '' ? UNSEEN_SIGN : stands.charCodeAt(0)])));
/**
 * Reads the characters of a text as ASCII where they stand for it: digits of every script (`\p{Nd}`), and dashes,
 * spaces and the like. Never fails, whatever the bytes are.
 */
class CharacterReader {
    /** Bytes of the character last read. */
    width = 1;
    #kinds = new Uint8Array(CODE_POINTS);
    /** @returns what stands at a position, as ASCII; {@link UNSEEN_SIGN} or {@link OTHER} for what has no such form */
    at(text, position) {
        const lead = text[position];
        if (lead < 0x80) {
            this.width = 1;
            return lead === 0x09 ? 0x20 : lead === UNSEEN_SIGN ? OTHER : lead;
        }
        const codePoint = this.#codePointAt(text, position, lead);
        const digit = this.#digitOf(codePoint);
        return digit >= 0 ? 0x30 + digit : (SIGNS.get(codePoint) ?? OTHER);
    }
    /** True for a digit of any script at a position that holds no ASCII. */
    isDigit(text, position) {
        return this.#digitOf(this.#codePointAt(text, position, text[position])) >= 0;
    }
    /** Position of the character that ends before a position; 0 at the start of the text. */
    before(text, position) {
        let start = position - 1;
        while (start > 0 && position - start < 4 && (text[start] & 0xc0) === 0x80)
            start--;
        return Math.max(0, start);
    }
    #codePointAt(text, position, lead) {
        if (lead < 0xc0) {
            this.width = 1;
            return -1;
        }
        const width = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
        if (position + width > text.length) {
            this.width = text.length - position;
            return -1;
        }
        this.width = width;
        const second = text[position + 1] & 0x3f;
        if (width === 2)
            return ((lead & 0x1f) << 6) | second;
        const third = text[position + 2] & 0x3f;
        if (width === 3)
            return ((lead & 0x0f) << 12) | (second << 6) | third;
        return ((lead & 0x07) << 18) | (second << 12) | (third << 6) | (text[position + 3] & 0x3f);
    }
    #digitOf(codePoint) {
        if (codePoint < 0 || codePoint >= CODE_POINTS)
            return -1;
        let kind = this.#kinds[codePoint];
        if (kind === UNSEEN)
            kind = this.#look(codePoint);
        return kind - FIRST_DIGIT;
    }
    /** Digits of a script follow each other from its zero on, and several such rows may follow each other. */
    #look(codePoint) {
        let first = codePoint;
        while (DIGIT.test(String.fromCodePoint(first)))
            first--;
        const kind = first === codePoint ? NO_DIGIT : FIRST_DIGIT + ((codePoint - first - 1) % 10);
        this.#kinds[codePoint] = kind;
        return kind;
    }
}

;// CONCATENATED MODULE: ./build/dataset/pii/digit-chain.js

const GAPS = new Map([
    [' ', 'space'],
    ['  ', 'space'],
    ['-', 'hyphen'],
    [' -', 'hyphen'],
    ['- ', 'hyphen'],
    [' - ', 'hyphen'],
    ['.', 'dot'],
    [')', 'bracket'],
    [') ', 'bracket'],
    [')-', 'bracket'],
    [') - ', 'bracket'],
    ['(', 'bracket'],
    [' (', 'bracket'],
    ['-(', 'bracket'],
]);
const LONGEST_GAP = 4;
/** Characters that cannot be seen in a row that are passed over: marks of direction around a copied number. */
const MOST_UNSEEN = 8;
const ZERO = 0x30;
const NINE = 0x39;
/** Digits of a group that are kept: no number that is looked for has more. */
const MOST_DIGITS = 24;
/** Groups of digits with nothing between them but what people put into numbers. */
class DigitChain {
    groups = [];
    /** Digits of all groups. */
    length = 0;
    #reader;
    constructor(reader) {
        this.#reader = reader;
    }
    /**
     * Reads the chain that starts with the digit at a position.
     *
     * @param limit position before which it ends
     * @returns the position after its last digit
     */
    read(text, start, limit) {
        this.groups.length = 0;
        this.length = 0;
        let gap = null;
        let end = start;
        for (let next = start; next >= 0; next = this.#afterGap) {
            end = this.#readGroup(text, next, limit, gap);
            gap = this.#readGap(text, end, limit);
        }
        return end;
    }
    /** Position of the digit after the gap last read, -1 when there is none. */
    #afterGap = -1;
    #readGroup(text, start, limit, gap) {
        const group = { start, end: start, digits: '', gap, isTaken: false };
        let position = start;
        let unseen = 0;
        while (position < limit && unseen <= MOST_UNSEEN) {
            const sign = this.#reader.at(text, position);
            position += this.#reader.width;
            if (sign === UNSEEN_SIGN) {
                unseen++;
                continue;
            }
            if (sign < ZERO || sign > NINE)
                break;
            unseen = 0;
            group.end = position;
            this.length++;
            if (group.digits.length < MOST_DIGITS)
                group.digits += String.fromCharCode(sign);
        }
        this.groups.push(group);
        return group.end;
    }
    #readGap(text, start, limit) {
        this.#afterGap = -1;
        let gap = '';
        let unseen = 0;
        for (let position = start; position < limit; position += this.#reader.width) {
            const sign = this.#reader.at(text, position);
            if (sign === UNSEEN_SIGN) {
                if (++unseen > MOST_UNSEEN)
                    return null;
                continue;
            }
            if (sign >= ZERO && sign <= NINE) {
                const known = GAPS.get(gap) ?? null;
                if (known !== null)
                    this.#afterGap = position;
                return known;
            }
            gap += String.fromCharCode(sign);
            if (gap.length > LONGEST_GAP)
                return null;
        }
        return null;
    }
}

;// CONCATENATED MODULE: ./build/dataset/pii/emails.js
const AT = 0x40;
const DOT = 0x2e;
const SPACE = 0x20;
const HYPHEN = 0x2d;
/** Bytes that tell how much is looked at around an `@` with other letters than ASCII's. */
const WINDOW = 256;
const LOCAL_PART = /[\p{L}\p{M}\p{N}._%+-]+$/u;
const DOMAIN = /^[\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)*\.[\p{L}\p{M}]{2,}/u;
/** Bytes of a local part as people write it; RFC 5322 has more, which stand around addresses far more often than in them. */
const LOCAL = byteSet("A-Za-z0-9._%+'&~=-");
const ALPHANUMERIC = byteSet('A-Za-z0-9');
const LETTER = byteSet('A-Za-z');
const DOMAIN_BYTE = byteSet('A-Za-z0-9.-');
/**
 * Finds e-mail addresses: a local part, `@`, with or without a space beside it, and a domain name that ends in letters. Those of other
 * alphabets (RFC 6531) are found where they have no letter of ASCII next to the `@`. Linear in the text's length.
 */
function findEmails(text, matches) {
    let floor = 0;
    for (let at = text.indexOf(AT); at !== -1; at = text.indexOf(AT, at + 1)) {
        const localEnd = text[at - 1] === SPACE ? at - 1 : at;
        const domain = text[at + 1] === SPACE ? at + 2 : at + 1;
        const isAscii = text[localEnd - 1] < 0x80 && text[domain] < 0x80;
        const start = isAscii ? localPartStart(text, localEnd, floor) : foreignStart(text, localEnd, floor);
        floor = at + 1;
        if (start === localEnd)
            continue;
        const end = isAscii ? domainEnd(text, domain) : foreignEnd(text, domain);
        if (end === domain)
            continue;
        matches.add('email', start, end);
        floor = end;
    }
}
function localPartStart(text, at, floor) {
    let start = at;
    while (start > floor && LOCAL[text[start - 1]] === 1)
        start--;
    while (start < at && ALPHANUMERIC[text[start]] === 0)
        start++;
    return start;
}
/** Position after the domain name at `start`, `start` when there is none. */
function domainEnd(text, start) {
    let end = start;
    while (end < text.length && DOMAIN_BYTE[text[end]] === 1)
        end++;
    if (ALPHANUMERIC[text[start]] === 0)
        return start;
    let found = start;
    for (let label = start; label < end;) {
        const next = endOfLabel(text, label, end);
        if (next === label)
            break;
        const letters = lettersEnd(text, label, next);
        if (label > start && letters - label >= 2)
            found = letters;
        label = next + 1;
    }
    return found;
}
function endOfLabel(text, start, end) {
    let position = start;
    while (position < end && text[position] !== DOT)
        position++;
    return position;
}
/** Position after the letters a last label may be made of; one in Punycode is taken whole. */
function lettersEnd(text, start, end) {
    let position = start;
    while (position < end && LETTER[text[position]] === 1)
        position++;
    const isPunycode = position - start === 2 && text[position] === HYPHEN && text[position + 1] === HYPHEN;
    return isPunycode ? end : position;
}
function foreignStart(text, at, floor) {
    const window = Buffer.from(text.subarray(Math.max(floor, at - WINDOW), at)).toString();
    return at - Buffer.byteLength(LOCAL_PART.exec(window)?.[0] ?? '');
}
function foreignEnd(text, start) {
    const window = Buffer.from(text.subarray(start, start + WINDOW)).toString();
    return start + Buffer.byteLength(DOMAIN.exec(window)?.[0] ?? '');
}
function byteSet(characters) {
    const isIn = new RegExp(`^[${characters}]$`);
    return Uint8Array.from({ length: 256 }, (_, byte) => byte < 0x80 && isIn.test(String.fromCharCode(byte)) ? 1 : 0);
}

// EXTERNAL MODULE: ./node_modules/ibantools/jsnext/ibantools.js
var ibantools = __webpack_require__(6858);
;// CONCATENATED MODULE: ./build/dataset/pii/ibans.js


/** Letters before the check digits: the country. */
const LETTERS_OF_IBAN = 2;
const ibans_SPACE = 0x20;
const ibans_HYPHEN = 0x2d;
/** Finds IBANs (ISO 13616): the country's length, its format and the check digits must be right. */
class IbanFinder {
    #reader;
    #lengths;
    constructor(reader) {
        this.#reader = reader;
        this.#lengths = new Map(Object.entries((0,ibantools/* getCountrySpecifications */.J8)()).flatMap(([country, { chars }]) => chars === null ? [] : [[country, chars]]));
    }
    /**
     * @param digits position of the first check digit
     * @param floor position before which nothing belongs to it
     * @returns the position after the IBAN, -1 when there is none
     */
    endAt(text, digits, { floor, ceiling }) {
        const start = digits - LETTERS_OF_IBAN;
        if (start < floor || !isLetter(text[start]) || !isLetter(text[start + 1]))
            return -1;
        if (start > floor && this.#isAlphanumericAt(text, this.#reader.before(text, start)))
            return -1;
        const length = this.#lengths.get(String.fromCharCode(text[start], text[start + 1]).toUpperCase());
        return length === undefined ? -1 : this.#endOf(text, start, { length, ceiling });
    }
    #endOf(text, start, { length, ceiling }) {
        let iban = '';
        let position = start;
        let isAfterGap = false;
        while (iban.length < length && position < ceiling) {
            const sign = this.#reader.at(text, position);
            position += this.#reader.width;
            if (isAlphanumeric(sign)) {
                iban += String.fromCharCode(sign);
                isAfterGap = false;
            }
            else if (sign !== UNSEEN_SIGN) {
                if (isAfterGap || (sign !== ibans_SPACE && sign !== ibans_HYPHEN))
                    return -1;
                isAfterGap = true;
            }
        }
        const isWhole = position >= ceiling || !this.#isAlphanumericAt(text, position);
        return isWhole && (0,ibantools/* isValidIBAN */.DT)(iban.toUpperCase()) ? position : -1;
    }
    #isAlphanumericAt(text, position) {
        return isAlphanumeric(this.#reader.at(text, position));
    }
}
function isLetter(byte) {
    const lower = byte | 0x20;
    return byte < 0x80 && lower >= 0x61 && lower <= 0x7a;
}
function isAlphanumeric(sign) {
    return isLetter(sign) || (sign >= 0x30 && sign <= 0x39);
}

;// CONCATENATED MODULE: ./build/dataset/pii/matches.js

/** What each kind is replaced by. */
const REPLACEMENTS = trust/* PII_KINDS */.tw.map((kind) => Buffer.from(`[${kind.toUpperCase()}]`));
/** What was found in one text; it never leaves the folder, only numbers and the text without it do. */
class Matches {
    #matches = [];
    #scratch = new Uint8Array(1 << 12);
    get length() {
        return this.#matches.length;
    }
    clear() {
        this.#matches.length = 0;
    }
    add(kind, start, end) {
        this.#matches.push({ start, end, kind: trust/* PII_KINDS */.tw.indexOf(kind) });
    }
    /** The match with a number, in the order in which they were added. */
    at(number) {
        return this.#matches[number];
    }
    /** Position after the match last added; 0 when there is none. */
    get lastEnd() {
        return this.#matches.at(-1)?.end ?? 0;
    }
    /** Adds how many there are of each kind to `counts`, in the order of {@link PII_KINDS}. */
    countInto(counts) {
        for (const { kind } of this.#matches)
            counts[kind]++;
    }
    /** @returns the text with each match replaced by its kind: a view, valid until the next call */
    replaceIn(text) {
        this.#matches.sort((a, b) => a.start - b.start);
        const room = text.length + this.#matches.length * LONGEST_REPLACEMENT;
        if (this.#scratch.length < room)
            this.#scratch = new Uint8Array(2 * room);
        let length = 0;
        let position = 0;
        const append = (bytes) => {
            this.#scratch.set(bytes, length);
            length += bytes.length;
        };
        for (const { start, end, kind } of this.#matches) {
            append(text.subarray(position, start));
            append(REPLACEMENTS[kind]);
            position = end;
        }
        append(text.subarray(position));
        return this.#scratch.subarray(0, length);
    }
}
const LONGEST_REPLACEMENT = Math.max(...REPLACEMENTS.map(({ length }) => length));

// EXTERNAL MODULE: ./node_modules/credit-card-type/dist/index.js
var dist = __webpack_require__(8998);
;// CONCATENATED MODULE: ./build/dataset/pii/cards.js

const FEWEST_DIGITS = 13;
const cards_MOST_DIGITS = 19;
/** Digits of the first group of a number in groups, as cards are printed. */
const FIRST_GROUP = 4;
const MOST_GROUPS = 5;
/** First digits of the industries that issue cards one pays with. */
const ISSUED = /^[2-689]/;
/**
 * Finds payment cards (ISO/IEC 7812): 13 to 19 digits of an issuer that has numbers of that length, with the right
 * check digit (Luhn), in one group or as cards are printed, with single spaces or hyphens.
 *
 * @returns the number of the last group of the card that starts with group `first`, -1 when none does
 */
function findCardEnd(groups, first) {
    const { digits } = groups[first];
    if (isCard(digits))
        return first;
    if (digits.length !== FIRST_GROUP)
        return -1;
    const separator = groups[first + 1]?.gap;
    if (separator !== 'space' && separator !== 'hyphen')
        return -1;
    let number = digits;
    let found = -1;
    for (let last = first + 1; last < first + MOST_GROUPS && last < groups.length; last++) {
        const group = groups[last];
        if (group.gap !== separator || group.isTaken)
            break;
        number += group.digits;
        if (isCard(number))
            found = last;
    }
    return found;
}
function isCard(digits) {
    const { length } = digits;
    return (length >= FEWEST_DIGITS &&
        length <= cards_MOST_DIGITS &&
        ISSUED.test(digits) &&
        hasCheckDigit(digits) &&
        dist(digits).some(({ lengths }) => lengths.includes(length)));
}
/** The Luhn algorithm, ISO/IEC 7812-1 annex B. */
function hasCheckDigit(digits) {
    let sum = 0;
    for (let index = 0; index < digits.length; index++) {
        const digit = digits.charCodeAt(digits.length - 1 - index) - 0x30;
        const weighted = index % 2 === 0 ? digit : 2 * digit;
        sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return sum % 10 === 0;
}

// EXTERNAL MODULE: ./node_modules/libphonenumber-js/max/exports/isSupportedCountry.js
var isSupportedCountry = __webpack_require__(6294);
// EXTERNAL MODULE: ./node_modules/libphonenumber-js/max/exports/parsePhoneNumber.js + 36 modules
var parsePhoneNumber = __webpack_require__(2479);
// EXTERNAL MODULE: ./node_modules/libphonenumber-js/max/exports/Metadata.js
var Metadata = __webpack_require__(4871);
// EXTERNAL MODULE: ./node_modules/libphonenumber-js/max/exports/getCountryCallingCode.js
var getCountryCallingCode = __webpack_require__(2943);
;// CONCATENATED MODULE: ./build/dataset/pii/phones.js

/** Digits of a number with its calling code (ITU-T E.164), and of one with a prefix to dial abroad. */
const phones_MOST_DIGITS = 15;
const MOST_DIALLED = 18;
const phones_FEWEST_DIGITS = 7;
/** Digits of trunk prefixes, which are dialled within a country, and of those to dial abroad. */
const TRUNK_DIGITS = [0, 1, 2];
const ABROAD_DIGITS = 2;
/** Types of numbers that are written without a trunk prefix even where others have one. */
const MOBILE = new Set(['MOBILE', 'FIXED_LINE_OR_MOBILE']);
/** Knows which digits are a phone number, by the numbering plans of libphonenumber. */
class PhonePlans {
    #options;
    /** Whether a number of so many digits, however prefixed, can be one of the region. */
    #fits;
    /**
     * @param region ISO 3166-1 code of the country whose numbers need no calling code, null when all do
     * @throws Error for a region whose numbers are not known
     */
    constructor(region) {
        if (region !== null && !(0,isSupportedCountry/* isSupportedCountry */.J)(region)) {
            throw new Error(`The region ${region} of pii is no country whose phone numbers are known. Give its ISO 3166-1 code, such as NP or GB.`);
        }
        this.#options = { extract: false, ...(region === null ? {} : { defaultCountry: region }) };
        this.#fits = region === null ? new Uint8Array() : fittingLengths(region);
    }
    /** False for digits that are more than a number has, however it goes on. */
    canStart(digits) {
        return digits.length <= MOST_DIALLED;
    }
    /** False when no number has so many digits. */
    canBe({ length }, hasPlus) {
        return hasPlus ? length >= phones_FEWEST_DIGITS && length <= phones_MOST_DIGITS + 1 : this.#fits[length] === 1;
    }
    /**
     * True for a number with a plus that is as long as those of its country, and for another that its numbering plan has. That
     * one needs the trunk prefix it is written with, unless it is a mobile's: bare digits of a fixed line look like any number.
     */
    isPhone(digits, hasPlus) {
        const number = (0,parsePhoneNumber/* parsePhoneNumber */.l)(hasPlus ? `+${digits}` : digits, this.#options);
        if (hasPlus)
            return number?.isPossible() === true;
        if (!number?.isValid())
            return false;
        const hasPrefix = number.nationalNumber.length < digits.length;
        return hasPrefix || MOBILE.has(number.getType() ?? '') || !isWrittenWithPrefix(number);
    }
}
function isWrittenWithPrefix(number) {
    return number.formatNational().replace(/\D/g, '').length > number.nationalNumber.length;
}
function fittingLengths(region) {
    const metadata = new Metadata/* Metadata */.O();
    metadata.selectNumberingPlan(region);
    const code = (0,getCountryCallingCode/* getCountryCallingCode */.K)(region).length;
    const fits = new Uint8Array(MOST_DIALLED + 1);
    for (const length of metadata.numberingPlan?.possibleLengths() ?? []) {
        for (const prefix of [0, code, ABROAD_DIGITS + code]) {
            for (const trunk of TRUNK_DIGITS) {
                const digits = prefix + trunk + length;
                if (digits >= phones_FEWEST_DIGITS && digits <= MOST_DIALLED)
                    fits[digits] = 1;
            }
        }
    }
    return fits;
}

;// CONCATENATED MODULE: ./build/dataset/pii/phone-writing.js

/** Groups people write numbers in: with a calling code, and without. */
const phone_writing_MOST_GROUPS = 7;
const MOST_GROUPS_OF_NATIONAL = 5;
/** Groups that are separated by dots, where a dot is no decimal point. */
const FEWEST_DOTTED = 3;
const FEWEST_OF_A_LONG_PART = 4;
/** A prefix that may stand alone: a trunk prefix, or the calling code of North America. */
const PREFIX_DIGIT = /[018]/;
/** True when groups of digits are written as a phone number is. */
function isWrittenAsPhone(groups, stretch, hasPlus) {
    if (isGlued(groups, stretch))
        return false;
    const parts = groups.slice(stretch.first, stretch.last + 1);
    if (!areDotsSeparators(parts))
        return false;
    return hasPlus || (isWrittenAsNational(parts) && (!isOfShortParts(parts) || standsAlone(groups, stretch)));
}
/** True when a hyphen or a dot makes a stretch part of something longer: its neighbour is too short for a phone number. */
function isGlued(groups, { first, last }) {
    return isJoint(groups[first].gap, groups[first - 1]) || isJoint(groups[last + 1]?.gap, groups[last + 1]);
}
function isJoint(gap, neighbour) {
    if (neighbour === undefined || neighbour.isTaken)
        return false;
    return (gap === 'hyphen' || gap === 'dot') && neighbour.digits.length < phones_FEWEST_DIGITS;
}
function isWrittenAsNational(parts) {
    const [{ digits: head }, ...rest] = parts;
    if (parts.length > MOST_GROUPS_OF_NATIONAL || rest.some(({ digits }) => digits.length < 2))
        return false;
    if (rest.length > 0 && head.length === 1 && !PREFIX_DIGIT.test(head))
        return false;
    return !holdsDate(parts) && !isIdentityNumber(parts) && !areYears(parts);
}
/** True for parts as tables of numbers have them, too. */
function isOfShortParts(parts) {
    return (!parts[0].digits.startsWith('0') && parts.every(({ digits }) => digits.length < FEWEST_OF_A_LONG_PART));
}
function standsAlone(groups, { first, last }) {
    return (groups[first - 1]?.isTaken ?? true) && (groups[last + 1]?.isTaken ?? true);
}
function areDotsSeparators(parts) {
    const gaps = parts.slice(1).map(({ gap }) => gap);
    return !gaps.includes('dot') || (parts.length >= FEWEST_DOTTED && gaps.every((gap) => gap === 'dot'));
}
/** True for a day, a month and a year, or the reverse, with hyphens or dots between them. */
function holdsDate(parts) {
    return parts.some((group, index) => {
        const [second, third] = [parts[index + 1], parts[index + 2]];
        if (third === undefined || second.gap !== third.gap || !['hyphen', 'dot'].includes(second.gap))
            return false;
        const lengths = [group, second, third].map(({ digits }) => digits.length).join();
        return /^(?:4,[12],[12]|[12],[12],4)$/.test(lengths) && hasYear(group, third);
    });
}
/** Years of the Gregorian calendar and of Bikram Sambat. */
const YEAR = /^(?:19|20)\d\d$/;
function hasYear(first, last) {
    return YEAR.test(first.digits) || YEAR.test(last.digits);
}
function areYears(parts) {
    return parts.length > 1 && parts.every(({ digits }) => YEAR.test(digits));
}
/** True for numbers of citizenship certificates, which have groups of two digits and then a longer one. */
function isIdentityNumber(parts) {
    const lengths = parts.map(({ digits }) => digits.length).join();
    return (parts.length > 1 && parts.slice(1).every(({ gap }) => gap === 'hyphen') && /^2,2,2,[4-6]$/.test(lengths));
}

;// CONCATENATED MODULE: ./build/dataset/pii/surroundings.js
/** Latin words before a number that say that it is one to call, without their full stop. */
const LABELS = new Set('call cell contact fax m mo mob mobile no nos num number p ph phn phone sms t tel telephone viber whatsapp'.split(' '));
const WORD_AT_END = /[A-Za-z]+$/;
const DASH_AT_END = /[-\u2010-\u2015\u2212]$/u;
const ID_SIGN_AT_END = /[_#=&?$€£₹₨¥]$/u;
const MONEY_AT_END = /(?:^|[^A-Za-z])(?:rs|nrs|npr|inr|re|usd|eur|gbp|aud)[.:]? ?$|(?:रु|रू)[.:]? ?$|[$€£₹₨¥] ?$/iu;
/** Words that are written together with a number: no part of an id, which has capitals, or digits again.
 * What was found in place of such digits leaves them one. */
const JOINED_BEFORE = /(?:^|[^-A-Za-z0-9_])[a-z]{2,}$/;
const JOINED_AFTER = /^[a-z]{2,}(?![-A-Za-z0-9_[])/;
const AMOUNT_AFTER = /^ ?(?:\/[-=]|%|rs\b|npr\b|rupee|lakh|lac\b|crore|रु|रू|लाख|करोड)/iu;
/** Bytes of what is looked at around a number. */
const MOST_BEFORE = 32;
const MOST_AFTER = 24;
const LONGEST_LINK = 256;
const surroundings_SPACE = 0x20;
const LINK = Buffer.from('://');
/**
 * True when the number at `start` is the end of something longer or other: an id, a reference, an amount, a link.
 *
 * @param floor position before which nothing counts, because it was found to be something
 * @param isList true when a slash there separates this number from another one as long
 */
function isBoundBefore(text, start, { floor, isList }) {
    const before = decode(text, Math.max(floor, start - MOST_BEFORE), start);
    if (MONEY_AT_END.test(before))
        return true;
    if (/[A-Za-z]$/.test(before))
        return !isLabelled(before) && !JOINED_BEFORE.test(before);
    if (ID_SIGN_AT_END.test(before))
        return true;
    const rest = before.slice(0, -1);
    if (DASH_AT_END.test(before))
        return /[A-Za-z]$/.test(rest) && !isLabelled(rest);
    if (before.endsWith('/'))
        return !isList && /[A-Za-z\p{N}/]$/u.test(rest) && !isLabelled(rest);
    return isInLink(text, start);
}
/** True when what stands at `end` says that the number before it is none to call: a unit, a currency, an id that goes on. */
function isBoundAfter(text, end, ceiling) {
    const after = decode(text, end, Math.min(ceiling, end + MOST_AFTER));
    return AMOUNT_AFTER.test(after) || (/^[A-Za-z_]/.test(after) && !JOINED_AFTER.test(after));
}
function isLabelled(before) {
    return LABELS.has(WORD_AT_END.exec(before)?.[0].toLowerCase() ?? '');
}
function isInLink(text, position) {
    const from = Math.max(0, position - LONGEST_LINK);
    const before = Buffer.from(text.buffer, text.byteOffset + from, position - from);
    return before.lastIndexOf(LINK) > before.lastIndexOf(surroundings_SPACE);
}
function decode(text, start, end) {
    return Buffer.from(text.buffer, text.byteOffset + start, Math.max(0, end - start)).toString();
}

;// CONCATENATED MODULE: ./build/dataset/pii/numbers.js




/**
 * Numbers of a text that are looked up in vain, before all others that are written like a phone's count as one: a text
 * with more is hostile. One more for each so many bytes.
 */
const MOST_TRIES = 1000;
const BYTES_A_TRY = 8;
const PLUS = 0x2b;
const numbers_SPACE = 0x20;
const OPENING = 0x28;
const CLOSING = 0x29;
/** Times a chain is gone through, to its end and back. */
const MOST_ROUNDS = 4;
/** Finds cards and phone numbers in chains of digits. */
class NumberFinder {
    #reader;
    #findsCards;
    #plans;
    #tries = 0;
    /** Position after the last chain that is long enough for a phone number. */
    #longEnd = -1;
    /** @throws Error for a region whose phone numbers are not known */
    constructor(reader, { find, region }) {
        this.#reader = reader;
        this.#findsCards = find.includes('card');
        this.#plans = find.includes('phone') ? new PhonePlans(region) : null;
    }
    /** Makes ready for a text of so many bytes. */
    begin(bytes) {
        this.#tries = MOST_TRIES + bytes / BYTES_A_TRY;
        this.#longEnd = -1;
    }
    /** Adds the cards and phone numbers of a chain to the matches of its place. */
    findIn({ groups, length }, place) {
        if (length < phones_FEWEST_DIGITS)
            return;
        const { start } = groups[0];
        const isList = this.#longEnd === start - 1;
        this.#longEnd = groups[groups.length - 1].end;
        const chain = { ...place, groups, isList, plus: this.#plusBefore(place, start) };
        // What was found no longer makes its neighbours part of a longer number: to its right now, to its left on the way back.
        for (let round = 0; round < MOST_ROUNDS; round++) {
            const isForward = round % 2 === 0;
            const known = place.matches.length;
            if (this.#findsCards)
                takeAll(chain, 'card', isForward, (first) => lastGroupOfCard(chain, first));
            const plans = this.#plans;
            if (plans !== null)
                takeAll(chain, 'phone', isForward, (first) => this.#lastGroupOfPhone(chain, first, plans));
            if (place.matches.length === known)
                return;
        }
    }
    /** @returns number of the last group of the longest phone number that starts with a group, -1 when none does */
    #lastGroupOfPhone(chain, first, plans) {
        const { groups } = chain;
        const numbers = [];
        let digits = '';
        for (let last = first; last < groups.length && last < first + phone_writing_MOST_GROUPS; last++) {
            if (groups[last].isTaken)
                break;
            digits += groups[last].digits;
            if (!plans.canStart(digits))
                break;
            numbers.push(digits);
        }
        const hasPlus = first === 0 && chain.plus >= 0;
        while (numbers.length > 0) {
            const last = first + numbers.length - 1;
            const number = numbers.pop();
            if (hasPlus && this.#isPhone(chain, { first, last }, { number, hasPlus, plans }))
                return last;
            if (this.#isPhone(chain, { first, last }, { number, hasPlus: false, plans }))
                return last;
        }
        return -1;
    }
    #isPhone(chain, stretch, { number, hasPlus, plans }) {
        if (!plans.canBe(number, hasPlus) || !isWrittenAsPhone(chain.groups, stretch, hasPlus))
            return false;
        if (isBound(chain, stretch))
            return false;
        if (this.#tries < 0 || plans.isPhone(number, hasPlus))
            return true;
        this.#tries--;
        return false;
    }
    #plusBefore({ text, floor }, start) {
        let position = start;
        for (let steps = 0; steps < 2 && position > floor; steps++) {
            position = this.#reader.before(text, position);
            const sign = this.#reader.at(text, position);
            if (sign === PLUS)
                return position;
            if (sign !== numbers_SPACE)
                return -1;
        }
        return -1;
    }
}
/** Takes every stretch that is something, by its first group. @param lastOf number of its last group, -1 when it is nothing */
function takeAll(chain, kind, isForward, lastOf) {
    const { length } = chain.groups;
    for (let step = 0; step < length; step++) {
        const first = isForward ? step : length - 1 - step;
        const last = chain.groups[first].isTaken ? -1 : lastOf(first);
        if (last !== -1)
            take(chain, kind, { first, last });
    }
}
function lastGroupOfCard(chain, first) {
    const last = findCardEnd(chain.groups, first);
    if (last === -1 || isGlued(chain.groups, { first, last }) || isBound(chain, { first, last }))
        return -1;
    return last;
}
/** True when what stands around a stretch of a chain makes it part of something else. */
function isBound({ groups, plus, isList, ...place }, { first, last }) {
    const { text, floor, ceiling } = place;
    if (last === groups.length - 1 && isBoundAfter(text, groups[last].end, ceiling))
        return true;
    return first === 0 && plus === -1 && isBoundBefore(text, groups[0].start, { floor, isList });
}
/** Takes a stretch with the plus and the bracket that belong to it. */
function take({ groups, plus, text, floor, matches }, kind, { first, last }) {
    for (let group = first; group <= last; group++)
        groups[group].isTaken = true;
    const { end } = groups[last];
    let { start } = groups[first];
    if (first === 0 && plus >= 0 && kind === 'phone')
        start = plus;
    const hasBracket = start > floor && text[start - 1] === OPENING && text.subarray(start, end).includes(CLOSING);
    matches.add(kind, hasBracket ? start - 1 : start, end);
}

;// CONCATENATED MODULE: ./build/dataset/pii/scanner.js






/** What a byte tells of the character it starts: no digit, a digit, or that more bytes must be looked at. */
const scanner_NO_DIGIT = 0;
const scanner_DIGIT = 1;
const LEAD = 2;
const KINDS = new Uint8Array(256).fill(scanner_DIGIT, 0x30, 0x3a);
for (const lead of [0xd9, 0xdb, 0xdf, 0xe0, 0xe1, 0xea, 0xef, 0xf0])
    KINDS[lead] = LEAD;
/** Bytes with which U+0900 to U+093F start, among which is no digit. */
const INDIC_LEAD = 0xe0;
const LETTERS_OF_DEVANAGARI = 0xa4;
/**
 * Finds personal data in texts. An e-mail address comes before all else, an IBAN before a card, and a card before a phone
 * number; nothing is found twice. The time is linear in the length of a text, whatever it holds.
 */
class PiiScanner {
    #matches;
    #reader = new CharacterReader();
    #chain = new DigitChain(this.#reader);
    #findsEmails;
    #readsNumbers;
    #ibans;
    #numbers;
    /**
     * @param matches where what was found last is kept
     * @throws Error for a region whose phone numbers are not known
     */
    constructor(settings, matches = new Matches()) {
        this.#matches = matches;
        this.#findsEmails = settings.find.includes('email');
        this.#readsNumbers = settings.find.some((kind) => kind !== 'email');
        this.#ibans = settings.find.includes('iban') ? new IbanFinder(this.#reader) : null;
        this.#numbers = new NumberFinder(this.#reader, settings);
    }
    /**
     * Looks for personal data in a text.
     *
     * @param text UTF-8; bytes that are none are passed over
     * @returns how much was found
     */
    find(text) {
        this.#matches.clear();
        if (this.#findsEmails)
            findEmails(text, this.#matches);
        if (!this.#readsNumbers)
            return this.#matches.length;
        this.#numbers.begin(text.length);
        const emails = this.#matches.length;
        let position = 0;
        for (let email = 0; email < emails; email++) {
            const { start, end } = this.#matches.at(email);
            this.#findNumbers(text, position, start);
            position = end;
        }
        this.#findNumbers(text, position, text.length);
        return this.#matches.length;
    }
    /** Adds how much of each kind the last call found to `counts`, in the order of `PII_KINDS`. */
    countInto(counts) {
        this.#matches.countInto(counts);
    }
    /** @returns the text last looked at with what was found replaced: a view, valid until the next call */
    redact(text) {
        return this.#matches.replaceIn(text);
    }
    #findNumbers(text, start, ceiling) {
        let floor = start;
        let position = this.#nextDigit(text, start, ceiling);
        while (position < ceiling) {
            const known = this.#matches.length;
            const ibanEnd = this.#ibans?.endAt(text, position, { floor, ceiling }) ?? -1;
            if (ibanEnd > 0)
                this.#matches.add('iban', position - LETTERS_OF_IBAN, ibanEnd);
            let end = ibanEnd;
            if (ibanEnd < 0) {
                end = this.#chain.read(text, position, ceiling);
                this.#numbers.findIn(this.#chain, { text, floor, ceiling, matches: this.#matches });
            }
            if (this.#matches.length > known)
                floor = this.#matches.lastEnd;
            position = this.#nextDigit(text, end, ceiling);
        }
    }
    /** Position of the next digit of any script from a position on, `end` when there is none. */
    #nextDigit(text, start, end) {
        let position = start;
        while (position < end) {
            const kind = KINDS[text[position]];
            if (kind === scanner_NO_DIGIT) {
                position++;
            }
            else if (kind === scanner_DIGIT) {
                return position;
            }
            else if (text[position] === INDIC_LEAD && text[position + 1] === LETTERS_OF_DEVANAGARI) {
                position += 3;
            }
            else {
                if (this.#reader.isDigit(text, position))
                    return position;
                position += this.#reader.width;
            }
        }
        return end;
    }
}

;// CONCATENATED MODULE: ./build/dataset/pii/pii-reader.js


/** Loads what finds personal data. @throws Error for a region whose phone numbers are not known */
function openPiiReader(settings) {
    return new ScanningReader(settings);
}
class ScanningReader {
    finds = new Uint32Array(trust/* PII_KINDS */.tw.length);
    hasFound = false;
    #scanner;
    #redacts;
    constructor(settings) {
        this.#scanner = new PiiScanner(settings);
        this.#redacts = settings.action === 'redact';
    }
    begin() {
        if (!this.hasFound)
            return;
        this.finds.fill(0);
        this.hasFound = false;
    }
    read(text) {
        if (this.#scanner.find(text) === 0)
            return text;
        this.hasFound = true;
        this.#scanner.countInto(this.finds);
        return this.#redacts ? this.#scanner.redact(text) : text;
    }
    readText(text) {
        const bytes = Buffer.from(text);
        const left = this.read(bytes);
        return left === bytes ? text : Buffer.from(left).toString();
    }
}


/***/ })

};
