import { counted } from '../text/markdown.ts';

/** Words for the parts of a dataset of a task. */
export interface TaskWords {
  /** The stage that drops rows without text. */
  readonly cleaned: string;
  /** The stage that drops rows whose values cannot be read. */
  readonly labelled: string;
  /** The part that two copies of a row have in common, in the singular; its plural ends in s. */
  readonly text: string;
  /** The values in which copies may disagree. */
  readonly values: string;
  /** Description of values that cannot be read. */
  readonly malformed: string;
}

/** Everything that depends on a task. */
interface TaskSpec {
  /** Roles whose columns are published, in file order: the texts, which make up a row's identity, then the value. */
  readonly roles: readonly string[];
  /**
   * The role of the value of the texts; null if there are only texts. A row in which it is NULL was not judged, and is
   * not read.
   */
  readonly value: 'label' | 'labels' | 'score' | 'spans' | null;
  /** Kind of the value: one of the named classes, some of them, parts of the text with classes, a number, or true and false. */
  readonly holds: 'class' | 'classes' | 'spans' | 'number' | 'flag' | null;
  /**
   * The role whose text decides the split of a row without a group, so that its rows stay together; null if all texts
   * do.
   */
  readonly splitRole: 'prompt' | null;
  /**
   * True if the texts after the first are two answers, of which the first was chosen. Rows with the same answers in
   * either order are then the same row, and the chosen answer is one of its values.
   */
  readonly hasChoice: boolean;
  /**
   * True for texts that a model learns to write: their line breaks, tags and links are kept, so they are not cleaned.
   */
  readonly isGenerative: boolean;
  /** Roles that a model learns to write; of two, one is the better answer. */
  readonly answers: readonly string[];
  /** True if Spark supports it. */
  readonly isOnSpark: boolean;
  /** Other names of trainers and the Hub. */
  readonly synonyms: readonly string[];
  /** Name in the description of the metadata. */
  readonly description: string;
  /** How the Hub files its datasets: https://huggingface.co/docs/hub/datasets-cards. */
  readonly hub: { readonly task_categories: readonly string[]; readonly task_ids?: readonly string[] };
  /** Trainer of TRL, with the names of the columns that it needs; null for a task that TRL does not train. */
  readonly trainer: { readonly name: string; readonly columns: readonly string[] } | null;
  /** By what two models of its rows are compared; null where no prediction is right or wrong. */
  readonly compares: TaskComparison;
  readonly words: TaskWords;
}

/**
 * What a model predicts of a row: one class, several classes, the tags of its tokens, a number, which of two answers was chosen, or true or false.
 */
export type TaskComparison = 'class' | 'classes' | 'spans' | 'number' | 'choice' | 'flag' | null;

/** A row may also be dropped for a further column, whatever the task. */
const UNFIT = 'a kept value that its column cannot hold';

const LABELLED: TaskWords = {
  cleaned: 'Cleaned',
  labelled: 'Labelled',
  text: 'text',
  values: 'labels',
  malformed: UNFIT,
};
const SCORED: TaskWords = {
  ...LABELLED,
  labelled: 'Scored',
  values: 'scores',
  malformed: `a score that is not a number, or ${UNFIT}`,
};
const GENERATED: TaskWords = {
  cleaned: 'With text',
  labelled: 'Well-formed',
  text: 'answer',
  values: 'further columns',
  malformed: `messages that are not a list of role and content, or ${UNFIT}`,
};

