/** A span as a product stores it. */
export interface MarkedSpan {
  readonly start: number;
  readonly end: number;
  readonly label: string;
  /** The text that the product says it covers. */
  readonly text?: string;
}

/** Returns a position in a text by code points, as Python counts, from one by UTF-16 units, as JavaScript does. */
export const inCodePoints = (text: string, units: number): number => [...text.slice(0, units)].length;

/**
 * Returns where the first occurrence of a part is in a text.
 *
 * @param unit what offsets count
 */
export function offsetsOf(
  text: string,
  part: string,
  unit: 'code-points' | 'utf-16',
): Pick<MarkedSpan, 'start' | 'end'> {
  const start = text.indexOf(part);
  const offsets = [start, start + part.length] as const;
  const [first, end] = unit === 'utf-16' ? offsets : offsets.map((offset) => inCodePoints(text, offset));
  return { start: first, end };
}

/** Returns a span as it is published, in code points. @param unit what its offsets count, if it names no text */
export function publishedSpan(
  text: string,
  { start, end, label, text: covered }: MarkedSpan,
  unit: 'code-points' | 'utf-16' = 'code-points',
): MarkedSpan {
  const isInUnits = covered === undefined ? unit === 'utf-16' : text.slice(start, end) === covered;
  if (!isInUnits) return { start, end, label };
  return { start: inCodePoints(text, start), end: inCodePoints(text, end), label };
}
