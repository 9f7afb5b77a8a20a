import type { Cleaning } from '../../model/cleaning.ts';
import type { SpanOffsets } from '../../model/definition.ts';
import { isRecord, parseJson } from '../../text/json.ts';
import { MALFORMED } from '../rows/class-sets.ts';
import { type ClassLabeller, UNKNOWN_CLASS } from '../rows/label.ts';
import { type Edit, editsOfCleaning, isEdited, mapRange, type Range } from './map-offsets.ts';
import { taggedSpans } from './published-spans.ts';
import type { RowText } from './row-text.ts';
import { emptySpanCounts, type SpanCounts, type SpanProblem } from './span-counts.ts';
import { compareSpans, type TokenSpan, type TokenSpans } from './token-span.ts';
import { tokensOf } from './tokens.ts';

/** A span as a person marked it. */
interface MarkedSpan {
  readonly start: number;
  readonly end: number;
  readonly label: string;
  /** The text it covers, if the span says it. */
  readonly text?: string | null;
}

const UNITS: readonly SpanOffsets[] = ['code-points', 'utf-16'];
const ASTRAL = /[\u{10000}-\u{10ffff}]/u;

/**
 * Reads lists of spans, `[{"start": 0, "end": 4, "label": "PER"}]`, and follows each into the text as it is published, to the
 * borders of its tokens. A row with a span that cannot be read is dropped whole.
 */
export class SpanReader {
  readonly #labeller: ClassLabeller;
  readonly #cleaning: Cleaning;
  readonly #units: readonly SpanOffsets[];
  readonly #counts = emptySpanCounts();

  /** @param how.spanOffsets what offsets count; missing if the texts that spans cover are to show it */
  constructor(
    labeller: ClassLabeller,
    { clean, spanOffsets }: { readonly clean: Cleaning; readonly spanOffsets?: SpanOffsets },
  ) {
    this.#labeller = labeller;
    this.#cleaning = clean;
    this.#units = spanOffsets === undefined ? UNITS : [spanOffsets];
  }

  /** What happened to the spans of all rows so far. */
  get counts(): SpanCounts {
    return this.#counts;
  }

