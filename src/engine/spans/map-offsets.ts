import type { Cleaning } from '../../model/cleaning.ts';
import { urlsIn } from '../rows/clean-urls.ts';

/** A part of a text that is replaced by so many characters, 0 for none; all in UTF-16 units. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly length: number;
}

/** A range of a text, in UTF-16 units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

// White space as `whitespaceLength` has it.
const SPACE = '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const SPACES = new RegExp(`[${SPACE}]+`, 'g');
const OUTER_SPACES = new RegExp(`^[${SPACE}]+|[${SPACE}]+$`, 'g');
/** URLs as `TextCleaner` removes them. */
const PYTHON_URLS = new RegExp(`(?:https?://|www\\.)[^${SPACE}]+`, 'g');
/** A tag, or what is left of the line after a `<` that none closes, so that the time is linear. */
const TAG = /<[^>\n]*>?/g;

/**
 * Returns where the parts of a text are once it is cleaned: what each step replaces, in its own input, in the order in which
 * the steps are done. The step `html` gives no places, so it is refused for tasks with spans.
 */
export function editsOfCleaning(text: string, cleaning: Cleaning): { text: string; edits: Edit[][] } {
  const steps: ((input: string) => Edit[])[] = [];
  const isPython = cleaning === 'python';
  if (isPython)
    steps.push(
      matchesOf(PYTHON_URLS),
      matchesOf(TAG, (tag) => tag.endsWith('>')),
    );
  else if (cleaning.includes('urls')) steps.push((input) => Array.from(urlsIn(input), removed));
  if (isPython || cleaning.includes('whitespace')) steps.push(surplusSpaces);
  else steps.push(matchesOf(OUTER_SPACES));
  const edits: Edit[][] = [];
  let cleaned = text;
  for (const step of steps) {
    const own = step(cleaned);
    if (own.length === 0) continue;
    edits.push(own);
    cleaned = applied(cleaned, own);
  }
  return { text: cleaned, edits };
}

/** Returns where a range is once parts were replaced: it covers what replaces a part of it. */
export function mapRange({ start, end }: Range, edits: readonly Edit[]): Range {
  let [first, last] = [start, end];
  let shift = 0;
  for (const edit of edits) {
    if (edit.start >= end) break;
    const after = edit.start + shift + edit.length;
    if (edit.end <= start) first = start + after - edit.end;
    else if (edit.start < start) first = edit.start + shift;
    else if (edit.start === start) first = start + shift;
    last = edit.end <= end ? end + after - edit.end : after;
    shift = after - edit.end;
  }
  return { start: first, end: last };
}

/** Returns whether one of the parts that are replaced is in a range, even in part. */
export function isEdited({ start, end }: Range, edits: readonly Edit[]): boolean {
  return edits.some((edit) => edit.start < end && start < edit.end);
}

function removed({ start, end }: Range): Edit {
  return { start, end, length: 0 };
}

function matchesOf(pattern: RegExp, isMeant = (_match: string) => true): (input: string) => Edit[] {
  return (input) =>
    Array.from(input.matchAll(pattern)).flatMap(({ index: start, 0: match }) =>
      isMeant(match) ? [removed({ start, end: start + match.length })] : [],
    );
}

/** Each run of white space that is not one space between two words. */
function surplusSpaces(input: string): Edit[] {
  return Array.from(input.matchAll(SPACES)).flatMap(({ index: start, 0: run }) => {
    const end = start + run.length;
    if (start === 0 || end === input.length) return [removed({ start, end })];
    return run === ' ' ? [] : [{ start, end, length: 1 }];
  });
}

function applied(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let position = 0;
  for (const { start, end, length } of edits) {
    parts.push(text.slice(position, start), ' '.repeat(length));
    position = end;
  }
  return parts.join('') + text.slice(position);
}