/** The task formats of datasets. Everything that depends on a task is read from here. */
export const TASKS = {
  'text-classification': {
    roles: ['text', 'label'],
    value: 'label',
    holds: 'class',
    splitRole: null,
    hasChoice: false,
    isGenerative: false,
    answers: [],
    isOnSpark: true,
    synonyms: ['classification', 'binary-classification', 'multi-class-classification', 'sentiment-analysis'],
    description: 'classification',
    hub: { task_categories: ['text-classification'], task_ids: ['multi-class-classification'] },
    trainer: null,
    compares: 'class',
    words: LABELLED,
  },
  'multi-label-classification': {
    roles: ['text', 'labels'],
    value: 'labels',
    holds: 'classes',
    splitRole: null,
    hasChoice: false,
    isGenerative: false,
    answers: [],
    isOnSpark: false,
    synonyms: ['multi-label', 'multilabel'],
    description: 'multi label classification',
    hub: { task_categories: ['text-classification'], task_ids: ['multi-label-classification'] },
    trainer: null,
    compares: 'classes',
    words: { ...LABELLED, malformed: `labels that are not a list of names, or ${UNFIT}` },
  },
  'token-classification': {
    roles: ['text', 'spans'],
    value: 'spans',
    holds: 'spans',
    splitRole: null,
    hasChoice: false,
    isGenerative: false,
    answers: [],
    isOnSpark: false,
    synonyms: [
      'ner',
      'named-entity-recognition',
      'sequence-labeling',
      'sequence-labelling',
      'span-labelling',
    ],
    description: 'token classification',
    hub: { task_categories: ['token-classification'], task_ids: ['named-entity-recognition'] },
    trainer: null,
    compares: 'spans',
    words: {
      ...LABELLED,
      values: 'spans',
      malformed: `spans that cannot be read or found in the text, or ${UNFIT}`,
    },
  },
  'text-scoring': {
    roles: ['text', 'score'],
    value: 'score',
    holds: 'number',
    splitRole: null,
    hasChoice: false,
    isGenerative: false,
    answers: [],
    isOnSpark: false,
    synonyms: ['regression', 'text-regression', 'scoring'],
    description: 'text scoring',
    hub: { task_categories: ['text-classification'], task_ids: ['text-scoring'] },
    trainer: null,
    compares: 'number',
    words: SCORED,
  },
  'text-pair-classification': {
    roles: ['text_a', 'text_b', 'label'],
    value: 'label',
    holds: 'class',
    splitRole: null,
    hasChoice: false,
    isGenerative: false,
    answers: [],
    isOnSpark: true,
    synonyms: ['nli', 'natural-language-inference'],
    description: 'text pair classification',
    hub: { task_categories: ['text-classification'] },
    trainer: null,
    compares: 'class',
    words: { ...LABELLED, text: 'pair' },
  },
  'text-pair-scoring': {
    roles: ['text_a', 'text_b', 'score'],
    value: 'score',
    holds: 'number',
    splitRole: null,
    hasChoice: false,
    isGenerative: false,
    answers: [],
    isOnSpark: false,
    synonyms: ['sts', 'sentence-similarity'],
    description: 'text pair scoring',
    hub: { task_categories: ['sentence-similarity'] },
    trainer: null,
    compares: 'number',
    words: { ...SCORED, text: 'pair' },
  },
  chat: {
    roles: ['messages'],
    value: null,
    holds: null,
    splitRole: null,
    hasChoice: false,
    isGenerative: true,
    answers: ['messages'],
    isOnSpark: false,
    synonyms: ['conversational', 'messages', 'text-generation'],
    description: 'chat',
    hub: { task_categories: ['text-generation'] },
    trainer: { name: 'SFTTrainer', columns: ['messages'] },
    compares: null,
    words: { ...GENERATED, text: 'conversation' },
  },
  'prompt-completion': {
    roles: ['prompt', 'completion'],
    value: null,
    holds: null,
    splitRole: 'prompt',
    hasChoice: false,
    isGenerative: true,
    answers: ['completion'],
    isOnSpark: false,
    synonyms: ['instruction', 'sft'],
    description: 'prompt completion',
    hub: { task_categories: ['text-generation'] },
    trainer: { name: 'SFTTrainer', columns: ['prompt', 'completion'] },
    compares: null,
    words: GENERATED,
  },
  preference: {
    roles: ['prompt', 'chosen', 'rejected'],
    value: null,
    holds: null,
    splitRole: 'prompt',
    hasChoice: true,
    isGenerative: true,
    answers: ['chosen', 'rejected'],
    isOnSpark: false,
    synonyms: ['dpo', 'orpo', 'reward', 'rlhf'],
    description: 'preference',
    hub: { task_categories: ['text-generation'] },
    trainer: { name: 'DPOTrainer', columns: ['prompt', 'chosen', 'rejected'] },
    compares: 'choice',
    words: { ...GENERATED, text: 'answer pair', values: 'choices' },
  },
  'unpaired-preference': {
    roles: ['prompt', 'completion', 'label'],
    value: 'label',
    holds: 'flag',
    splitRole: 'prompt',
    hasChoice: false,
    isGenerative: true,
    answers: ['completion'],
    isOnSpark: false,
    synonyms: ['kto'],
    description: 'unpaired preference',
    hub: { task_categories: ['text-generation'] },
    trainer: { name: 'KTOTrainer', columns: ['prompt', 'completion', 'label'] },
    compares: 'flag',
    words: { ...GENERATED, values: 'labels' },
  },
} as const satisfies Readonly<Record<string, TaskSpec>>;

