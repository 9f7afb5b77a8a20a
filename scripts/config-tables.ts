import { describeFile } from '../src/config/describe-file.ts';
import type { Description, Field, Fields, Mapping } from '../src/config/description.ts';
import { parameterFields, presetNames, readPreset } from '../src/config/presets.ts';

/** The task whose keys are shown: it has all there are. */
const WHOLE_TASK = 'multi-label-classification';

/** Returns the tables of the keys of the file that declares datasets, by the name of their section in the documentation. */
export function configTables(presetsFolder: string): Readonly<Record<string, string>> {
  const { fields } = describeFile({ presets: [], presetFields: () => ({}), hasRepos: true });
  const dataset: Fields = fields.datasets.is.of.of(WHOLE_TASK).fields;
  const settings = fields.defaults.is.fields;
  const own = Object.entries(dataset).filter(([key]) => !Object.hasOwn(settings, key));
  return {
    'file-keys': keyTable(fields),
    'source-keys': keyTable(fields.sources.is.of.without!.fields),
    'dataset-keys': keyTable(Object.fromEntries(own)),
    'card-keys': keyTable((dataset.card!.is as Mapping).fields),
    settings: keyTable(settings),
    presets: presetNames(presetsFolder)
      .map((name) => presetTable(presetsFolder, name))
      .join('\n\n'),
  };
}

function keyTable(fields: Fields): string {
  const rows = Object.entries(fields as Record<string, Field>).map(([key, field]) => {
    const required = field.isRequired ? ' Required.' : '';
    return `| \`${key}\` | ${sentence(field.about)}${required} | ${allowed(field.is)} |`;
  });
  return ['| Key | Meaning | Value |', '| --- | --- | --- |', ...rows].join('\n');
}

function presetTable(folder: string, name: string): string {
  const preset = readPreset(folder, name);
  const fields = parameterFields(preset);
  const rows = Object.entries(preset.parameters ?? {}).map(([key, { required, default: standard }]) => {
    const { is, about } = fields[key];
    const given = required ? 'required' : standard === undefined ? '' : `\`${standard}\``;
    return `| \`${key}\` | ${sentence(about)} | ${allowed(is)} | ${given} |`;
  });
  const table = ['| Parameter | Meaning | Value | Default |', '| --- | --- | --- | --- |', ...rows];
  return `\`${name}\`: ${preset.description}\n\n${table.join('\n')}`;
}

/** What may stand under a key. */
function allowed(description: Description): string {
  switch (description.kind) {
    case 'text':
      return description.rule;
    case 'choice':
      return description.rule ?? description.values.map((value) => `\`${value}\``).join(', ');
    case 'number': {
      const { least, most, isWhole } = description;
      const range = most === Number.MAX_SAFE_INTEGER ? `from ${least}` : `from ${least} to ${most}`;
      if (least === Number.MIN_SAFE_INTEGER) return 'a whole number';
      return `${isWhole ? 'a whole number' : 'a number'} ${range}`;
    }
    case 'flag':
      return '`true` or `false`';
    case 'constant':
      return `\`${description.value}\``;
    case 'statement':
      return 'SQL, or `{ file: path }`';
    case 'list':
      return `a list: ${description.of.rule}`;
    case 'wordOrList': {
      const { word, list } = description;
      return `${allowed(word)}, or ${allowed(list)}`;
    }
    case 'named':
      return `a ${description.item} under each name: ${description.names.rule}`;
    case 'mapping':
    case 'cases':
      return 'keys and values, see below';
  }
}

function sentence(about: string): string {
  return `${about.charAt(0).toUpperCase()}${about.slice(1)}.`;
}
