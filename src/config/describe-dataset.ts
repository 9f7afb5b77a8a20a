import type { KeptForm, LabelForm, SpanOffsets, UnknownClassRule } from '../model/definition.ts';
import {
  hasClasses,
  hasSeveralClasses,
  hasSpans,
  type Role,
  rolesOf,
  TASK_NAMES,
  TASKS,
  type Task,
  unpublishedRoles,
} from '../model/tasks.ts';
import { type ROW_FIELDS, rowFieldsOf } from './describe-rows.ts';
import { type SETTING_FIELDS, settingFieldsOf } from './describe-settings.ts';
import { type TrustValues, trustFieldsOf } from './describe-trust.ts';
import type { Choice, Field, List, Mapping, Text, Value } from './description.ts';
import { LICENSE } from './licenses.ts';
import { CLASS, COLUMN, LANGUAGE, LINE, NAME, PROSE, PUBLISHED, REPO, TAG } from './texts.ts';

const CLASSES: List = {
  kind: 'list',
  of: CLASS,
  item: 'class',
  least: 2,
  reason: 'with a single class there is nothing to learn',
  most: 65_535,
};

/** The classes of parts of a text: with a single one there is text of the class and other text. */
const CLASSES_OF_SPANS: List = { ...CLASSES, least: 1, reason: 'a tag needs the name of a class' };

const LABEL_FORM: Choice<LabelForm> = { kind: 'choice', values: ['class-ids', 'multi-hot'] };

const KEPT_FORM: Choice<KeptForm> = { kind: 'choice', values: ['text', 'typed'] };

/** The form of labels, written where their name belongs. */
const MEANT_FORM = Object.fromEntries(LABEL_FORM.values.map((form) => [form, `labels-as: ${form}`]));

const SPAN_OFFSETS: Choice<SpanOffsets> = { kind: 'choice', values: ['code-points', 'utf-16'] };

const UNKNOWN_CLASSES: Choice<UnknownClassRule> = { kind: 'choice', values: ['drop-row', 'drop-class'] };
const UNKNOWN_CLASS: Choice<UnknownClassRule> = {
  kind: 'choice',
  values: ['drop-row'],
  reason: 'a row has one class, and without it the row has none',
};

const UNKNOWN_CLASS_OF_SPAN: Choice<UnknownClassRule> = {
  kind: 'choice',
  values: ['drop-row'],
  reason: 'a text without one of its spans would teach that this part has no class',
};

/** The task of each other name that trainers and the Hub use for it. */
export const TASK_SYNONYMS: Readonly<Record<string, Task>> = Object.fromEntries(
  TASK_NAMES.flatMap((task) => TASKS[task].synonyms.map((name) => [name, task])),
);

/** Description of each role, for editors. */
const ROLES: Readonly<Record<Role, string>> = {
  text: 'the text, which is cleaned',
  text_a: 'the first text, which is cleaned',
  text_b: 'the second text, which is cleaned',
  label: 'the corrected class, or for unpaired-preference whether the completion is good',
  labels: 'the corrected classes, an array of texts',
  spans: 'the corrected spans, json: a list of {start, end, label}',
  score: 'the corrected score, a number',
  messages: 'the conversation, json: a list of {role, content}',
  prompt: 'the prompt, a text or json messages',
  completion: 'the answer, a text or json messages',
  chosen: 'the better answer, a text or json messages',
  rejected: 'the worse answer, a text or json messages',
  id: "the row's id, by which rows are sampled and ordered",
  predicted: 'what the model predicted; it shows where the model was wrong',
  group: 'the value whose rows stay in one split',
  annotator: 'the person who corrected the row',
  time: 'the time of the correction',
  confidence: "the model's probability of each class, json or an array of numbers; it shows doubtful labels",
};

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
        reason: 'remove the key instead',
        most: 200,
      },
      about: 'the languages of the texts, as ISO 639 codes',
    },
    license: { is: LICENSE, about: "the license of the dataset, by the Hub's id" },
    tags: {
      is: { kind: 'list', of: TAG, item: 'tag', least: 1, reason: 'remove the key instead', most: 100 },
      about: 'words by which the dataset is found on the Hub',
    },
  },
} as const satisfies Mapping;

