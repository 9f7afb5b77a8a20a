import { parseJson } from './parsers.ts';

/** Entry of a dataset in the output `versions`, unchecked. */
type ReportedVersion = Readonly<Record<string, unknown>>;

/**
 * Reads the output `versions` of prepare-dataset; an empty text has no entry. @throws Error for a text that is not such
 * JSON
 */
export function parseReportedVersions(text: string): Map<string, ReportedVersion> {
  const versions = text === '' ? {} : parseJson(text);
  if (typeof versions !== 'object' || versions === null || Array.isArray(versions))
    throw new Error('must be a JSON object by dataset, as in the output of prepare-dataset');
  return new Map(Object.entries(versions).map(([name, version]) => [name, version ?? {}]));
}
