/** Why a row with spans is dropped, other than for an unknown label. */
export const SPAN_PROBLEMS = {
  notSpans: 'no list of start, end and label',
  reversed: 'an end before its start',
  empty: 'a span without text',
  outOfRange: 'a span beyond the end of the text',
  otherText: 'a span that covers another text than it names',
  unclearOffsets: 'offsets of which it is not known what they count',
  removed: 'a span in text that cleaning removes',
} as const;

export type SpanProblem = keyof typeof SPAN_PROBLEMS;

/** What happened to the spans of the rows that were read. */
export interface SpanCounts {
  /** Rows that were dropped for a span, each by its first problem. */
  readonly dropped: Readonly<Record<SpanProblem, number>>;
  /** Spans that were moved to the borders of tokens. */
  readonly fitted: number;
  /** Spans in which personal data was replaced. */
  readonly redacted: number;
  /** Spans that overlap another one, so that no tag holds them. */
  readonly untagged: number;
}

/** Returns counts of nothing, to be raised. */
export function emptySpanCounts() {
  const dropped = Object.fromEntries(Object.keys(SPAN_PROBLEMS).map((problem) => [problem, 0]));
  return { dropped: dropped as Record<SpanProblem, number>, fitted: 0, redacted: 0, untagged: 0 };
}