  /**
   * @param field JSON, UTF-8 bytes
   * @returns the spans, {@link UNKNOWN_CLASS} or {@link MALFORMED}
   */
  read(
    field: Uint8Array,
    text: Pick<RowText, 'source' | 'published' | 'redactions'>,
  ): TokenSpans | typeof UNKNOWN_CLASS | typeof MALFORMED {
    const marked = parseSpans(field);
    if (marked === null) return this.#drop('notSpans');
    const { source, published, redactions } = text;
    const tokens = tokensOf(textOf(published));
    if (marked.length === 0) return { tokens: tokens.length / 2, spans: [] };
    const ids = new Map(
      [...new Set(marked.map(({ label }) => label))].map((label) => [
        label,
        this.#labeller.classIdOf(Buffer.from(label)),
      ]),
    );
    if ([...ids.values()].includes(UNKNOWN_CLASS)) return UNKNOWN_CLASS;
    const original = textOf(source);
    const ranges = findRanges(marked, original, this.#units);
    if (typeof ranges === 'string') return this.#drop(ranges);
    const cleaned = editsOfCleaning(original, this.#cleaning);
    const replaced = inUnits(redactions, cleaned.text);
    const found: TokenSpan[] = [];
    let [widened, redacted] = [0, 0];
    for (const [index, range] of ranges.entries()) {
      const kept = mapThrough(range, cleaned.edits);
      if (kept === null) return this.#drop('removed');
      const last = mapRange(kept, replaced);
      const covered = coveredTokens(last, tokens);
      if (covered.first === covered.end) return this.#drop('empty');
      if (tokens[2 * covered.first] !== last.start || tokens[2 * covered.end - 1] !== last.end) widened++;
      if (isEdited(kept, replaced)) redacted++;
      found.push({ ...covered, classId: ids.get(marked[index].label)! });
    }
    const spans = withoutRepeated(found.sort(compareSpans));
    this.#counts.fitted += widened;
    this.#counts.redacted += redacted;
    this.#counts.untagged += spans.length - taggedSpans(spans).length;
    return { tokens: tokens.length / 2, spans };
  }

  #drop(problem: SpanProblem): typeof MALFORMED {
    this.#counts.dropped[problem]++;
    return MALFORMED;
  }
}

function parseSpans(field: Uint8Array): MarkedSpan[] | null {
  const spans = parseJson(field);
  return Array.isArray(spans) && spans.every(isSpan) ? spans : null;
}

function isSpan(value: unknown): value is MarkedSpan {
  if (!isRecord(value)) return false;
  const { start, end, label, text } = value;
  const isNamed = text === undefined || text === null || typeof text === 'string';
  return Number.isSafeInteger(start) && Number.isSafeInteger(end) && typeof label === 'string' && isNamed;
}

/**
 * Returns what spans cover in a text, in UTF-16 units, or why that is not known. Offsets count what makes all spans cover the
 * texts that they name.
 */
function findRanges(
  spans: readonly MarkedSpan[],
  text: string,
  units: readonly SpanOffsets[],
): readonly Range[] | SpanProblem {
  if (spans.some(({ start, end }) => start > end)) return 'reversed';
  if (spans.some(({ start, end }) => start === end)) return 'empty';
  const isPlain = !ASTRAL.test(text);
  const readings = (isPlain ? ['utf-16' as const] : units).map((unit) => rangesBy(unit, spans, text));
  const [fitting, other] = readings.filter((ranges) => typeof ranges !== 'string');
  if (fitting === undefined) return readings.find((problem) => problem === 'otherText') ?? 'outOfRange';
  const isClear =
    other === undefined ||
    fitting.every((range, index) => range.start === other[index].start && range.end === other[index].end);
  return isClear ? fitting : 'unclearOffsets';
}

function rangesBy(
  unit: SpanOffsets,
  spans: readonly MarkedSpan[],
  text: string,
): readonly Range[] | 'outOfRange' | 'otherText' {
  const positions = unit === 'utf-16' ? null : positionsOfPoints(text);
  const ranges = spans.map(({ start, end }) =>
    positions === null ? { start, end } : { start: positions[start], end: positions[end] },
  );
  const isInside = ({ start, end }: Range) => start >= 0 && end <= text.length;
  if (!ranges.every(isInside)) return 'outOfRange';
  const isWhole = ({ start, end }: Range) => text.slice(start, end).isWellFormed();
  const isNamed = ({ start, end }: Range, index: number) =>
    (spans[index].text ?? text.slice(start, end)) === text.slice(start, end);
  return ranges.every(isWhole) && ranges.every(isNamed) ? ranges : 'otherText';
}

/** Returns by code point its position in UTF-16 units, the end of the text included. */
function positionsOfPoints(text: string): readonly number[] {
  const positions: number[] = [];
  let position = 0;
  for (const character of text) {
    positions.push(position);
    position += character.length;
  }
  positions.push(position);
  return positions;
}

/** Returns where a range is after some steps; null if one leaves nothing of it. */
function mapThrough(range: Range, steps: readonly (readonly Edit[])[]): Range | null {
  let mapped = range;
  for (const edits of steps) {
    mapped = mapRange(mapped, edits);
    if (mapped.start === mapped.end) return null;
  }
  return mapped;
}

/** Returns parts of a text given in bytes of UTF-8, in UTF-16 units; what replaces them is ASCII. */
function inUnits(edits: readonly Edit[], text: string): Edit[] {
  if (edits.length === 0) return [];
  const bytes = Buffer.from(text);
  const unitAt = (byte: number) => bytes.toString('utf8', 0, byte).length;
  return edits.map(({ start, end, length }) => ({ start: unitAt(start), end: unitAt(end), length }));
}

/** Returns the tokens that a range touches. @param tokens as `tokensOf` returns them */
function coveredTokens({ start, end }: Range, tokens: readonly number[]): Pick<TokenSpan, 'first' | 'end'> {
  const first = firstTokenAfter(start, tokens);
  let after = first;
  while (2 * after < tokens.length && tokens[2 * after] < end) after++;
  return { first, end: after };
}

/** Returns the number of the first token that ends after a position, by bisection. */
function firstTokenAfter(position: number, tokens: readonly number[]): number {
  let low = 0;
  let high = tokens.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[2 * middle + 1] > position) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** @param spans in the order of `compareSpans` */
function withoutRepeated(spans: readonly TokenSpan[]): TokenSpan[] {
  return spans.filter((span, index) => index === 0 || compareSpans(spans[index - 1], span) !== 0);
}

function textOf({ buffer, byteOffset, length }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, length).toString();
}