export type Task = keyof typeof TASKS;

export const TASK_NAMES = Object.keys(TASKS) as Task[];

/** A role whose column is published. */
export type PublishedRole = (typeof TASKS)[Task]['roles'][number];

/** A role whose column holds the value of the texts. */
export type ValueRole = NonNullable<(typeof TASKS)[Task]['value']>;

/** Roles that every task has; of these only `id` is required. */
const COMMON_ROLES = ['id', 'predicted', 'group', 'annotator', 'time'] as const;

/** Roles of tasks whose rows have one class each. */
const ONE_CLASS_ROLES = ['confidence'] as const;

/** A role whose column is not published. */
type UnpublishedRole = (typeof COMMON_ROLES)[number] | (typeof ONE_CLASS_ROLES)[number];

export type Role = PublishedRole | UnpublishedRole;

/** Returns the roles of a task whose columns are not published. */
export function unpublishedRoles(task: Task): readonly UnpublishedRole[] {
  return hasOneClass(task) ? [...COMMON_ROLES, ...ONE_CLASS_ROLES] : COMMON_ROLES;
}

/** Returns the roles of a task whose columns are published, in file order. */
export function rolesOf(task: Task): readonly PublishedRole[] {
  return TASKS[task].roles;
}

/** Returns for each text of a task, in order, whether it is an answer that a model learns to write. */
export function areAnswers(task: Task): readonly boolean[] {
  const { roles, value, answers }: TaskSpec = TASKS[task];
  return roles.filter((role) => role !== value).map((role) => answers.includes(role));
}

/** True if a task has classes, one or several a row, which must be named. */
export function hasClasses(task: Task): boolean {
  const { holds } = TASKS[task];
  return holds === 'class' || holds === 'classes' || holds === 'spans';
}

/** True if each row of a task has one class, which scikit-learn's split keeps in proportion. */
export function hasOneClass(task: Task): boolean {
  return TASKS[task].holds === 'class';
}

/** True if each row of a task may have several classes, or none. */
export function hasSeveralClasses(task: Task): boolean {
  return TASKS[task].holds === 'classes' || hasSpans(task);
}

/** True if the classes of a task are those of parts of a text. */
export function hasSpans(task: Task): boolean {
  return TASKS[task].holds === 'spans';
}

/**
 * Numbers of texts whose rows disagree, of ids whose rows have several texts and disagree, and of ids that several of
 * these rows have.
 */
interface Conflicts {
  readonly conflictingTexts: number;
  readonly conflictingIds?: number;
  readonly repeatedIds?: number;
}

/** Returns where copies of a row disagree, and how many there are. */
export function describeConflict(
  { text, values }: TaskWords,
  { conflictingTexts, conflictingIds = 0 }: Conflicts,
): string {
  const texts =
    conflictingTexts > 0 || conflictingIds === 0 ? [`${text} (${counted(conflictingTexts, text)})`] : [];
  const ids = conflictingIds > 0 ? [`id (${counted(conflictingIds, 'id')})`] : [];
  return `${values} that disagree on the same ${[...texts, ...ids].join(' or the same ')}`;
}

/**
 * Returns how many ids of disagreeing rows occur several times, and how to fix that: a sentence after a space, or an
 * empty text.
 */
export function describeRepeatedIds({ repeatedIds = 0 }: Conflicts): string {
  if (repeatedIds === 0) return '';
  const occur = `${counted(repeatedIds, 'id')} of these rows ${repeatedIds === 1 ? 'occurs' : 'occur'} several times.`;
  return ` ${occur} If a join repeats rows, give each id once with DISTINCT ON. If the newest correction counts, set annotators: latest.`;
}
