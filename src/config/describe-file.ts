import {
  CLASS_TASKS,
  COMMON_ROLES,
  type PublishedRole,
  type Role,
  TASK_ROLES,
  type Task,
} from '../dataset/definition.ts';
import { SETTING_FIELDS, settingFieldsOf } from './describe-settings.ts';
import type { Cases, Field, List, Mapping, Named, Text, Value } from './description.ts';
import { CLASS, COLUMN, LANGUAGE, LINE, NAME, PROSE, PUBLISHED, REPO } from './texts.ts';

const CLASSES: List = {
  kind: 'list',
  of: CLASS,
  item: 'class',
  least: 2,
  reason: 'where there is one answer only, nothing is learnt',
  most: 65_535,
};

/** What each role is, for editors. */
const ROLES: Readonly<Record<Role, string>> = {
  text: 'the text, which is cleaned',
  text_a: 'the first text, which is cleaned',
  text_b: 'the second text, which is cleaned',
  label: 'the corrected class, or for unpaired-preference whether the completion is good',
  labels: 'the corrected classes, an array of texts',
  score: 'the corrected score, a number',
  messages: 'the conversation, json: a list of {role, content}',
  prompt: 'the prompt, a text or json messages',
  completion: 'the answer, a text or json messages',
  chosen: 'the better answer, a text or json messages',
  rejected: 'the worse answer, a text or json messages',
  id: "the row's id, by which it is sampled and ordered",
  predicted: 'what the model had said',
  group: 'whose rows stay together in one split',
  annotator: 'who corrected the row',
  time: 'when the row was corrected',
};

const SELECT_FIELDS = {
  corrections: {
    is: { kind: 'statement' },
    about: 'the SELECT of the rows a person corrected or labelled, or { file: a path }',
    isRequired: true,
  },
  confirmed: {
    is: { kind: 'statement' },
    about: 'the SELECT of the rows nobody had to correct, of which some are sampled, or { file: a path }',
  },
  pending: {
    is: { kind: 'statement' },
    about: 'a SELECT of one number, how many rows wait for review, or { file: a path }',
  },
} as const satisfies Record<string, Field>;

const CARD = {
  kind: 'mapping',
  fields: {
    title: { is: LINE, about: 'the title of the dataset card' },
    about: { is: PROSE, about: 'where the rows come from, as Markdown' },
    languages: {
      is: {
        kind: 'list',
        of: LANGUAGE,
        item: 'language',
        least: 1,
        reason: 'it is left out instead',
        most: 200,
      },
      about: 'the languages of the texts, as ISO 639 codes',
    },
  },
} as const satisfies Mapping;

/** Keys of a dataset that do not depend on its task. */
const DATASET_FIELDS = {
  source: { is: NAME, about: 'the source its rows come from', isRequired: true },
  keep: {
    is: {
      kind: 'list',
      of: PUBLISHED,
      item: 'column',
      least: 1,
      reason: 'it is left out instead',
      most: 1_000,
    },
    about: 'further columns of the SELECTs, which are published as they are',
  },
  card: { is: CARD, about: "what the dataset's card says" },
} as const satisfies Record<string, Field>;

/**
 * The file that declares datasets.
 *
 * @param options.presets the sources that come with the action, by name
 * @param options.presetFields gives the parameters of one of them
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
          about: 'SQL that comes with the action',
          isRequired: true,
        },
        ...presetFields(preset),
      },
    }),
    without: { kind: 'mapping', fields: SELECT_FIELDS },
  };
  const tasks = Object.keys(TASK_ROLES) as Task[];
  const dataset = {
    kind: 'cases',
    by: 'task',
    choices: tasks,
    of: (task: string) => datasetOf(task as Task, hasRepos),
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
        is: { kind: 'mapping', fields: SETTING_FIELDS },
        about:
          'settings of every dataset that does not say otherwise; they win over the inputs of the same names',
      },
      sources: {
        is: { kind: 'named', names: NAME, of: source, item: 'source' } satisfies Named,
        about: 'where rows come from, by name',
        isRequired: true,
      },
      datasets: {
        is: { kind: 'named', names: NAME, of: dataset, item: 'dataset' } satisfies Named,
        about: 'what is published, by name',
        isRequired: true,
      },
    },
  } as const satisfies Mapping;
}

export type FileDescription = ReturnType<typeof describeFile>;

/** What the file says, or what can be used of it. */
export type FileValue = Value<FileDescription>;
export type DatasetValue = Value<ReturnType<typeof datasetOf>>;
export type SourceValue = Value<FileDescription['fields']['sources']['is']['of']>;
/** What is said of a source that has no preset. */
export type SelectsValue = Value<Mapping<typeof SELECT_FIELDS>>;
export type SettingValues = Value<Mapping<typeof SETTING_FIELDS>>;

function datasetOf(task: Task, hasRepo: boolean) {
  const roles: readonly PublishedRole[] = TASK_ROLES[task];
  return {
    kind: 'mapping',
    fields: {
      task: {
        is: { kind: 'choice', values: Object.keys(TASK_ROLES) as Task[] },
        about: 'the format of the dataset',
        isRequired: true,
      },
      ...(hasRepo
        ? { repo: { is: REPO, about: 'the dataset repo on the Hub, owner/name', isRequired: true } as const }
        : {}),
      ...DATASET_FIELDS,
      ...settingFieldsOf(task),
      columns: {
        is: roleMapping([...roles, ...COMMON_ROLES], COLUMN, (role) => `column of ${ROLES[role]}`),
        about: 'the column of the SELECTs for each role that has not the name of its role',
      },
      'publish-as': {
        is: roleMapping(roles, PUBLISHED, (role) => `name on the Hub of ${ROLES[role]}`),
        about: 'the column on the Hub for each role that is not to have the name of its role',
      },
      ...(CLASS_TASKS.includes(task)
        ? {
            classes: {
              is: CLASSES,
              about: 'the classes, whose order is their ids, for ever',
              isRequired: true,
            } as const,
          }
        : {}),
    },
  } as const satisfies Mapping;
}

function roleMapping<R extends Role>(
  roles: readonly R[],
  is: Text,
  about: (role: R) => string,
): Mapping<Readonly<Partial<Record<R, Field<Text>>>>> {
  const fields = Object.fromEntries(roles.map((role) => [role, { is, about: about(role) }]));
  return { kind: 'mapping', fields: fields as Partial<Record<R, Field<Text>>> };
}
