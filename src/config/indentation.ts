/** A line of YAML whose indentation is wrong. */
interface MisplacedLine {
  /** Number of the line, from 1. */
  readonly line: number;
  /** Column of its first character, from 1. */
  readonly column: number;
  /** What is wrong with it and how to indent it. */
  readonly message: string;
}

/** A key or a list item, as it opens a line. */
const ENTRY = /^ *(?:- |-$|(?:"[^"]*"|'[^']*'|[^\s"'#|>[{&*!%@`:-][^\s:]*) *:(?: |$))/;
/** A line whose value is the text below it. */
const BLOCK_TEXT = /(?:^|[:-]) *[|>][-+\d]* *(?:#.*)?$/;
/** A key with a value after it that is more than an anchor, tag or comment. */
const KEY_WITH_VALUE = /^ *(?:- +)?([^\s"'#-][^:]*): +(?![&!]\S*\s*$)[^#\s]/;

/**
 * Finds the line whose indentation made the YAML parser fail. A parser names the place where it could not continue, and
 * several more after it, while the mistake is in one line.
 *
 * @param line number, from 1, of the line the parser named first
 * @returns null if that line and the next are indented correctly
 */
export function misplacedLine(text: string, line: number): MisplacedLine | null {
  const lines = text.split(/\r?\n/);
  const next = nextFilled(lines, line);
  for (const candidate of next === null ? [line] : [line, next]) {
    const mistake = isFilled(lines[candidate - 1]) ? mistakeIn(lines, candidate - 1) : null;
    if (mistake === null) continue;
    const { at, message } = mistake;
    return { line: at + 1, column: indentOf(lines[at]) + 1, message };
  }
  return null;
}

/** Returns what is wrong with a line or with the text above that it belongs to, all by index. */
function mistakeIn(lines: readonly string[], at: number): { at: number; message: string } | null {
  const isEntry = ENTRY.test(lines[at]);
  const opening = isEntry ? null : textAround(lines, at);
  if (opening !== null) {
    const first = nextFilled(lines, opening + 1)! - 1;
    const isFirst = indentOf(lines[first]) <= indentOf(lines[opening]);
    const wanted = isFirst ? indentOf(lines[opening]) + 2 : indentOf(lines[first]);
    const message = `This line is not part of the text that starts in line ${opening + 1}, because it is not indented deep enough. Indent it by ${spaces(wanted)}.`;
    return { at: isFirst ? first : at, message };
  }
  const message = isEntry ? misplacedEntry(lines, at) : null;
  return message === null ? null : { at, message };
}

function misplacedEntry(lines: readonly string[], at: number): string | null {
  const indent = indentOf(lines[at]);
  const before = previousFilled(lines, at);
  if (before === null) return null;
  const key = KEY_WITH_VALUE.exec(lines[before])?.[1];
  const levels = openLevels(lines, before, { ofItems: /^ *-(?: |$)/.test(lines[at]) });
  if (levels.length === 0) return null;
  if (key !== undefined && indent > levels[0]) {
    return `This line is indented deeper than line ${before + 1}, whose key ${key} has a value already. Start it in the same column as ${key}.`;
  }
  if (indent >= levels[0] || levels.includes(indent)) return null;
  return `This line is indented by ${spaces(indent)}, but no line above that it could belong with has that indentation. Indent it by ${either(levels)} spaces.`;
}

/** Returns the line whose block of text a line would continue if it were indented deeper; null if there is none. */
function textAround(lines: readonly string[], at: number): number | null {
  for (let index = at - 1; index >= 0; index--) {
    if (BLOCK_TEXT.test(lines[index])) return index;
    if (ENTRY.test(lines[index]) && indentOf(lines[index]) <= indentOf(lines[at])) return null;
  }
  return null;
}

/** Returns the indentations that a key, or a list item, after this line may have, deepest first. */
function openLevels(lines: readonly string[], at: number, { ofItems }: { ofItems: boolean }): number[] {
  const levels: number[] = [];
  let deepest = Number.POSITIVE_INFINITY;
  for (let index = at; index >= 0; index--) {
    if (!isFilled(lines[index])) continue;
    const indent = indentOf(lines[index]);
    const inItem = /^ *- +(?=\S)/.exec(lines[index])?.[0].length;
    const opened =
      inItem === undefined
        ? [{ level: indent, isItem: false }]
        : [
            { level: inItem, isItem: false },
            { level: indent, isItem: true },
          ];
    for (const { level, isItem } of opened) {
      if (level >= deepest) continue;
      deepest = level;
      if (isItem === ofItems) levels.push(level);
    }
  }
  return levels;
}

function previousFilled(lines: readonly string[], at: number): number | null {
  for (let index = at - 1; index >= 0; index--) if (isFilled(lines[index])) return index;
  return null;
}

/** Returns the number of the first line after this one, both from 1, that holds more than a comment. */
function nextFilled(lines: readonly string[], line: number): number | null {
  const index = lines.findIndex((text, at) => at >= line && isFilled(text));
  return index < 0 ? null : index + 1;
}

function isFilled(text: string): boolean {
  return /^\s*[^\s#]/.test(text);
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}

function spaces(count: number): string {
  return count === 1 ? '1 space' : `${count} spaces`;
}

function either(counts: readonly number[]): string {
  const sorted = [...counts].sort((a, b) => a - b);
  return sorted.length === 1 ? String(sorted[0]) : `${sorted.slice(0, -1).join(', ')} or ${sorted.at(-1)}`;
}
