export const id = 485;
export const ids = [485];
export const modules = {

/***/ 485:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openPiiReader: () => (/* binding */ openPiiReader)
});

// EXTERNAL MODULE: ./build/model/trust.js
var trust = __webpack_require__(8728);
;// CONCATENATED MODULE: ./build/pii/characters.js
/** Code points from here on are not digits: those of all scripts are below. */
const CODE_POINTS = 0x20000;
const NOT_LOOKED_AT = 0;
const NO_DIGIT = 1;
const INVISIBLE = 2;
/** Bits of a digit's value. */
const FIRST_DIGIT = 3;
const DIGIT = /\p{Nd}/u;
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/u;
/** The ASCII characters of signs that look alike, by which a number with such signs is read. */
const LOOK_ALIKES = [
    ['-', '\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d'],
    [' ', '\t\u00a0\u2002\u2003\u2005\u2007\u2008\u2009\u200a\u202f\u205f\u3000'],
    ['+', '\ufe62\uff0b'],
    ['(', '\uff08'],
    [')', '\uff09'],
    ['.', '\uff0e'],
    ['/', '\u2044\uff0f'],
];
/** Replaces a sign that cannot be seen. */
const UNSEEN_SIGN = 0;
/** Replaces a character of another alphabet, or invalid bytes. */
const OTHER = 0x80;
const SIGNS = new Map(LOOK_ALIKES.flatMap(([ascii, signs]) => Array.from(signs, (sign) => [sign.codePointAt(0), ascii.charCodeAt(0)])));
/**
 * Reads the characters of a text as ASCII characters with the same meaning: digits of every script (`\p{Nd}`), and
 * dashes, spaces and the like. Never fails, whatever the bytes are.
 */
class CharacterReader {
    /** Bytes of the character last read. */
    width = 1;
    #kinds = new Uint8Array(CODE_POINTS);
    /**
     * @returns the ASCII character at a position; {@link UNSEEN_SIGN} or {@link OTHER} for a character without such a
     * form
     */
    at(text, position) {
        const lead = text[position];
        if (lead < 0x80) {
            this.width = 1;
            return lead === 0x09 ? 0x20 : lead === UNSEEN_SIGN ? OTHER : lead;
        }
        const codePoint = this.codePointAt(text, position);
        const kind = this.#kindOf(codePoint);
        if (kind >= FIRST_DIGIT)
            return 0x30 + kind - FIRST_DIGIT;
        return kind === INVISIBLE ? UNSEEN_SIGN : (SIGNS.get(codePoint) ?? OTHER);
    }
    /** True for a digit of any script at a position that holds no ASCII. */
    isDigit(text, position) {
        return this.#kindOf(this.codePointAt(text, position)) >= FIRST_DIGIT;
    }
    /** Position of the character that ends before a position; 0 at the start of the text. */
    before(text, position) {
        let start = position - 1;
        while (start > 0 && position - start < 4 && (text[start] & 0xc0) === 0x80)
            start--;
        return Math.max(0, start);
    }
    /** @returns the code point of the character at a position, -1 for invalid bytes */
    codePointAt(text, position) {
        const lead = text[position];
        if (lead < 0xc0) {
            this.width = 1;
            return lead < 0x80 ? lead : -1;
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
    #kindOf(codePoint) {
        if (codePoint < 0 || codePoint >= CODE_POINTS)
            return NO_DIGIT;
        const kind = this.#kinds[codePoint];
        return kind === NOT_LOOKED_AT ? this.#look(codePoint) : kind;
    }
    /** Digits of a script follow each other from its zero on, and several such rows may follow each other. */
    #look(codePoint) {
        let first = codePoint;
        while (DIGIT.test(String.fromCodePoint(first)))
            first--;
        let kind = NO_DIGIT;
        if (first < codePoint)
            kind = FIRST_DIGIT + ((codePoint - first - 1) % 10);
        else if (IGNORABLE.test(String.fromCodePoint(codePoint)))
            kind = INVISIBLE;
        this.#kinds[codePoint] = kind;
        return kind;
    }
}

