import { type Line, words } from '../../text/line.ts';
import type { DatasetReport } from '../dataset-report.ts';
import type { Fact, Note } from '../fact.ts';

/** What in the SELECTs of the source a person should look at; the summary lists it among the findings. */
export const sourceWarnings = {
  sourceNotes: ({ sourceWarnings: warnings }) =>
    warnings.map(({ source, message, place, isHarmless }): Note => {
      const { file, line, column } = place;
      return {
        level: isHarmless ? 'notice' : 'warning',
        title: file === null ? `Source ${source} at line ${line} of config` : `Source ${source}`,
        text: message,
        ...(file !== null && { place: { file, line, column } }),
      };
    }),
} satisfies Fact;

/** Returns what in the SELECTs of the source a person should look at, each after its place. */
export function sourceLines({ sourceWarnings: warnings }: DatasetReport): Line[] {
  return warnings.map(({ message, place: { file, line, column }, isHarmless }) => {
    const text = `${file ?? 'config'}:${line}:${column}: ${message}`;
    return isHarmless ? text : words`⚠️ ${text}`;
  });
}
