import type { Task } from '../model/definition.ts';

/** What people call the parts of a dataset of some task. */
interface TaskWords {
  /** The stage that drops rows without text. */
  readonly cleaned: string;
  /** The stage that drops rows whose values cannot be read. */
  readonly labelled: string;
  /** What is the same in two rows that are the same row, in the singular; its plural ends in s. */
  readonly text: string;
  /** What such rows may disagree in. */
  readonly values: string;
  /** What a row has whose values cannot be read. */
  readonly malformed: string;
}

/** A row may also be dropped for a further column, whatever the task. */
const NO_TEXT = 'a kept value that is no text or list of texts';

const LABELLED: TaskWords = {
  cleaned: 'Cleaned',
  labelled: 'Labelled',
  text: 'text',
  values: 'labels',
  malformed: NO_TEXT,
};
const SCORED: TaskWords = {
  ...LABELLED,
  labelled: 'Scored',
  values: 'scores',
  malformed: `a score that is no number, or ${NO_TEXT}`,
};
const GENERATED: TaskWords = {
  cleaned: 'With text',
  labelled: 'Well-formed',
  text: 'answer',
  values: 'further columns',
  malformed: `messages that are no list of role and content, or ${NO_TEXT}`,
};

export const TASK_WORDS: Readonly<Record<Task, TaskWords>> = {
  'text-classification': LABELLED,
  'multi-label-classification': {
    ...LABELLED,
    malformed: `labels that are no list of names, or ${NO_TEXT}`,
  },
  'text-scoring': SCORED,
  'text-pair-classification': { ...LABELLED, text: 'pair' },
  'text-pair-scoring': { ...SCORED, text: 'pair' },
  chat: { ...GENERATED, text: 'conversation' },
  'prompt-completion': GENERATED,
  preference: { ...GENERATED, text: 'preference' },
  'unpaired-preference': { ...GENERATED, values: 'labels' },
};

/** Says in what rows that are the same row disagree, and how many of them there are. */
export function describeConflict({ text, values }: TaskWords, count: string): string {
  return `${values} that disagree on the same ${text} (${count} ${text}${count === '1' ? '' : 's'})`;
}
