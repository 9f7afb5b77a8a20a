import { SPAN_PROBLEMS, type SpanCounts, type SpanProblem } from '../engine/spans/span-counts.ts';
import { counted, formatCount } from '../text/markdown.ts';

/** Returns what happened to the spans of the rows that were read, a sentence each; nothing if all are as they were marked. */
export function describeSpans({ dropped, fitted, redacted, untagged }: SpanCounts): string[] {
  const problems = (Object.keys(SPAN_PROBLEMS) as SpanProblem[]).filter((problem) => dropped[problem] > 0);
  const rows = problems.reduce((sum, problem) => sum + dropped[problem], 0);
  const reasons = problems.map((problem) => `${SPAN_PROBLEMS[problem]}: ${formatCount(dropped[problem])}`);
  return [
    ...(rows === 0
      ? []
      : [`${counted(rows, 'row was', 'rows were')} dropped for spans (${reasons.join(', ')}).`]),
    ...(dropped.unclearOffsets === 0 ? [] : ['To say what offsets count, set span-offsets.']),
    ...(fitted === 0 ? [] : [`${counted(fitted, 'span was', 'spans were')} moved to the borders of tokens.`]),
    ...(untagged === 0
      ? []
      : [
          `${counted(untagged, 'span overlaps', 'spans overlap')} another one, and the tags leave ${untagged === 1 ? 'it' : 'them'} out.`,
        ]),
    ...(redacted === 0
      ? []
      : [`${counted(redacted, 'span covers', 'spans cover')} what replaces personal data.`]),
  ];
}

/** Returns how far the spans of two annotators of a text agree, after a space; nothing if that is not known. */
export function describeSpanF1(f1: number | null | undefined): string {
  return f1 === null || f1 === undefined ? '' : ` The F1 score of the spans of two annotators is ${f1}.`;
}
