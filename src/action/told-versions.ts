import { parseJson } from './parsers.ts';

/** What the output `versions` tells of a dataset, unchecked. */
type ToldVersion = Readonly<Record<string, unknown>>;

/** Reads the output `versions` of prepare-dataset; an empty text tells nothing. @throws Error for any other */
export function parseToldVersions(text: string): Map<string, ToldVersion> {
  const versions = text === '' ? {} : parseJson(text);
  if (typeof versions !== 'object' || versions === null || Array.isArray(versions))
    throw new Error('must be a JSON object by dataset, as prepare-dataset gives it');
  return new Map(Object.entries(versions).map(([name, version]) => [name, version ?? {}]));
}