;// CONCATENATED MODULE: ./build/pii/digit-chain.js

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
    ['/', 'slash'],
    ['/ ', 'slash'],
    [' /', 'slash'],
    [' / ', 'slash'],
    [')/', 'slash'],
    [')/ ', 'slash'],
    [') /', 'slash'],
    [') / ', 'slash'],
]);
const LONGEST_GAP = 4;
/** Largest number of invisible characters in a row that are skipped: marks of direction around a copied number. */
const MOST_UNSEEN = 8;
const ZERO = 0x30;
const NINE = 0x39;
/** Largest number of digits of a group that are kept. No number in the search has more. */
const MOST_DIGITS = 24;
/** Groups of digits, separated only by characters that people write in numbers. */
class DigitChain {
    groups = [];
    /** Digits of all groups. */
    length = 0;
    #reader;
    constructor(reader) {
        this.#reader = reader;
    }
    /**
     * Reads the chain whose first digit is at a position.
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

;// CONCATENATED MODULE: ./build/pii/letters.js
/** Kinds of characters in an address; letters are last. */
const OTHER_KIND = 1;
const letters_INVISIBLE = 2;
const MARK = 3;
const letters_DIGIT = 4;
const DOT = 5;
const HYPHEN = 6;
/** `_` and `+`, which join the parts of a name. */
const JOINT = 7;
/**
 * Further signs of a local part as people write it; RFC 5322 allows more, which are mostly
 * around an address instead of in it.
 */
const SIGN = 8;
/** The full stop of Chinese and Japanese. */
const STOP = 9;
const LATIN = 10;
/** A letter of another alphabet with upper and lower case. */
const CASED = 11;
/** A letter of an alphabet without upper and lower case. */
const LETTER = 12;
/** A letter of a script that puts no space between words. */
const UNSPACED = 13;
/** From this code point on, the range of a code point decides its kind. */
const letters_CODE_POINTS = 0x20000;
const IDEOGRAPHS_END = 0x40000;
const letters_NOT_LOOKED_AT = 0;
const KINDS = [
    [/\p{Default_Ignorable_Code_Point}/u, letters_INVISIBLE],
    [/[.\uff0e]/u, DOT],
    [/[\u3002\uff61]/u, STOP],
    [/[-\uff0d]/u, HYPHEN],
    [/[_+\uff0b\uff3f]/u, JOINT],
    [/[%'&~=]/u, SIGN],
    [/\p{N}/u, letters_DIGIT],
    [/\p{M}/u, MARK],
    [/(?=\p{L})\p{Script=Latin}/u, LATIN],
    [
        /(?=\p{L})[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Bopomofo}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}\p{scx=Tibetan}]/u,
        UNSPACED,
    ],
    [/[\p{Lu}\p{Ll}\p{Lt}]/u, CASED],
    [/\p{L}/u, LETTER],
];
/** Reads the kinds of the characters of a text in an e-mail address. */
class LetterReader {
    #reader;
    #kinds = new Uint8Array(letters_CODE_POINTS);
    /** @param reader knows the width of the character that was read last */
    constructor(reader) {
        this.#reader = reader;
    }
    /** @returns the kind of the character at a position; {@link OTHER_KIND} for invalid bytes */
    at(text, position) {
        const codePoint = this.#reader.codePointAt(text, position);
        if (codePoint < 0)
            return OTHER_KIND;
        if (codePoint >= letters_CODE_POINTS)
            return kindOfRare(codePoint);
        const known = this.#kinds[codePoint];
        return known === letters_NOT_LOOKED_AT ? this.#look(codePoint) : known;
    }
    #look(codePoint) {
        const character = String.fromCodePoint(codePoint);
        const kind = KINDS.find(([pattern]) => pattern.test(character))?.[1] ?? OTHER_KIND;
        this.#kinds[codePoint] = kind;
        return kind;
    }
}
function kindOfRare(codePoint) {
    if (codePoint < IDEOGRAPHS_END)
        return UNSPACED;
    return KINDS[0][0].test(String.fromCodePoint(Math.min(codePoint, 0x10ffff))) ? letters_INVISIBLE : OTHER_KIND;
}

;// CONCATENATED MODULE: ./build/pii/emails.js

const AT = 0x40;
/** U+FE6B and U+FF20, which keyboards of East Asia write in place of `@`. */
const WIDE_ATS = [Buffer.from('\ufe6b'), Buffer.from('\uff20')];
const SPACE = 0x20;
/** Invisible characters that are passed over on either side of an `@`. */
const MOST_INVISIBLE = 8;
/** Smallest number of letters and marks of the last label. No top-level domain has one letter. */
const FEWEST_LETTERS = 2;
/** Two labels of digits are the start of a version number, not of a domain. */
const VERSION = /^v?\d+\.\d+(?![A-Za-z\d\x80-\xff])/;
const VERSION_BYTES = 24;
/**
 * Finds e-mail addresses: a local part, `@`, with or without a space beside it, and a domain whose last label is of letters, in
 * any alphabet (RFC 6531). Characters that cannot be seen do not hide an address, and are taken with it. Linear in the text's
 * length.
 */
