/** A part of a text that is something, such as a name, by the tokens it covers. */
export interface TokenSpan {
  /** Number of its first token. */
  readonly first: number;
  /** Number after its last token. */
  readonly end: number;
  readonly classId: number;
}

/** The spans of a text, and how many tokens it has. */
export interface TokenSpans {
  readonly tokens: number;
  /** In the order of {@link compareSpans}. */
  readonly spans: readonly TokenSpan[];
}

/** The order in which spans are kept: by their first token, then the longer, then by class. */
export function compareSpans(a: TokenSpan, b: TokenSpan): number {
  return a.first - b.first || b.end - a.end || a.classId - b.classId;
}
