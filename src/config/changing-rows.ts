import { type SqlToken, sqlTokens } from './sql-tokens.ts';

/** A part of a SELECT that may give different rows in each run. */
interface ChangingPart {
  /** In the user's words. */
  readonly message: string;
  /** Where it starts in the SQL, in UTF-16 units. */
  readonly at: number;
  /** True when the rows stay the same, and the part only costs time. */
  readonly isHarmless: boolean;
}

const CLOCKS = new Set([
  'now',
  'clock_timestamp',
  'statement_timestamp',
  'transaction_timestamp',
  'timeofday',
]);
/** Reserved words, which are never columns. */
const CLOCK_WORDS = new Set([
  'current_date',
  'current_time',
  'current_timestamp',
  'localtime',
  'localtimestamp',
]);
const CLOCK_TEXTS = /^\s*(?:now|today|tomorrow|yesterday)\s*$/i;
/** `zone` ends `timestamp with time zone`. */
const TIME_TYPES = new Set(['date', 'timestamp', 'timestamptz', 'time', 'timetz', 'zone']);
const RANDOM = new Set([
  'random',
  'random_normal',
  'gen_random_uuid',
  'gen_random_bytes',
  'uuid_generate_v1',
  'uuid_generate_v1mc',
  'uuid_generate_v4',
  'uuidv4',
  'uuidv7',
  'nextval',
]);
const ORDERED_WINDOWS = new Set([
  'row_number',
  'first_value',
  'last_value',
  'nth_value',
  'lag',
  'lead',
  'ntile',
]);
/** Words that begin a window without a name. */
const WINDOW_WORDS = new Set(['partition', 'order', 'rows', 'range', 'groups']);
/** Words that end what ORDER BY, LIMIT and OFFSET belong to. */
const SET_OPERATIONS = new Set(['union', 'intersect', 'except']);

/** Where each parenthesis ends, and whether it holds a comma of its own level, by the place of its opening. */
type Pairs = ReadonlyMap<number, { readonly end: number; readonly hasComma: boolean }>;

/** One level of parentheses. */
interface Level {
  /** True if it holds a SELECT, and not a list or the arguments of a function. */
  readonly isQuery: boolean;
  /** True if only the existence of a row matters. */
  readonly isExists: boolean;
  /** True if UNION, INTERSECT or EXCEPT joins its SELECTs; an ORDER BY then belongs to all of them. */
  isJoined: boolean;
  orderBy: number | null;
  distinctOn: number | null;
  limit: { readonly at: number; readonly word: string; readonly isOne: boolean } | null;
}

/**
 * Finds the parts of a SELECT that make its rows depend on the time, on chance, or on the number of rows. It looks at
 * the text only, not at views and functions that the SELECT reads.
 */
export function changingParts(sql: string): ChangingPart[] {
  const tokens = sqlTokens(sql);
  const pairs = pairParentheses(tokens);
  const found: ChangingPart[] = [];
  const add = (at: number, message: string, isHarmless = false) => found.push({ at, message, isHarmless });
  const levels: Level[] = [newLevel({ isQuery: true, isExists: false })];
  const close = (level: Level, isTop: boolean) => {
    const { isJoined, orderBy, distinctOn, limit } = level;
    if (limit !== null && !level.isExists && (isTop || orderBy === null || !limit.isOne)) {
      add(
        limit.at,
        `${limit.word} gives other rows once rows are added or removed. Remove it, or select the rows by a condition on their columns.`,
      );
    } else if (distinctOn !== null && (orderBy === null || isJoined)) {
      add(distinctOn, UNORDERED_DISTINCT);
    } else if (isTop && orderBy !== null && distinctOn === null) {
      add(orderBy, 'ORDER BY costs a sort, and the order of the rows is not kept. Remove it.', true);
    }
  };
  for (const [index, token] of tokens.entries()) {
    const level = levels.at(-1)!;
    if (token.kind === 'symbol' && token.text === '(') levels.push(levelAfter(tokens, index));
    else if (token.kind === 'symbol' && token.text === ')') {
      if (levels.length > 1) {
        levels.pop();
        if (level.isQuery) close(level, false);
      }
    } else if (token.kind === 'value') {
      if (isClockText(tokens, index)) add(token.at, clockMessage(`'${token.text.trim().toLowerCase()}'`));
    } else if (token.kind === 'word' && !isLabel(tokens, index)) {
      takeWord(tokens, index, { level, pairs, add });
    }
  }
  close(levels[0], true);
  return found.sort((a, b) => a.at - b.at);
}

function newLevel(kind: Pick<Level, 'isQuery' | 'isExists'>): Level {
  return { ...kind, isJoined: false, orderBy: null, distinctOn: null, limit: null };
}

/** Returns the level that a parenthesis opens. */
function levelAfter(tokens: readonly SqlToken[], index: number): Level {
  let first = index + 1;
  while (tokens[first]?.text === '(' && tokens[first].kind === 'symbol') first++;
  const isQuery = ['select', 'with', 'values', 'table'].some((word) => isWord(tokens[first], word));
  return newLevel({ isQuery, isExists: isWord(tokens[index - 1], 'exists') });
}

