import { parseJson } from './parsers.ts';

/** What the output `versions` holds of a dataset, unchecked. */
type ReportedVersion = Readonly<Record<string, unknown>>;

/** Reads the output `versions` of prepare-dataset; an empty text holds none. @throws Error for any other */
export function parseReportedVersions(text: string): Map<string, ReportedVersion> {
  const versions = text === '' ? {} : parseJson(text);
  if (typeof versions !== 'object' || versions === null || Array.isArray(versions))
    throw new Error('must be a JSON object by dataset, as prepare-dataset gives it');
  return new Map(Object.entries(versions).map(([name, version]) => [name, version ?? {}]));
}
