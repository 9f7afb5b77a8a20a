/** Largest number of words of a text that are read. Of a longer text, only the beginning is compared. */
const MAX_WORDS = 1 << 16;
/** Bytes of a word without spaces from which on it ends at the next character whose code is a multiple of 4. */
const LONG_WORD = 12;

/** Start value and prime of FNV-1a, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/), a character a step. */
const FNV_BASIS = 0x811c9dc5 | 0;
const FNV_PRIME = 0x01000193;

/** First characters of scripts without spaces (Thai, Lao, Tibetan, Burmese; Khmer; Chinese and Japanese), and after them. */
const THAI = 0xe00;
const GEORGIAN = 0x10a0;
const KHMER = 0x1780;
const MONGOLIAN = 0x1800;
const CJK = 0x2e80;

const DANDA = 0x964;
const DOUBLE_DANDA = 0x965;
/** Upper bits of the characters U+2000–20FF and U+3000–303F, which are spaces, punctuation and currency signs. */
const PUNCTUATION = 0x20;
const CJK_PUNCTUATION = 0x3000 >> 6;
/** First byte of U+0080–00BF, which are spaces, signs and punctuation. */
const LATIN_SIGNS_LEAD = 0xc2;

/**
 * Reads the words of texts as hashes, from their UTF-8 bytes: runs of letters, digits and what else is no white space
 * and no punctuation, ASCII letters without regard to case. In scripts without spaces a word ends, once it is long enough,
 * at a character whose own code makes it an end, so that an insertion leaves the words after it as they are.
 */
export class WordReader {
  /** Hashes of the words that were read last, as signed 32-bit numbers; valid up to their number. */
  readonly hashes = new Int32Array(MAX_WORDS);
  /** By ASCII byte the byte of the small letter, 0 for one that ends a word. */
  readonly #folded = Uint8Array.from({ length: 0x80 }, (_, byte) => foldedAscii(byte));

  /** @param text valid UTF-8 @returns how many words were read */
  read(text: Uint8Array): number {
    const hashes = this.hashes;
    const folded = this.#folded;
    const end = text.length;
    let words = 0;
    let hash = FNV_BASIS;
    let start = 0;
    let position = 0;
    while (position < end) {
      const byte = text[position++];
      if (byte < 0x80) {
        const letter = folded[byte];
        if (letter !== 0) {
          hash = Math.imul(hash ^ letter, FNV_PRIME);
          continue;
        }
      } else if (byte >= 0xe0 && byte < 0xf0) {
        const code = ((byte & 0x0f) << 12) | ((text[position] & 0x3f) << 6) | (text[position + 1] & 0x3f);
        position += 2;
        if (!isPunctuation(code)) {
          hash = Math.imul(hash ^ code, FNV_PRIME);
          if (code < THAI || !endsWord(code) || position - start < LONG_WORD) continue;
        }
      } else if (byte === LATIN_SIGNS_LEAD) {
        position++;
      } else {
        hash = Math.imul(hash ^ byte, FNV_PRIME);
        continue;
      }
      start = position;
      if (hash === FNV_BASIS) continue;
      hashes[words++] = mixed(hash);
      if (words === MAX_WORDS) return words;
      hash = FNV_BASIS;
    }
    if (hash !== FNV_BASIS) hashes[words++] = mixed(hash);
    return words;
  }
}

function foldedAscii(byte: number): number {
  const character = String.fromCharCode(byte);
  return /[0-9A-Za-z]/.test(character) ? character.toLowerCase().charCodeAt(0) : 0;
}

function endsWord(code: number): boolean {
  const isUnspaced = code < GEORGIAN || (code >= KHMER && code < MONGOLIAN) || code >= CJK;
  return isUnspaced && (code & 3) === 0;
}

function isPunctuation(code: number): boolean {
  return (
    code === DANDA || code === DOUBLE_DANDA || code >> 8 === PUNCTUATION || code >> 6 === CJK_PUNCTUATION
  );
}

/** The finalizer of MurmurHash3 (https://github.com/aappleby/smhasher): each bit depends on each. */
function mixed(hash: number): number {
  let mix = hash ^ (hash >>> 16);
  mix = Math.imul(mix, 0x85ebca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35);
  return mix ^ (mix >>> 16);
}