function takeWord(
  tokens: readonly SqlToken[],
  index: number,
  { level, pairs, add }: { level: Level; pairs: Pairs; add: (at: number, message: string) => void },
): void {
  const { text: word, at } = tokens[index];
  const next = tokens[index + 1];
  const isCall = next?.kind === 'symbol' && next.text === '(';
  if (CLOCK_WORDS.has(word)) add(at, clockMessage(word.toUpperCase()));
  else if (isCall && CLOCKS.has(word)) add(at, clockMessage(`${word}()`));
  else if (isCall && word === 'age' && pairs.get(index + 1)?.hasComma === false)
    add(at, clockMessage('age() of one value'));
  else if (isCall && RANDOM.has(word)) {
    add(
      at,
      `${word}() gives other values in each run. Remove it; correct-ratio samples confirmed rows repeatably.`,
    );
  } else if (word === 'tablesample') {
    add(
      at,
      'TABLESAMPLE gives other rows in each run. Remove it; correct-ratio samples confirmed rows repeatably.',
    );
  } else if (isCall && ORDERED_WINDOWS.has(word) && hasUnorderedWindow(tokens, pairs, index + 1)) {
    add(
      at,
      `${word}() over a window without ORDER BY may give another value in each run. Add an ORDER BY that ends with a unique column.`,
    );
  }
  if (word === 'order' && isWord(next, 'by')) level.orderBy ??= at;
  else if (word === 'distinct' && isWord(next, 'on')) level.distinctOn ??= at;
  else if (SET_OPERATIONS.has(word)) {
    if (level.distinctOn !== null) add(level.distinctOn, UNORDERED_DISTINCT);
    level.distinctOn = null;
    level.isJoined = true;
  }
  if (word === 'limit' && !isWord(next, 'all') && !isWord(next, 'null')) {
    level.limit ??= { at, word: 'LIMIT', isOne: next?.text === '1' };
  } else if (word === 'offset' && next?.text !== '0') level.limit ??= { at, word: 'OFFSET', isOne: false };
  else if (word === 'fetch' && (isWord(next, 'first') || isWord(next, 'next'))) {
    const count = tokens[index + 2];
    level.limit ??= { at, word: 'FETCH', isOne: count?.text === '1' || /^rows?$/.test(count?.text ?? '') };
  }
}

const UNORDERED_DISTINCT =
  'DISTINCT ON without an ORDER BY of its own may keep another row in each run. Add one that begins with the same columns and ends with a unique column.';

function clockMessage(what: string): string {
  return `${what} changes with the clock, so rows enter and leave the dataset from run to run. Compare with a fixed date, or remove the condition.`;
}

function isWord(token: SqlToken | undefined, word: string): boolean {
  return token?.kind === 'word' && token.text === word;
}

/** True if a word is the name of an output column or, except for pg_catalog, qualifies a name or is qualified. */
function isLabel(tokens: readonly SqlToken[], index: number): boolean {
  const before = tokens[index - 1];
  if (isWord(before, 'as')) return true;
  if (before?.kind !== 'symbol' || before.text !== '.') return false;
  const schema = tokens[index - 2];
  return !(schema?.kind !== 'symbol' && ['pg_catalog', 'public', 'extensions'].includes(schema?.text ?? ''));
}

/** `date 'today'`, `'now'::timestamptz` and `CAST('now' AS timestamp)`. */
function isClockText(tokens: readonly SqlToken[], index: number): boolean {
  if (!CLOCK_TEXTS.test(tokens[index].text)) return false;
  const before = tokens[index - 1];
  if (before?.kind === 'word' && TIME_TYPES.has(before.text)) return true;
  const [one, other, third] = tokens.slice(index + 1, index + 4);
  const type = isWord(one, 'as') ? other : one?.text === ':' && other?.text === ':' ? third : undefined;
  return TIME_TYPES.has(type?.text ?? '');
}

function pairParentheses(tokens: readonly SqlToken[]): Pairs {
  const pairs = new Map<number, { end: number; hasComma: boolean }>();
  const open: number[] = [];
  for (const [index, { kind, text }] of tokens.entries()) {
    if (kind !== 'symbol') continue;
    const innermost = pairs.get(open.at(-1) ?? -1);
    if (text === ',' && innermost !== undefined) innermost.hasComma = true;
    else if (text === ')' && innermost !== undefined) {
      innermost.end = index;
      open.pop();
    } else if (text === '(') {
      pairs.set(index, { end: tokens.length, hasComma: false });
      open.push(index);
    }
  }
  return pairs;
}

/** True if a call is followed by OVER ( … ) without ORDER BY; a named window counts as ordered. */
function hasUnorderedWindow(tokens: readonly SqlToken[], pairs: Pairs, open: number): boolean {
  const over = pairs.get(open)!.end + 1;
  const window = pairs.get(over + 1);
  if (!isWord(tokens[over], 'over') || window === undefined) return false;
  const inside = tokens.slice(over + 2, window.end);
  const hasName =
    inside[0]?.kind === 'name' || (inside[0]?.kind === 'word' && !WINDOW_WORDS.has(inside[0].text));
  return !hasName && !inside.some((token) => isWord(token, 'order'));
}

/**
 * Returns the place of a NOT IN or `<> ALL` whose list is a subquery, null if there is none. Once the subquery gives a
 * NULL, the condition is never true.
 */
export function notInSubquery(sql: string): number | null {
  const tokens = sqlTokens(sql);
  const isSign = (index: number, ...signs: string[]) => signs.includes(tokens[index]?.text ?? '');
  const index = tokens.findIndex((token, at) => {
    const isNotIn = isWord(token, 'not') && isWord(tokens[at + 1], 'in');
    const isNotAll = isSign(at, '<', '!') && isSign(at + 1, '>', '=') && isWord(tokens[at + 2], 'all');
    const open = at + (isNotIn ? 2 : 3);
    return (isNotIn || isNotAll) && isSign(open, '(') && levelAfter(tokens, open).isQuery;
  });
  return index === -1 ? null : tokens[index].at;
}
