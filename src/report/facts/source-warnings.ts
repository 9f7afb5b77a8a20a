import { type Line, words } from '../../text/line.ts';
import type { DatasetReport } from '../dataset-report.ts';
import type { Note } from '../fact.ts';

/** Returns what in the SELECTs of the source a person should look at; the summary lists it among the findings. */
export function sourceNotes({ sourceWarnings: warnings }: Pick<DatasetReport, 'sourceWarnings'>): Note[] {
  return warnings.map(({ source, message, place, isHarmless }) => {
    const { file, line, column } = place;
    return {
      level: isHarmless ? 'notice' : 'warning',
      title: file === null ? `Source ${source} at line ${line} of config` : `Source ${source}`,
      text: message,
      ...(file !== null && { place: { file, line, column } }),
    };
  });
}

/** Returns what in the SELECTs of the source a person should look at, each after its place. */
export function sourceLines({ sourceWarnings: warnings }: DatasetReport): Line[] {
  return warnings.map(({ message, place: { file, line, column }, isHarmless }) => {
    const text = `${file ?? 'config'}:${line}:${column}: ${message}`;
    return isHarmless ? text : words`⚠️ ${text}`;
  });
}
