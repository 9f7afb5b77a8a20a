import path from 'node:path';
import type { DatasetDefinition } from '../model/definition.ts';
import type { TrustSettings } from '../model/trust.ts';
import { buildDefinitions } from './build-definitions.ts';
import { checkReferences } from './check-references.ts';
import { describeFile, type FileDescription } from './describe-file.ts';
import { keysWithoutSearch, TRUST_FIELDS, trustOf } from './describe-trust.ts';
import { parseYaml } from './parse-yaml.ts';
import { BUILT_IN_FILE, type Preset, parameterFields, presetNames, readPreset } from './presets.ts';
import { ConfigError, ProblemList } from './problems.ts';
import { ValueReader } from './read-value.ts';
import { MAX_BYTES, readWorkspaceFile, type TextFile, withoutMark } from './workspace-file.ts';
import type { ValuePath } from './yaml-file.ts';

/**
 * Reads the datasets that the input `config` declares.
 *
 * @param given a path in the workspace or, if it has a line break, the YAML itself
 * @param options.workspace folder of the repository that uses the action
 * @param options.presetsFolder the action's folder `presets`
 * @returns the datasets in their order; datasets that share a source share the object
 * @throws ConfigError with every problem and its place
 */
export function readConfig(
  given: string,
  { workspace, presetsFolder }: { workspace: string; presetsFolder: string },
): DatasetDefinition[] {
  const isYaml = given.includes('\n');
  const read = isYaml ? inlineFile(given) : readWorkspaceFile(given, { workspace, from: workspace });
  if ('problem' in read) throw new ConfigError([{ message: read.problem, file: null, line: 1, column: 1 }]);
  const folder = path.join(workspace, path.dirname(read.file ?? ''));
  const presets = new Map<string, Preset>();
  const presetOf = (name: string): Preset => {
    const preset = presets.get(name) ?? readPreset(presetsFolder, name);
    presets.set(name, preset);
    return preset;
  };
  return readFile(read, {
    repos: null,
    presetOf,
    description: describeFile({
      presets: presetNames(presetsFolder),
      presetFields: (name) => parameterFields(presetOf(name)),
      hasRepos: true,
    }),
    readFile: (name) => readWorkspaceFile(name, { workspace, from: folder }),
  });
}

/**
 * Reads the built-in datasets that have a repo.
 *
 * @param repos repos by dataset name; a dataset that has none is left out
 * @param options.presetsFolder the action's folder `presets`
 */
export function readBuiltIn(
  repos: ReadonlyMap<string, string>,
  { presetsFolder }: { presetsFolder: string },
): DatasetDefinition[] {
  const readText = (name: string) =>
    readWorkspaceFile(name, { workspace: presetsFolder, from: presetsFolder });
  const read = readText(BUILT_IN_FILE);
  if ('problem' in read) throw new Error(read.problem);
  const description = describeFile({ presets: [], presetFields: () => ({}), hasRepos: false });
  const file = `${path.basename(presetsFolder)}/${BUILT_IN_FILE}`;
  const presetOf = (name: string) => readPreset(presetsFolder, name);
  return readFile({ text: read.text, file }, { description, readFile: readText, repos, presetOf });
}

/**
 * Reads the input `gates`, the checks before any dataset is published: a mapping like `defaults` of a file.
 *
 * @throws ConfigError with every problem and its place in the YAML
 */
export function readGates(given: string): Partial<TrustSettings> {
  const problems = new ProblemList();
  const yaml = parseYaml(withoutMark(given), { file: null, problems });
  if (yaml === null) return problems.fail();
  const reader = new ValueReader(yaml, {
    problems,
    readFile: () => ({ problem: 'A file cannot be read here. Write the SQL itself.' }),
  });
  const values = reader.read({ kind: 'mapping', fields: TRUST_FIELDS } as const, 'gates');
  if (values === undefined) return problems.fail();
  const settings = trustOf(values);
  for (const { key, message } of keysWithoutSearch(settings)) {
    problems.add(yaml.placeOnPath([key], 'value'), `${message}.`);
  }
  problems.check();
  return settings;
}

function inlineFile(given: string): TextFile<null> {
  if (Buffer.byteLength(given) > MAX_BYTES) return { problem: 'The YAML is larger than 1 MiB.' };
  return { text: withoutMark(given), file: null };
}

/**
 * Reads the datasets of a file.
 *
 * @throws ConfigError with every problem of the file
 */
function readFile(
  { text, file }: { text: string; file: string | null },
  options: {
    description: FileDescription;
    readFile: (path: string) => TextFile;
    repos: ReadonlyMap<string, string> | null;
    presetOf: (name: string) => Preset;
  },
): DatasetDefinition[] {
  const problems = new ProblemList();
  const yaml = parseYaml(text, { file, problems });
  if (yaml === null) return problems.fail();
  const placeOf = (path: ValuePath, what: 'key' | 'value') => yaml.placeOnPath(path, what);
  const reader = new ValueReader(yaml, { problems, readFile: options.readFile });
  const value = reader.read(options.description);
  if (value === undefined) return problems.fail();
  checkReferences(value, (path, what, message) => {
    if (!problems.isFull) problems.add(placeOf(path, what), message());
  });
  problems.check();
  return buildDefinitions(value, { ...options, placeOf });
}