class EmailFinder {
    #reader;
    #letters;
    constructor(reader) {
        this.#reader = reader;
        this.#letters = new LetterReader(reader);
    }
    /** Adds the addresses of a text to the matches. */
    findIn(text, matches) {
        let floor = 0;
        const ats = new AtSigns(text);
        for (let at = ats.next(0); at !== -1; at = ats.next(at + 1)) {
            const atEnd = at + (text[at] === AT ? 1 : 3);
            const domain = this.#afterGap(text, atEnd);
            const end = this.#domainEnd(text, domain);
            const start = end === -1 ? -1 : this.#localStart(text, at, { floor, domain });
            floor = atEnd;
            if (start === -1)
                continue;
            matches.add('email', start, end);
            floor = end;
        }
    }
    /** Position after the invisible characters and the space that may follow an `@`. */
    #afterGap(text, start) {
        let position = start;
        let hasSpace = false;
        for (let steps = 0; steps < MOST_INVISIBLE && position < text.length; steps++) {
            const isSpace = this.#reader.at(text, position) === SPACE;
            if (isSpace ? hasSpace : this.#letters.at(text, position) !== letters_INVISIBLE)
                break;
            hasSpace ||= isSpace;
            position += this.#reader.width;
        }
        return position;
    }
    /** @returns position before the invisible characters and the space that may come before an `@` */
    #beforeGap(text, at, floor) {
        let position = at;
        let hasSpace = false;
        for (let steps = 0; steps < MOST_INVISIBLE && position > floor; steps++) {
            const before = this.#reader.before(text, position);
            const isSpace = this.#reader.at(text, before) === SPACE;
            if (isSpace ? hasSpace : this.#letters.at(text, before) !== letters_INVISIBLE)
                break;
            hasSpace ||= isSpace;
            position = before;
        }
        return position;
    }
    /** @returns where the local part before an `@` starts, -1 when there is none */
    #localStart(text, at, { floor, domain }) {
        // In a script without spaces, a name in ASCII begins where the sentence before it ends.
        const mayHaveSentence = text[domain] < 0x80;
        let start = -1;
        let right = UNSPACED;
        let position = this.#beforeGap(text, at, floor);
        while (position > floor) {
            position = this.#reader.before(text, position);
            const kind = this.#letters.at(text, position);
            if (kind === letters_INVISIBLE || kind === MARK)
                continue;
            if (!isOfLocalPart(kind) || (mayHaveSentence && kind === UNSPACED && BEGIN_NAME.has(right)))
                break;
            right = kind;
            if (kind === letters_DIGIT || kind >= LATIN)
                start = position;
        }
        return start;
    }
    /** @returns where the domain that starts at a position ends, -1 when there is none */
    #domainEnd(text, start) {
        let end = -1;
        for (let label = start; label < text.length;) {
            const { lettersEnd, labelEnd } = this.#readLabel(text, label);
            if (labelEnd === label)
                break;
            if (label > start && lettersEnd > label && !endsAsFile(text, label, lettersEnd))
                end = lettersEnd;
            if (labelEnd === text.length)
                break;
            const separator = this.#letters.at(text, labelEnd);
            // The full stop of Chinese and Japanese can separate labels, but mostly separates sentences.
            if (separator !== DOT && (separator !== STOP || end !== -1))
                break;
            label = labelEnd + this.#reader.width;
        }
        return end !== -1 && isVersion(text, start) ? -1 : end;
    }
    /**
     * Reads a label of a domain: letters, digits and hyphens, the first of them no hyphen.
     *
     * @returns where it ends, and where the letters end that it starts with: at its start, when they are no top-level domain
     */
    #readLabel(text, start) {
        let first = 0;
        let letters = 0;
        let lettersEnd = start;
        let areLetters = true;
        let position = start;
        for (; position < text.length; position += this.#reader.width) {
            const kind = this.#letters.at(text, position);
            if (kind === letters_INVISIBLE)
                continue;
            const isFirst = first === 0;
            if (kind < LATIN && kind !== letters_DIGIT && (isFirst || (kind !== MARK && kind !== HYPHEN)))
                break;
            if (isFirst)
                first = kind;
            areLetters &&= kind === MARK || (kind >= LATIN && alphabetOf(kind) === alphabetOf(first));
            if (!areLetters)
                continue;
            letters++;
            lettersEnd = position + this.#reader.width;
        }
        if (first === 0)
            return { lettersEnd: start, labelEnd: start };
        if (isPunycode(text, start))
            return { lettersEnd: position, labelEnd: position };
        return { lettersEnd: letters < FEWEST_LETTERS ? start : lettersEnd, labelEnd: position };
    }
}
/** Where a text has an `@` of any width, from its start to its end. */
class AtSigns {
    #text;
    /** Where the next one of each width is, -1 when there is none. */
    #next;
    constructor(text) {
        this.#text = Buffer.from(text.buffer, text.byteOffset, text.length);
        this.#next = [AT, ...WIDE_ATS].map((sign) => this.#text.indexOf(sign));
    }
    /** @returns the first one from a position on, -1 when there is none; positions must not fall */
    next(from) {
        let first = -1;
        for (const [width, sign] of [AT, ...WIDE_ATS].entries()) {
            if (this.#next[width] !== -1 && this.#next[width] < from)
                this.#next[width] = this.#text.indexOf(sign, from);
            const at = this.#next[width];
            if (at !== -1 && (first === -1 || at < first))
                first = at;
        }
        return first;
    }
}
/** The characters to the right of a letter where a name in ASCII begins in a sentence without spaces. */
const BEGIN_NAME = new Set([LATIN, CASED, letters_DIGIT, SIGN]);
function isOfLocalPart(kind) {
    return (kind >= LATIN || kind === letters_DIGIT || kind === DOT || kind === HYPHEN || kind === JOINT || kind === SIGN);
}
/** Alphabets of which a top-level domain has one; the scripts without upper case count as one. */
function alphabetOf(kind) {
    return Math.min(kind, LETTER);
}
function isVersion(text, start) {
    return VERSION.test(Buffer.from(text.subarray(start, start + VERSION_BYTES)).toString('latin1'));
}
function isPunycode(text, start) {
    const [x, n, ...hyphens] = text.subarray(start, start + 4);
    return (x | 0x20) === 0x78 && (n | 0x20) === 0x6e && hyphens.every((byte) => byte === 0x2d);
}
/** Endings of file names that people write after `@2x` and the like. None of them is a top-level domain. */
const FILE_ENDINGS = new Set(('avif bmp eps gif heic heif ico jpeg jpg png psd raw svg tif tiff webp ' +
    'avi flac mkv mpeg mpg ogg wav webm eot otf ttf woff css htm html js json jsx less scss ts tsx vue ' +
    'bak cfg conf csv doc docx exe ini jar log odt pdf php ppt pptx rtf sql tar toml txt xls xlsx xml yaml yml').split(' '));
const LONGEST = Math.max(...Array.from(FILE_ENDINGS, ({ length }) => length));
/**
 * True if a label of a domain, in bytes from `start` to `end`, is an ending of a file name: `png` and no top-level
 * domain.
 */
function endsAsFile(text, start, end) {
    if (end - start > LONGEST)
        return false;
    return FILE_ENDINGS.has(String.fromCharCode(...text.subarray(start, end)).toLowerCase());
}

// EXTERNAL MODULE: ./node_modules/ibantools/jsnext/ibantools.js
var ibantools = __webpack_require__(6858);
;// CONCATENATED MODULE: ./build/pii/ibans.js


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

;// CONCATENATED MODULE: ./build/pii/matches.js

/** The replacement of each kind. */
const REPLACEMENTS = trust/* PII_KINDS */.tw.map((kind) => Buffer.from(`[${kind.toUpperCase()}]`));
/** The matches in one text. Only their numbers and the redacted text leave this folder. */
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
    /** Position after the matches from a number on; 0 when there are none. */
    endFrom(number) {
        return this.#matches.slice(number).reduce((last, { end }) => Math.max(last, end), 0);
    }
    /** Adds how many there are of each kind to `counts`, in the order of {@link PII_KINDS}. */
    countInto(counts) {
        for (const { kind } of this.#matches)
            counts[kind]++;
    }
    /** Returns the matches in the order in which they are in the text, and the length of what replaces each. */
    replacements() {
        return this.#matches
            .toSorted((a, b) => a.start - b.start)
            .map(({ start, end, kind }) => ({ start, end, length: REPLACEMENTS[kind].length }));
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
;// CONCATENATED MODULE: ./build/pii/cards.js

const FEWEST_DIGITS = 13;
const cards_MOST_DIGITS = 19;
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
;// CONCATENATED MODULE: ./build/pii/phones.js

/** Digits of a number with its calling code (ITU-T E.164), and of one with a prefix to dial abroad. */
const phones_MOST_DIGITS = 15;
const MOST_DIALLED = 18;
const phones_FEWEST_DIGITS = 7;
/** Digits of trunk prefixes, which are dialled within a country. */
const TRUNK_DIGITS = [0, 1, 2];
/** The prefix to dial abroad in most countries, which people of other countries know too. */
const ABROAD = '00';
/** Types of numbers that people write without a trunk prefix even if other types have one. */
const MOBILE = new Set(['MOBILE', 'FIXED_LINE_OR_MOBILE']);
/** Decides which digits are a phone number, by the numbering plans of libphonenumber. */
class PhonePlans {
    #options;
    /** Whether a number with this many digits can belong to the region, with any prefix. */
    #fits;
    #abroad;
    /**
     * @param region ISO 3166-1 code of the country whose numbers need no calling code, null when all do
     * @throws Error for a region whose numbers are not known
     */
    constructor(region) {
        if (region !== null && !(0,isSupportedCountry/* isSupportedCountry */.J)(region)) {
            throw new Error(`The region ${region} of pii is unknown. Set region to the ISO 3166-1 code of a country, such as NP or GB.`);
        }
        this.#options = { extract: false, ...(region === null ? {} : { defaultCountry: region }) };
        this.#fits = region === null ? new Uint8Array() : fittingLengths(region);
        const own = region === null ? ABROAD : (planOf(region)?.IDDPrefix() ?? ABROAD);
        this.#abroad = new RegExp(`^(?:${own}|${ABROAD})(?=[1-9])`);
    }
    /** False if there are more digits than any number has. */
    canStart(digits) {
        return digits.length <= MOST_DIALLED;
    }
    /** True for digits that start with a prefix to dial abroad. */
    isDialledAbroad(digits) {
        return this.#abroad.test(digits);
    }
    /** False if no number has this many digits. */
    canBe(digits, hasPlus) {
        if (hasPlus)
            return digits.length >= phones_FEWEST_DIGITS && digits.length <= phones_MOST_DIGITS + 1;
        return (this.#fits[digits.length] === 1 || (digits.length >= phones_FEWEST_DIGITS && this.isDialledAbroad(digits)));
    }
    /**
     * True for a number with a plus that is as long as those of its country, and for another that its numbering plan has. One
     * without a calling code needs the trunk prefix it is written with, unless it is a mobile's: bare digits of a fixed line
     * look like any number.
     */
    isPhone(digits, { hasPlus, needsTrunk, area }) {
        if (hasPlus)
            return (0,parsePhoneNumber/* parsePhoneNumber */.l)(`+${digits}`, this.#options)?.isPossible() === true;
        if (this.isDialledAbroad(digits)) {
            const abroad = digits.replace(this.#abroad, '+');
            if ((0,parsePhoneNumber/* parsePhoneNumber */.l)(abroad, this.#options)?.isValid() === true)
                return true;
        }
        const number = (0,parsePhoneNumber/* parsePhoneNumber */.l)(digits, this.#options);
        if (!number?.isValid() || (area !== null && !isAreaOf(number, area)))
            return false;
        const hasPrefix = number.nationalNumber.length < digits.length;
        if (hasPrefix || !isWrittenWithPrefix(number))
            return true;
        return !needsTrunk && MOBILE.has(number.getType() ?? '');
    }
}
const AREA_OF_OTHERS = /^0\d\d/;
/** True for the area code of a number as the numbering plan has it, and for most of the prefix of another one, such as a mobile's. */
function isAreaOf(number, area) {
    const first = /\d+/.exec(number.formatNational())?.[0] ?? '';
    if (first === area)
        return true;
    const isLoose = AREA_OF_OTHERS.test(area) && number.getType() !== 'FIXED_LINE';
    return isLoose && (first.startsWith(area) || area.startsWith(first));
}
function isWrittenWithPrefix(number) {
    return number.formatNational().replace(/\D/g, '').length > number.nationalNumber.length;
}
function planOf(region) {
    const metadata = new Metadata/* Metadata */.O();
    metadata.selectNumberingPlan(region);
    return metadata.numberingPlan;
}
function fittingLengths(region) {
    const code = (0,getCountryCallingCode/* getCountryCallingCode */.K)(region).length;
    const fits = new Uint8Array(MOST_DIALLED + 1);
    for (const length of planOf(region)?.possibleLengths() ?? []) {
        for (const prefix of [0, code]) {
            for (const trunk of TRUNK_DIGITS) {
                const digits = prefix + trunk + length;
                if (digits >= phones_FEWEST_DIGITS && digits <= MOST_DIALLED)
                    fits[digits] = 1;
            }
        }
    }
    return fits;
}

;// CONCATENATED MODULE: ./build/pii/phone-writing.js

/** Largest number of groups of a phone number: with a calling code, and without. */
const phone_writing_MOST_GROUPS = 8;
const MOST_GROUPS_OF_NATIONAL = 5;
/** Smallest number of dots in a number that are not decimal points. */
const FEWEST_DOTS = 2;
const FEWEST_OF_A_LONG_PART = 4;
/** A prefix that may be alone: a trunk prefix, or the calling code of North America. */
const PREFIX_DIGIT = /[018]/;
/** An area code that starts with a zero. No decimal number with several digits starts with a zero. */
const FEWEST_OF_AREA = 3;
/** True if groups of digits are written like a phone number. @param isAbroad true with a calling code */
function isWrittenAsPhone(groups, stretch, isAbroad) {
    if (isGlued(groups, stretch))
        return false;
    const parts = groups.slice(stretch.first, stretch.last + 1);
    if (!areDotsSeparators(parts) || isOfOtherNumber(groups, stretch))
        return false;
    if (isAbroad)
        return true;
    return isWrittenAsNational(parts) && (!isOfShortParts(parts) || standsAlone(groups, stretch));
}
/** True for parts that a number of three times three digits also has, such as a French company number. */
function areThrees(parts) {
    return lengthsOf(parts) === '3,3,3';
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
/** True for groups that people use for a number without its calling code. */
function isWrittenAsNational(parts) {
    const [{ digits: head }, ...rest] = parts;
    if (parts.length > MOST_GROUPS_OF_NATIONAL || !areLongEnough(parts))
        return false;
    if (rest.length > 0 && head.length === 1 && !PREFIX_DIGIT.test(head))
        return false;
    return !holdsDate(parts) && !isIdentityNumber(parts) && !areYears(parts);
}
/**
 * True if the parts after the first one have two digits or more each, except for the first of pairs after an area code,
 * and an extension after a hyphen.
 */
function areLongEnough(parts) {
    return parts.every(({ digits, gap }, index) => {
        if (index === 0 || digits.length > 1)
            return true;
        if (index === parts.length - 1)
            return index > 1 && gap === 'hyphen';
        return index === 1 && isAreaCode(parts[0]) && parts.slice(2).every((pair) => pair.digits.length === 2);
    });
}
function isAreaCode({ digits }) {
    return digits.length >= FEWEST_OF_AREA && digits.startsWith('0');
}
/** True for parts that are also common in tables of numbers. */
function isOfShortParts(parts) {
    return (!parts[0].digits.startsWith('0') && parts.every(({ digits }) => digits.length < FEWEST_OF_A_LONG_PART));
}
function standsAlone(groups, { first, last }) {
    return (groups[first - 1]?.isTaken ?? true) && (groups[last + 1]?.isTaken ?? true);
}
/** True if there are no dots, or only dots from the first one on that are not decimal points. */
function areDotsSeparators(parts) {
    const gaps = parts.slice(1).map(({ gap }) => gap);
    const firstDot = gaps.indexOf('dot');
    if (firstDot === -1)
        return true;
    if (gaps.slice(firstDot).some((gap) => gap !== 'dot') || isNetworkAddress(parts))
        return false;
    return gaps.length - firstDot >= FEWEST_DOTS || isAreaCode(parts[firstDot]);
}
/** True for an address of IPv4. */
function isNetworkAddress(parts) {
    return parts.length === 4 && parts.every(({ digits }) => Number(digits) < 256 && !digits.startsWith('0'));
}
/** True for a day, a month and a year, or the reverse, with hyphens or dots between them. */
function holdsDate(parts) {
    return parts.some((group, index) => {
        const [second, third] = [parts[index + 1], parts[index + 2]];
        if (third === undefined || second.gap !== third.gap || !['hyphen', 'dot'].includes(second.gap))
            return false;
        const lengths = lengthsOf([group, second, third]);
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
    return (parts.length > 1 &&
        parts.slice(1).every(({ gap }) => gap === 'hyphen') &&
        /^2,2,2,[4-6]$/.test(lengthsOf(parts)));
}
/**
 * Longer numbers with a part that may look like a phone number: numbers of people and companies in France, and of
 * parcels.
 */
const OTHER_NUMBERS = /^(?:1,2,2,2,3,3(?:,2)?|3,3,3,5|3,7,7)$/;
const MOST_PARTS_OF_OTHER = 7;
/** True when a stretch is part of another number, with the same separators throughout. */
function isOfOtherNumber(groups, { first, last }) {
    const { gap } = groups[last];
    let start = last;
    while (start > 0 && groups[start].gap === gap && last - start < MOST_PARTS_OF_OTHER)
        start--;
    let end = last + 1;
    while (groups[end]?.gap === gap && end - start <= MOST_PARTS_OF_OTHER)
        end++;
    return start <= first && OTHER_NUMBERS.test(lengthsOf(groups.slice(start, end)));
}
function lengthsOf(parts) {
    return parts.map(({ digits }) => digits.length).join();
}

;// CONCATENATED MODULE: ./build/pii/slashes.js


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
/** The groups of a chain, as slashes separate them. */
function splitAtSlashes(groups) {
    const parts = [];
    for (const group of groups) {
        if (group.gap === 'slash' || parts.length === 0)
            parts.push([group]);
        else
            parts[parts.length - 1].push(group);
    }
    return parts;
}
/** Hands over the stretches that may be a number with a slash after its area code, of each slash the longest first. */
function* slashedStretches(groups) {
    for (let slash = 1; slash < groups.length; slash++) {
        if (groups[slash].gap !== 'slash')
            continue;
        if (arePairs(groups, slash))
            yield { first: slash - 1, last: slash + PAIRS - 2, slash };
        let earliest = slash - 1;
        while (earliest > slash - MOST_BEFORE && groups[earliest].gap !== 'slash' && earliest > 0)
            earliest--;
        // A calling code has a slash of its own.
        if (groups[earliest].gap === 'slash')
            earliest--;
        let latest = slash;
        while (latest < slash + MOST_AFTER - 1 && isJoined(groups[latest + 1]))
            latest++;
        for (let first = earliest; first < slash; first++) {
            for (let last = latest; last >= slash; last--)
                yield { first, last, slash };
        }
    }
}
/** True when groups of digits are written as a phone number with a slash is. @param isAbroad true with a calling code */
function isWrittenWithSlash(groups, { first, last, slash }, isAbroad) {
    const parts = groups.slice(first, last + 1);
    if (parts.some(({ isTaken }) => isTaken))
        return false;
    if (isGlued(groups, { first, last }) || isPartOfList(groups, { first, last }))
        return false;
    const rest = groups.slice(slash, last + 1);
    const gapsBefore = groups.slice(first + 1, slash).map(({ gap }) => gap);
    if (!areDotsSeparators(rest) || gapsBefore.includes('dot'))
        return false;
    if (isAbroad)
        return true;
    const area = digitsOf(groups.slice(first, slash));
    const { length } = digitsOf(rest);
    if (gapsBefore.includes('slash') || !AREA.test(area))
        return false;
    if (length < FEWEST_AFTER_SLASH || area.length + length < FEWEST_WITH_SLASH)
        return false;
    return isWrittenAsNational([{ ...groups[first], digits: area }, ...rest]);
}
function digitsOf(groups) {
    return groups.map(({ digits }) => digits).join('');
}
/** True if slashes join a part to further parts that are not numbers of their own, as in a date or a reference. */
function isPartOfList(groups, { first, last }) {
    if (groups[first].gap === 'slash' && !endsNumber(groups, first - 1))
        return true;
    const next = groups[last + 1];
    if (next?.gap !== 'slash' || next.isTaken)
        return false;
    const startsAnother = next.digits.startsWith('0') && groups[last + 2]?.gap === 'slash';
    return next.digits.length < phones_FEWEST_DIGITS && !startsAnother;
}
/** True when the digits up to a group, back to what separates them, are enough for a number of their own. */
function endsNumber(groups, last) {
    let digits = 0;
    for (let group = last; group >= 0; group--) {
        digits += groups[group].digits.length;
        if (groups[group].isTaken || digits >= phones_FEWEST_DIGITS)
            return true;
        if (groups[group].gap === 'slash')
            return false;
    }
    return false;
}
function isJoined(group) {
    return group !== undefined && group.gap !== 'slash';
}
function arePairs(groups, slash) {
    const pairs = groups.slice(slash - 1, slash + PAIRS - 1);
    return (pairs.length === PAIRS &&
        pairs[0].digits.startsWith('0') &&
        pairs.every(({ digits, gap }, index) => digits.length === 2 && (index === 0 || gap === 'slash')));
}

;// CONCATENATED MODULE: ./build/pii/surroundings.js
/** Latin words before a phone number, without their full stop. */
const LABELS = new Set(('call cell contact fax fon handy m mo mob mobil mobile no nos nr num number p ph phn phone sms t tel telefon ' +
    'telephone viber whatsapp').split(' '));
const WORD_AT_END = /[A-Za-z]+$/;
const DASH_AT_END = /[-\u2010-\u2015\u2212]$/u;
const ID_SIGN_AT_END = /[_#=&?$€£₹₨¥]$/u;
const MONEY_AT_END = /(?:^|[^A-Za-z])(?:rs|nrs|npr|inr|re|usd|eur|gbp|aud|chf)[.:]? ?$|(?:रु|रू)[.:]? ?$|[$€£₹₨¥] ?$/iu;
/** Words directly before a number that are not part of
 * an id: an id has capital letters, or further digits. */
const JOINED_BEFORE = /(?:^|[^-A-Za-z0-9_])[a-z]{2,}$/;
const JOINED_AFTER = /^[a-z]{2,}(?![-A-Za-z0-9_[])/;
const AMOUNT_AFTER = /^(?:,\d\d)? ?(?:\/[-=]|[%$€£¥₹]|(?:rs|npr|eur|usd|gbp|chf|f ?cfa|lac)\b|euros?\b|rupee|lakh|crore|रु|रू|लाख|करोड)/iu;
/** A word of capitals with a full stop and no space before a number: the beginning of an id. */
const CODE_BEFORE = /(?:^|[^\p{L}\p{N}])[A-Z]{2,}\.$/u;
const CODE_AFTER = /^[-_][A-Z]{1,4}(?![\p{L}\p{N}])/u;
/** Further hexadecimal letters. */
const HEX_BEFORE = /(?:^|[^A-Za-z])[a-f]{3,}$/;
const HEX_AFTER = /^[a-f]{3,}(?![a-z])/;
const HASH_BEFORE = /(?:^|[^\p{L}\p{N}])(?:sha-?\d{0,3}|md5|crc-?\d{0,2}|hash|commit|checksum|digest|uuid|guid|etag|prüfsumme|empreinte)[:=]? ?$/iu;
const VERSION_BEFORE = /(?:^|\P{L})(?:version|release|build|firmware)[.:]? ?$/iu;
/** Words before numbers that are not telephone numbers, in English, German, French, Spanish and Italian. */
const NUMBERED = '(?:order|invoice|ticket|case|account|reference|ref|tracking|customer|contract|serial|policy|parcel|receipt|claim|' +
    'bestell(?:ung)?|auftrags?|rechnungs?|kunden|vertrags?|vorgangs?|sendungs?|referenz|artikel|konto|policen|serien|mitglieds?|akten|zähler|' +
    'commande|facture|dossier|contrat|colis|devis|chèque|référence|réf|abonné|siren|siret|compte|' +
    'pedido|factura|expediente|contrato|referencia|ordine|fattura|pratica|contratto)';
const NUMBER = '(?:no|nr|n°|nº|num|number|nummer|numéro|numero|número)';
const REFERENCE_BEFORE = new RegExp(`(?:${NUMBERED}[ -]?${NUMBER}|(?:^|\\P{L})${NUMBER}[.:]? ?(?:d[eiu] |del |of )?${NUMBERED})[.:]{0,2} ?$`, 'iu');
/** An extension, written with the number that is called first. */
const EXTENSION_AFTER = /^x\d{1,5}(?!\w)/;
/** Number of bytes around a number that are read. */
const surroundings_MOST_BEFORE = 48;
const surroundings_MOST_AFTER = 24;
const LONGEST_LINK = 256;
const surroundings_SPACE = 0x20;
const LINK = Buffer.from('://');
/**
 * True if the number at `start` is the end of something else: an id, a reference, an amount, a link.
 *
 * @param floor position before which all is part of a match
 * @param isList true when a slash there separates this number from another one as long
 */
function isBoundBefore(text, start, { floor, isList }) {
    const before = decode(text, Math.max(floor, start - surroundings_MOST_BEFORE), start);
    if ([MONEY_AT_END, HASH_BEFORE, HEX_BEFORE, VERSION_BEFORE, REFERENCE_BEFORE].some((sign) => sign.test(before)))
        return true;
    if (/[A-Za-z]$/.test(before))
        return !isLabelled(before) && !JOINED_BEFORE.test(before);
    if (ID_SIGN_AT_END.test(before))
        return true;
    const rest = before.slice(0, -1);
    if (CODE_BEFORE.test(before))
        return !isLabelled(rest);
    if (DASH_AT_END.test(before))
        return /[A-Za-z]$/.test(rest) && !isLabelled(rest);
    if (before.endsWith('/'))
        return !isList && /[A-Za-z\p{N}/]$/u.test(rest) && !isLabelled(rest);
    return isInLink(text, start);
}
/**
 * True if the text at `end` shows that the number before it cannot be called: a unit, a currency, an id that continues.
 */
function isBoundAfter(text, end, ceiling) {
    const after = decode(text, end, Math.min(ceiling, end + surroundings_MOST_AFTER));
    if ([AMOUNT_AFTER, CODE_AFTER, HEX_AFTER].some((sign) => sign.test(after)))
        return true;
    return /^[A-Za-z_]/.test(after) && !JOINED_AFTER.test(after) && !EXTENSION_AFTER.test(after);
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

;// CONCATENATED MODULE: ./build/pii/numbers.js





/**
 * Largest number of unsuccessful look-ups in a text, plus one for each so many bytes.
 * In a hostile text with more, everything written like a phone number counts as one.
 */
const MOST_TRIES = 1000;
const BYTES_A_TRY = 8;
const PLUS = 0x2b;
const numbers_SPACE = 0x20;
const OPENING = 0x28;
const CLOSING = 0x29;
/** Number of passes over a chain: to its end, and back. */
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
    /** Prepares for a text of this many bytes. */
    begin(bytes) {
        this.#tries = MOST_TRIES + bytes / BYTES_A_TRY;
        this.#longEnd = -1;
    }
    /** Adds the cards and phone numbers of a chain to the matches of its place. */
    findIn({ groups, length }, place) {
        if (length < phones_FEWEST_DIGITS)
            return;
        const parts = splitAtSlashes(groups);
        if (parts.length > 1 && this.#plans !== null)
            this.#findSlashed(this.#placed(groups, place), this.#plans);
        for (const part of parts)
            this.#findInPart(part, place);
    }
    #placed(groups, place) {
        const { start } = groups[0];
        return { ...place, groups, isList: this.#longEnd === start - 1, plus: this.#plusBefore(place, start) };
    }
    /** Adds the phone numbers with a slash after their area code. */
    #findSlashed(chain, plans) {
        for (const stretch of slashedStretches(chain.groups)) {
            const number = digitsOf(chain.groups.slice(stretch.first, stretch.last + 1));
            const hasPlus = stretch.first === 0 && chain.plus >= 0;
            const isAbroad = hasPlus || plans.isDialledAbroad(number);
            if (!plans.canBe(number, hasPlus) || !isWrittenWithSlash(chain.groups, stretch, isAbroad))
                continue;
            if (isBound(chain, stretch))
                continue;
            const area = digitsOf(chain.groups.slice(stretch.first, stretch.slash));
            if (this.#isKnown(number, { hasPlus, needsTrunk: true, area }, plans))
                take(chain, 'phone', stretch);
        }
    }
    #findInPart(groups, place) {
        if (digitsOf(groups).length < phones_FEWEST_DIGITS)
            return;
        const chain = this.#placed(groups, place);
        this.#longEnd = groups[groups.length - 1].end;
        // A match is no longer part of the number beside it. The pass to the end applies this to its right, the pass back
        // to its left.
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
        if (!plans.canBe(number, hasPlus))
            return false;
        const isAbroad = hasPlus || plans.isDialledAbroad(number);
        if (!isWrittenAsPhone(chain.groups, stretch, isAbroad) || isBound(chain, stretch))
            return false;
        const needsTrunk = areThrees(chain.groups.slice(stretch.first, stretch.last + 1));
        return this.#isKnown(number, { hasPlus, needsTrunk, area: null }, plans);
    }
    /** Looks a number up until the limit is reached. */
    #isKnown(number, writing, plans) {
        if (this.#tries < 0 || plans.isPhone(number, writing))
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
/**
 * Adds each stretch that is a match, by its first group. @param lastOf number of its last group, -1 if it is no match
 */
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
/** True if the text around a part of a chain shows that it is part of something else. */
function isBound({ groups, plus, isList, ...place }, { first, last }) {
    const { text, floor, ceiling } = place;
    if (last === groups.length - 1 && isBoundAfter(text, groups[last].end, ceiling))
        return true;
    return first === 0 && plus === -1 && isBoundBefore(text, groups[0].start, { floor, isList });
}
/** Adds a stretch with its plus and its bracket. */
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

;// CONCATENATED MODULE: ./build/pii/scanner.js






/** Kinds of first bytes of a character: no digit, a digit, or unknown until further bytes are read. */
const scanner_NO_DIGIT = 0;
const scanner_DIGIT = 1;
const LEAD = 2;
const scanner_KINDS = new Uint8Array(256).fill(scanner_DIGIT, 0x30, 0x3a);
for (const lead of [0xd9, 0xdb, 0xdf, 0xe0, 0xe1, 0xea, 0xef, 0xf0])
    scanner_KINDS[lead] = LEAD;
/** Bytes with which U+0900 to U+093F start, none of which is a digit. */
const INDIC_LEAD = 0xe0;
const LETTERS_OF_DEVANAGARI = 0xa4;
/**
 * Finds personal data in texts. If several kinds match the same characters, an e-mail address wins
 * over an IBAN, a card and a phone number, in this order. The time is linear in the length of a text, whatever it
 * holds.
 */
class PiiScanner {
    #matches;
    #reader = new CharacterReader();
    #chain = new DigitChain(this.#reader);
    #emails;
    #readsNumbers;
    #ibans;
    #numbers;
    /**
     * @param matches receives the matches
     * @throws Error for a region whose phone numbers are not known
     */
    constructor(settings, matches = new Matches()) {
        this.#matches = matches;
        this.#emails = settings.find.includes('email') ? new EmailFinder(this.#reader) : null;
        this.#readsNumbers = settings.find.some((kind) => kind !== 'email');
        this.#ibans = settings.find.includes('iban') ? new IbanFinder(this.#reader) : null;
        this.#numbers = new NumberFinder(this.#reader, settings);
    }
    /**
     * Looks for personal data in a text.
     *
     * @param text UTF-8; invalid bytes are skipped
     * @returns the number of matches
     */
    find(text) {
        this.#matches.clear();
        this.#emails?.findIn(text, this.#matches);
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
    /** Returns what {@link redact} replaces in the text last looked at, in order, and the length of what replaces it. */
    redactions() {
        return this.#matches.replacements();
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
            floor = Math.max(floor, this.#matches.endFrom(known));
            position = this.#nextDigit(text, end, ceiling);
        }
    }
    /** Position of the next digit of any script from a position on, `end` when there is none. */
    #nextDigit(text, start, end) {
        let position = start;
        while (position < end) {
            const kind = scanner_KINDS[text[position]];
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

;// CONCATENATED MODULE: ./build/pii/pii-reader.js


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
    get redactions() {
        return this.#redacts ? this.#scanner.redactions() : [];
    }
    readText(text) {
        const bytes = Buffer.from(text);
        const left = this.read(bytes);
        return left === bytes ? text : Buffer.from(left).toString();
    }
}


/***/ })

};