/** Keys of a dataset that do not depend on its task. */
const DATASET_FIELDS = {
  source: { is: NAME, about: 'the source of its rows', isRequired: true },
  keep: {
    is: {
      kind: 'list',
      of: PUBLISHED,
      item: 'column',
      least: 1,
      reason: 'remove the key instead',
      most: 1_000,
    },
    about: 'further columns of the SELECTs, which are published unchanged',
  },
  'keep-as': {
    is: KEPT_FORM,
    about:
      'how arrays and times of keep are published: text, the default, as text except arrays of texts; typed as lists, timestamps and dates',
  },
  card: { is: CARD, about: 'texts and settings of the dataset card' },
} as const satisfies Record<string, Field>;

/**
 * A dataset of a task.
 *
 * @param hasRepo false for a built-in dataset, whose repo is an input
 */
export function describeDataset(task: Task, hasRepo: boolean) {
  const roles = rolesOf(task);
  const hasLists = TASKS[task].holds === 'classes';
  return {
    kind: 'mapping',
    fields: {
      task: {
        is: { kind: 'choice', values: TASK_NAMES },
        about: 'the format of the dataset',
        isRequired: true,
      },
      ...(hasRepo
        ? { repo: { is: REPO, about: 'the dataset repo on the Hub, owner/name', isRequired: true } as const }
        : {}),
      ...DATASET_FIELDS,
      ...rowFieldsOf(task),
      ...settingFieldsOf(task),
      ...trustFieldsOf(hasClasses(task)),
      columns: {
        is: roleMapping([...roles, ...unpublishedRoles(task)], COLUMN, (role) => `column of ${ROLES[role]}`),
        about: 'the column of the SELECTs for each role whose column has another name',
      },
      'publish-as': {
        is: {
          ...roleMapping(roles, PUBLISHED, (role) => `name on the Hub of ${ROLES[role]}`),
          ...(hasLists ? { meant: MEANT_FORM } : {}),
        },
        about: 'the column on the Hub for each role that is published under another name',
      },
      ...(hasLists
        ? {
            'labels-as': {
              is: LABEL_FORM,
              about:
                'how labels are published: class-ids, the default, as a list of the ids of the classes; multi-hot as a list with a 1 for each class of the row and a 0 for each other class, as SetFit and transformers take them',
            } as const,
          }
        : {}),
      ...(hasClasses(task)
        ? {
            classes: {
              is: hasSpans(task) ? CLASSES_OF_SPANS : CLASSES,
              about:
                'the names of the classes, such as [no, yes]; their order gives the ids and must never change',
              isRequired: true,
            } as const,
            'unknown-classes': {
              is: unknownClassesOf(task),
              about:
                'what happens to a row with a label that is not one of the classes: drop-row, the default, drops the row; drop-class keeps the row without that label',
            } as const,
          }
        : {}),
      ...(hasSpans(task)
        ? {
            'span-offsets': {
              is: SPAN_OFFSETS,
              about:
                'what the offsets of spans count: code-points, as in Python, or utf-16, as in JavaScript; if it is missing, the text of each span decides',
            } as const,
          }
        : {}),
    },
  } as const satisfies Mapping;
}

function unknownClassesOf(task: Task): Choice<UnknownClassRule> {
  if (hasSpans(task)) return UNKNOWN_CLASS_OF_SPAN;
  return hasSeveralClasses(task) ? UNKNOWN_CLASSES : UNKNOWN_CLASS;
}

function roleMapping<R extends Role>(
  roles: readonly R[],
  is: Text,
  about: (role: R) => string,
): Mapping<Readonly<Partial<Record<R, Field<Text>>>>> {
  const fields = Object.fromEntries(roles.map((role) => [role, { is, about: about(role) }]));
  return { kind: 'mapping', fields: fields as Partial<Record<R, Field<Text>>> };
}

/** Value of a dataset in the file, with the parts that can be used. */
export type DatasetValue = Value<ReturnType<typeof describeDataset>>;

export type SettingValues = Value<Mapping<typeof ROW_FIELDS>> &
  Value<Mapping<typeof SETTING_FIELDS>> &
  TrustValues;
