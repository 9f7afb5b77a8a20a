import type {
  Cause,
  DatasetDefinition,
  DatasetSettings,
  RowSecurity,
  SourceDefinition,
  SourceStatements,
  Statement,
} from '../model/definition.ts';
import type { DatasetValue, SettingValues } from './describe-dataset.ts';
import type { FileValue, SelectsValue, SourceValue } from './describe-file.ts';
import { cleaningOf } from './describe-rows.ts';
import { trustOf } from './describe-trust.ts';
import { fillIn, fillInText, type Preset, type PresetSql, type PresetValues } from './presets.ts';
import type { Place } from './problems.ts';
import type { ValuePath } from './yaml-file.ts';

/**
 * Returns the datasets of a file that was checked, in their order.
 *
 * @param options.repos repos by dataset name for the built-in file, whose datasets have none; a dataset without one is
 * left out
 * @param options.presetOf returns a source that comes with the action
 * @param options.placeOf returns the place of the value, or of the key, at the end of a path
 */
export function buildDefinitions(
  file: FileValue,
  options: {
    repos: ReadonlyMap<string, string> | null;
    presetOf: (name: string) => Preset;
    placeOf: (path: ValuePath, what: 'key' | 'value') => Place;
  },
): DatasetDefinition[] {
  const { repos, presetOf, placeOf } = options;
  const sources = new Map<string, SourceDefinition>();
  for (const [name, source] of file.sources!) {
    const place = placeOf(['sources', name, 'preset'], 'value');
    sources.set(name, sourceOf(name, source!, { place, presetOf, isBuiltIn: repos !== null }));
  }
  return Array.from(file.datasets!).flatMap(([name, dataset]) => {
    const repo = dataset!.repo ?? repos?.get(name);
    if (repo === undefined) return [];
    const definition = definitionOf(dataset!, file.defaults ?? {});
    const place = placeOf(['datasets', name], 'key');
    return [{ name, repo, source: sources.get(dataset!.source!)!, ...definition, place }];
  });
}

function sourceOf(
  name: string,
  source: SourceValue,
  { place, presetOf, isBuiltIn }: { place: Place; presetOf: (name: string) => Preset; isBuiltIn: boolean },
): SourceDefinition {
  const rowSecurity = source['row-security'] as RowSecurity | undefined;
  if (hasSelects(source)) {
    const { corrections, confirmed, pending } = source;
    return {
      name,
      origin: isBuiltIn ? 'built-in' : 'file',
      corrections: corrections!,
      confirmed: confirmed ?? null,
      pending: pending ?? null,
      rowSecurity,
    };
  }
  const preset = presetOf(source.preset as string);
  const values = source as PresetValues;
  const sqlite = preset.sqlite && statementsOf(inSqlite(preset, preset.sqlite), values, place);
  return {
    name,
    origin: 'preset',
    ...statementsOf(preset, values, place),
    rowSecurity,
    ...(sqlite && { sqlite }),
  };
}

/** Returns a preset with its SQL for SQLite in place of that for PostgreSQL. */
function inSqlite(
  preset: Preset,
  { corrections, confirmed, pending, shared, unjudged }: NonNullable<Preset['sqlite']>,
): Preset {
  return {
    ...preset,
    ...{ corrections, confirmed, pending, shared },
    unjudged: unjudged && { ...preset.unjudged!, ...unjudged },
  };
}

/** Returns the statements of a preset with its parameters filled in. @param place of all of them in the file */
function statementsOf(preset: Preset, values: PresetValues, place: Place): SourceStatements {
  const statement = (sql: PresetSql | undefined): Statement | null => {
    const filled = fillIn(sql, preset, values);
    return filled === null ? null : { sql: filled, ...place, pieces: [] };
  };
  const unjudged = statement(preset.unjudged?.select);
  return {
    corrections: statement(preset.corrections)!,
    confirmed: statement(preset.confirmed),
    pending: statement(preset.pending),
    ...(unjudged && { unjudged: { ...unjudged, causes: causesOf(preset, values) } }),
  };
}

/** Returns the causes for which a preset leaves rows out, with its parameters filled in. */
function causesOf(preset: Preset, values: PresetValues): Map<string, Cause> {
  const { causes = {}, expected = {} } = preset.unjudged ?? {};
  const described = (texts: Readonly<Record<string, string>>, isExpected: boolean) =>
    Object.entries(texts).map(([name, text]): [string, Cause] => [
      name,
      { text: fillInText(text, preset, values), isExpected },
    ]);
  return new Map([...described(causes, false), ...described(expected, true)]);
}

function hasSelects(source: SourceValue): source is SelectsValue {
  return !('preset' in source);
}

function definitionOf(
  dataset: DatasetValue,
  defaults: SettingValues,
): Omit<DatasetDefinition, 'name' | 'repo' | 'source' | 'place'> {
  const {
    'unknown-classes': unknownClasses,
    'span-offsets': spanOffsets,
    'labels-as': labelsAs,
    'keep-as': keepAs,
  } = dataset;
  return {
    task: dataset.task!,
    clean: cleaningOf(dataset.task!, dataset.clean ?? defaults.clean),
    columns: dataset.columns ?? {},
    publishAs: dataset['publish-as'] ?? {},
    keep: dataset.keep ?? [],
    classNames: dataset.classes ?? [],
    ...(unknownClasses && { unknownClasses }),
    ...(spanOffsets && { spanOffsets }),
    ...(labelsAs && { labelsAs }),
    ...(keepAs && { keepAs }),
    settings: { ...settingsOf(defaults), ...settingsOf(dataset) },
    trust: { ...trustOf(defaults), ...trustOf(dataset) },
    card: dataset.card ?? {},
  };
}

/** Returns the settings that the file sets. */
function settingsOf(values: SettingValues): Partial<DatasetSettings> {
  const settings: { [K in keyof DatasetSettings]: DatasetSettings[K] | undefined } = {
    minDatasetLen: values['min-dataset-len'],
    correctRatio: values['correct-ratio'],
    randomState: values['random-state'],
    split: values.split,
    splitMethod: values['split-method'],
    private: values.private,
  };
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}
