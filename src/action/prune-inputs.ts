import { isVersionTag } from '../version/metadata.ts';
import { HUB_INPUTS } from './hub-inputs.ts';
import { numberIn, optional, parseBoolean, parseDatasetName, parseModelName, required } from './parsers.ts';
import { type ActionSpec, type InputReading, type InputValues, usableValues } from './read-inputs.ts';

/** Inputs of `prune-versions`. */
export const PRUNE_VERSIONS = {
  action: 'prune-versions',
  inputs: {
    dataset: {
      parse: (name: string) => parseDatasetName(required('the dataset repo, as owner/name')(name)),
    },
    'keep-last': { parse: unlessEmpty(numberIn(1, 100_000, 'whole')) },
    'keep-days': { parse: unlessEmpty(numberIn(0, 100_000, 'any')) },
    erase: { parse: parseBoolean },
    'keep-version': { parse: parseVersion },
    models: { parse: parseModels },
    force: { parse: parseBoolean },
    receipt: { parse: required('the file to write the receipt to') },
    ...HUB_INPUTS,
    'dry-run': { parse: parseBoolean },
  },
} as const satisfies ActionSpec;

/** Inputs of `prune-versions`, checked; `eraseOthersThan` is the version that is kept, null without `erase`. */
export type PruneInputs = Omit<InputValues<typeof PRUNE_VERSIONS>, 'erase' | 'keepVersion'> & {
  readonly eraseOthersThan: string | null;
};

/** The inputs of `prune-versions` that were read. @throws InputError that names every unusable one */
export function pruneInputs(reading: InputReading<typeof PRUNE_VERSIONS>): PruneInputs {
  const { values, texts, problems } = reading;
  const { erase, keepLast, keepDays, keepVersion } = values;
  const rules = texts['keep-last'] !== '' || texts['keep-days'] !== '';
  if (erase === true) {
    if (rules) problems.add('erase keeps one version; remove keep-last and keep-days');
    if (keepVersion === null)
      problems.add('erase needs keep-version: the tag of the newest version, which no longer has the rows');
  } else if (erase === false) {
    if (!rules && keepLast !== undefined && keepDays !== undefined)
      problems.add('there is no rule: give keep-last or keep-days, or both, or erase: true');
    if (texts['keep-version'] !== '') problems.add('keep-version is only used with erase: true');
  }
  const { erase: isErasure, keepVersion: version, ...others } = usableValues(reading);
  return { ...others, eraseOthersThan: isErasure ? version : null };
}

/** Parses a value that may be left out; null when it is. */
function unlessEmpty<T>(parse: (text: string) => T) {
  return (text: string): T | null => (optional(text) === null ? null : parse(text));
}

function parseVersion(text: string): string | null {
  if (text === '' || isVersionTag(text)) return optional(text);
  throw new Error(`must be the tag of a version such as v20260101_020000, not ${JSON.stringify(text)}`);
}

function parseModels(text: string): string[] {
  const names = text.split(/[\s,]+/).filter((name) => name !== '');
  return [...new Set(names.map(parseModelName))];
}
