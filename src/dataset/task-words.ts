import type { Task } from './definition.ts';

/** What people call the parts of a dataset of some task. */
export interface TaskWords {
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

const LABELLED: TaskWords = {
  cleaned: 'Cleaned',
  labelled: 'Labelled',
  text: 'text',
  values: 'labels',
  malformed: 'labels that are no list of names',
};
const SCORED: TaskWords = {
  ...LABELLED,
  labelled: 'Scored',
  values: 'scores',
  malformed: 'a score that is no number',
};
const GENERATED: TaskWords = {
  cleaned: 'With text',
  labelled: 'Well-formed',
  text: 'answer',
  values: 'further columns',
  malformed: 'messages that are no list of role and content',
};

export const TASK_WORDS: Readonly<Record<Task, TaskWords>> = {
  'text-classification': LABELLED,
  'multi-label-classification': LABELLED,
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
