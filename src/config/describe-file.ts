import type { RowSecurity } from '../model/definition.ts';
import { TASK_NAMES, type Task } from '../model/tasks.ts';
import { describeDataset, TASK_SYNONYMS } from './describe-dataset.ts';
import { ROW_FIELDS } from './describe-rows.ts';
import { SETTING_FIELDS } from './describe-settings.ts';
import { TRUST_FIELDS } from './describe-trust.ts';
import type { Cases, Choice, Field, Mapping, Named, Value } from './description.ts';
import { NAME } from './texts.ts';

/** Keys of a source with or without a preset. */
const SOURCE_FIELDS = {
  'row-security': {
    is: { kind: 'choice', values: ['strict', 'allow'] } satisfies Choice<RowSecurity>,
    about:
      'whether row-level security may hide rows from the role: strict, the default, fails if it would; allow reads only the rows that the policies show',
  },
} as const satisfies Record<string, Field>;

const SELECT_FIELDS = {
  corrections: {
    is: { kind: 'statement' },
    about: 'the SELECT of the rows that a person reviewed, or { file: a path }',
    isRequired: true,
  },
  confirmed: {
    is: { kind: 'statement' },
    about: 'the SELECT of the rows that nobody corrected, of which a sample is taken, or { file: a path }',
  },
  pending: {
    is: { kind: 'statement' },
    about: 'a SELECT of one number, the rows that wait for review, or { file: a path }',
  },
  ...SOURCE_FIELDS,
} as const satisfies Record<string, Field>;

/**
 * Returns the description of the file that declares datasets.
 *
 * @param options.presets names of the sources that come with the action
 * @param options.presetFields returns the parameters of a preset
 * @param options.hasRepos false for the file of the built-in datasets, whose repos are inputs
 */
export function describeFile({
  presets,
  presetFields,
  hasRepos,
}: {
  presets: readonly string[];
  presetFields: (preset: string) => Readonly<Record<string, Field>>;
  hasRepos: boolean;
}) {
  const source: Cases<Mapping<Readonly<Record<string, Field>>>, Mapping<typeof SELECT_FIELDS>> = {
    kind: 'cases',
    by: 'preset',
    choices: presets,
    of: (preset) => ({
      kind: 'mapping',
      fields: {
        preset: {
          is: { kind: 'choice', values: presets },
          about: 'the preset, whose SQL comes with the action',
          isRequired: true,
        },
        ...presetFields(preset),
        ...SOURCE_FIELDS,
      },
    }),
    without: { kind: 'mapping', fields: SELECT_FIELDS },
  };
  const dataset = {
    kind: 'cases',
    by: 'task',
    choices: TASK_NAMES,
    synonyms: TASK_SYNONYMS,
    of: (task: string) => describeDataset(task as Task, hasRepos),
    without: null,
  } as const satisfies Cases;
  return {
    kind: 'mapping',
    fields: {
      version: {
        is: { kind: 'constant', value: 1 },
        about: 'the version of this format, 1',
        isRequired: true,
      },
      defaults: {
        is: { kind: 'mapping', fields: { ...ROW_FIELDS, ...SETTING_FIELDS, ...TRUST_FIELDS } },
        about:
          'settings of every dataset that does not set them itself; they win over inputs of the same names',
      },
      sources: {
        is: { kind: 'named', names: NAME, of: source, item: 'source' } satisfies Named,
        about: 'sources of rows, by name',
        isRequired: true,
      },
      datasets: {
        is: { kind: 'named', names: NAME, of: dataset, item: 'dataset' } satisfies Named,
        about: 'datasets to publish, by name',
        isRequired: true,
      },
    },
  } as const satisfies Mapping;
}

export type FileDescription = ReturnType<typeof describeFile>;

/** Value of the file, with the parts that can be used. */
export type FileValue = Value<FileDescription>;
export type SourceValue = Value<FileDescription['fields']['sources']['is']['of']>;
/** Value of a source without a preset. */
export type SelectsValue = Value<Mapping<typeof SELECT_FIELDS>>;
