import { Scalar } from 'yaml';
import type { SqlPiece, Statement } from '../model/definition.ts';
import type { Place } from './problems.ts';
import type { YamlFile } from './yaml-file.ts';

/**
 * Returns the place of a character of a statement; the start of its value if no better place is known.
 *
 * @param offset characters before it, as PostgreSQL counts them: code points
 */
export function placeOf(statement: Statement, offset: number): Place {
  const { sql } = statement;
  let index = 0;
  for (let left = offset; left > 0 && index < sql.length; left--) {
    index += (sql.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
  }
  return placeOfIndex(statement, index);
}

/** Returns the place of a character of a statement, like {@link placeOf}. @param index UTF-16 units before it */
export function placeOfIndex({ file, line, column, pieces }: Statement, index: number): Place {
  const piece = pieces.findLast(({ start }) => start <= index);
  if (piece === undefined) return { file, line, column };
  return { file, line: piece.line, column: piece.column + index - piece.start };
}

/** Returns the pieces of a text that is a whole file. */
export function piecesOfFile(text: string): SqlPiece[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts.map((start, index) => ({ start, line: index + 1, column: 1 }));
}

/**
 * Returns the pieces of the text of a scalar in its file. YAML folds white space, removes indentation and replaces
 * escapes, but keeps everything else in order, so both texts are walked side by side.
 */
export function piecesOfScalar(scalar: Scalar, file: YamlFile): SqlPiece[] {
  const value = scalar.source ?? '';
  const pieces: SqlPiece[] = [];
  let lineBefore = -1;
  let shiftBefore = 0;
  let index = 0;
  for (const { at, line: lineOfScalar, length } of shownCharacters(scalar, file.text)) {
    while (isSpace(value[index])) index++;
    if (lineOfScalar !== lineBefore || at - index !== shiftBefore) {
      const { line, column } = file.placeAt(at);
      pieces.push({ start: index, line, column });
    }
    lineBefore = lineOfScalar;
    shiftBefore = at - index;
    index += length;
  }
  return pieces;
}

/** A character of a scalar with its place in the file. */
interface ShownCharacter {
  readonly at: number;
  /** Line of the scalar, from 0. */
  readonly line: number;
  /** UTF-16 units it has in the scalar's text. */
  readonly length: number;
}

/** Number of digits of the escapes that name a character by its number. */
const NUMBERED_ESCAPES: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };
/** Escapes of white space, or of a line break that gives no character. */
const SPACE_ESCAPES = 'tnvfr_LP \t\r\n';

/** Returns the characters of a scalar that are not white space. */
function* shownCharacters({ type, range }: Scalar, text: string): Generator<ShownCharacter> {
  const [start, end] = range ?? [0, 0];
  const isBlock = type === Scalar.BLOCK_LITERAL || type === Scalar.BLOCK_FOLDED;
  const isQuoted = type === Scalar.QUOTE_SINGLE || type === Scalar.QUOTE_DOUBLE;
  let at = start;
  if (isBlock) at = text.indexOf('\n', start) + 1;
  else if (isQuoted) at = start + 1;
  let line = 0;
  while (at < end) {
    const character = text[at];
    if (type === Scalar.QUOTE_DOUBLE && character === '\\') {
      const code = text[at + 1];
      const digits = NUMBERED_ESCAPES[code] ?? 0;
      const number = Number.parseInt(text.slice(at + 2, at + 2 + digits), 16);
      const isShown = digits === 0 ? !SPACE_ESCAPES.includes(code) : !isSpace(String.fromCodePoint(number));
      if (isShown) yield { at, line, length: number > 0xffff ? 2 : 1 };
      at += 2 + digits;
      if (code === '\n') line++;
      continue;
    }
    if (!isSpace(character)) yield { at, line, length: 1 };
    if (character === '\n') line++;
    at += type === Scalar.QUOTE_SINGLE && character === "'" ? 2 : 1;
  }
}

function isSpace(character: string | undefined): boolean {
  return character !== undefined && /\s/.test(character);
}
