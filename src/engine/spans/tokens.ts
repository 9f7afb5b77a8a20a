import { characterKinds, EXTENDS, SIGN, WORD } from './characters.ts';

/** Version of the rules below, which is recorded in the metadata of a version. */
export const TOKENIZER_VERSION = 1;

// White space as `whitespaceLength` has it.
const SPACE = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
/** Signs that folding removes; they change no token. */
const INVISIBLE = new Set([0xad, 0x200b, 0x2060, 0xfeff]);
const JOINER = 0x200d;
const FIRST_FLAG = 0x1f1e6;
const LAST_FLAG = 0x1f1ff;

/** No token: the start of a text, or white space. */
const NONE = -1;

/**
 * Returns where the tokens of a text begin and end, in UTF-16 units: start, end, start, end. White space is between tokens,
 * and everything else is in one, except invisible signs before a token. The rules use no table of the runtime:
 *
 * 1. Letters and digits next to each other are one token; other letters of scripts without spaces are one each.
 * 2. Each sign is one token. Two regional indicators, which make a flag, are one, and so are signs with a zero width joiner
 *    between them, as in emoji.
 * 3. Marks, joiners and modifiers belong to the token before them. Without one, a mark is a token.
 *
 * Texts of the same folded form have the same number of tokens, see `foldText`.
 */
export function tokensOf(text: string): number[] {
  const kinds = characterKinds();
  const tokens: number[] = [];
  /** Kind of the token in hand. */
  let current = NONE;
  let isJoined = false;
  /** True after the first half of a flag. */
  let isHalfFlag = false;
  for (let position = 0; position < text.length; ) {
    const code = text.codePointAt(position)!;
    const end = position + (code > 0xffff ? 2 : 1);
    const isInvisible = INVISIBLE.has(code);
    const isFlag = code >= FIRST_FLAG && code <= LAST_FLAG;
    const kind = kinds[code];
    if (code <= 0x3000 && SPACE.test(text[position])) {
      current = NONE;
      [isJoined, isHalfFlag] = [false, false];
    } else if (isInvisible && current === NONE) {
      // It begins no token, as folding would leave nothing of it.
    } else if (
      current !== NONE &&
      (kind === EXTENDS ||
        (kind === WORD && current === WORD) ||
        (isFlag && isHalfFlag) ||
        (isJoined && kind === SIGN))
    ) {
      tokens[tokens.length - 1] = end;
      if (!isInvisible) [isJoined, isHalfFlag] = [code === JOINER && current === SIGN, false];
    } else {
      tokens.push(position, end);
      current = kind === EXTENDS ? SIGN : kind;
      [isJoined, isHalfFlag] = [false, isFlag];
    }
    position = end;
  }
  return tokens;
}
