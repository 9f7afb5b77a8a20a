import type { TokenSpan } from './token-span.ts';
import { tokensOf } from './tokens.ts';

/** What is published of a text and its spans. */
interface PublishedSpans {
  readonly tokens: readonly string[];
  /** Id of each token's tag in `tagNames`. */
  readonly tags: readonly bigint[];
  /** Offsets in code points, as Python counts them, by ascending start. */
  readonly spans: readonly { readonly start: bigint; readonly end: bigint; readonly label: string }[];
}

/** Tag of a token outside of all spans. */
const OUTSIDE = 0n;

/**
 * Returns the tokens of a text, their tags by the scheme BIO (Ramshaw and Marcus 1995, "Text Chunking using
 * Transformation-Based Learning", in its form IOB2), and the spans.
 *
 * @param text as it is published
 * @param spans in the order of `compareSpans`
 */
export function publishSpans(
  text: string,
  spans: readonly TokenSpan[],
  classNames: readonly string[],
): PublishedSpans {
  const offsets = tokensOf(text);
  const tokens = Array.from({ length: offsets.length / 2 }, (_, token) =>
    text.slice(offsets[2 * token], offsets[2 * token + 1]),
  );
  const tags = tokens.map(() => OUTSIDE);
  for (const { first, end, classId } of taggedSpans(spans)) {
    tags.fill(BigInt(2 * classId + 2), first, end);
    tags[first] = BigInt(2 * classId + 1);
  }
  const points = new CodePoints(text);
  return {
    tokens,
    tags,
    spans: spans.map(({ first, end, classId }) => ({
      start: points.at(offsets[2 * first]),
      end: points.at(offsets[2 * end - 1]),
      label: classNames[classId],
    })),
  };
}

/**
 * Returns the spans of the tags of tokens, as conlleval (Tjong Kim Sang and Buchholz 2000, "Introduction to the CoNLL-2000 shared
 * task: Chunking") and seqeval in its default mode read them: an `I-` that follows no tag of its class begins a span.
 *
 * @param tags ids in `tagNames`
 */
export function spansOfTags(tags: readonly number[]): TokenSpan[] {
  const spans: TokenSpan[] = [];
  for (const [token, tag] of tags.entries()) {
    if (tag === 0) continue;
    const classId = Math.floor((tag - 1) / 2);
    const last = spans.at(-1);
    const isInside = tag % 2 === 0 && last?.end === token && last.classId === classId;
    if (isInside) spans[spans.length - 1] = { ...last, end: token + 1 };
    else spans.push({ first: token, end: token + 1, classId });
  }
  return spans;
}

/**
 * Returns the spans that tags can hold, of which no two have a token in common: of spans that overlap the longest one, by
 * tokens, of the same length the first.
 *
 * @param spans in the order of `compareSpans`
 */
export function taggedSpans(spans: readonly TokenSpan[]): readonly TokenSpan[] {
  const lengthOf = ({ first, end }: TokenSpan) => end - first;
  const isTaken = new Uint8Array(spans.reduce((most, { end }) => Math.max(most, end), 0));
  return spans
    .toSorted((a, b) => lengthOf(b) - lengthOf(a))
    .filter(({ first, end }) => {
      const isFree = !isTaken.subarray(first, end).includes(1);
      if (isFree) isTaken.fill(1, first, end);
      return isFree;
    });
}

/** Positions in a text by code points. */
class CodePoints {
  readonly #text: string;
  #unit = 0;
  #point = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** @param unit position in UTF-16 units, between two characters */
  at(unit: number): bigint {
    if (unit < this.#unit) [this.#unit, this.#point] = [0, 0];
    for (; this.#unit < unit; this.#point++)
      this.#unit += this.#text.codePointAt(this.#unit)! > 0xffff ? 2 : 1;
    return BigInt(this.#point);
  }
}
