/** A part of a SQL text: a word in lower case, a name in quotes, a string or number, or one other character. */
export interface SqlToken {
  readonly kind: 'word' | 'name' | 'value' | 'symbol';
  /** Text of a word in lower case; text between the quotes of a name or a value. */
  readonly text: string;
  /** Where it starts, in UTF-16 units. */
  readonly at: number;
}

const DOLLAR_QUOTE = /\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$/uy;
const WORD = /[\p{L}_][\p{L}\p{N}_$]*/uy;
const NUMBER = /[0-9][0-9a-z_.]*/iy;
const PREFIXED_STRING = /(?:e|b|x|n|u&)'/iy;

/**
 * Splits a SQL text into tokens like PostgreSQL with standard_conforming_strings on
 * (https://www.postgresql.org/docs/current/sql-syntax-lexical.html), without comments and white space. A text that ends
 * within quotes ends with the rest of the text. Takes time linear in its length.
 */
export function sqlTokens(sql: string): SqlToken[] {
  const tokens: SqlToken[] = [];
  let at = 0;
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(sql)?.[0];
  };
  while (at < sql.length) {
    const start = at;
    const character = sql[at];
    if (/\s/.test(character)) at++;
    else if (sql.startsWith('--', at)) at = indexOrEnd(sql, '\n', at);
    else if (sql.startsWith('/*', at)) at = endOfComment(sql, at);
    else if (character === "'" || character === '"') {
      at = endOfQuotes(sql, { start, quote: character, escapes: false });
      tokens.push({
        kind: character === "'" ? 'value' : 'name',
        text: sql.slice(start + 1, at - 1),
        at: start,
      });
    } else {
      const prefix = match(PREFIXED_STRING);
      const dollars = match(DOLLAR_QUOTE);
      const word = match(WORD);
      const number = match(NUMBER);
      if (prefix !== undefined) {
        const opening = start + prefix.length - 1;
        at = endOfQuotes(sql, { start: opening, quote: "'", escapes: /e/i.test(prefix) });
        tokens.push({ kind: 'value', text: sql.slice(opening + 1, at - 1), at: start });
      } else if (dollars !== undefined) {
        const end = sql.indexOf(dollars, start + dollars.length);
        at = end === -1 ? sql.length : end + dollars.length;
        tokens.push({
          kind: 'value',
          text: sql.slice(start + dollars.length, end === -1 ? at : end),
          at: start,
        });
      } else if (word !== undefined) {
        at += word.length;
        tokens.push({ kind: 'word', text: word.toLowerCase(), at: start });
      } else if (number !== undefined) {
        at += number.length;
        tokens.push({ kind: 'value', text: number, at: start });
      } else {
        at++;
        tokens.push({ kind: 'symbol', text: character, at: start });
      }
    }
  }
  return tokens;
}

function indexOrEnd(sql: string, text: string, from: number): number {
  const index = sql.indexOf(text, from);
  return index === -1 ? sql.length : index;
}

/** Comments nest. */
function endOfComment(sql: string, start: number): number {
  let depth = 0;
  for (let at = start; at < sql.length; ) {
    if (sql.startsWith('/*', at)) [depth, at] = [depth + 1, at + 2];
    else if (sql.startsWith('*/', at)) {
      at += 2;
      if (--depth === 0) return at;
    } else at++;
  }
  return sql.length;
}

/**
 * Returns the position after the closing quote. A quote that is doubled or, with `escapes`, follows a backslash closes
 * nothing.
 */
function endOfQuotes(
  sql: string,
  { start, quote, escapes }: { start: number; quote: string; escapes: boolean },
): number {
  for (let at = start + 1; at < sql.length; at++) {
    if (escapes && sql[at] === '\\') at++;
    else if (sql[at] === quote) {
      if (sql[at + 1] !== quote) return at + 1;
      at++;
    }
  }
  return sql.length;
}
