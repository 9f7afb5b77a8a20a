import { CLEANING_STEPS, type Cleaning, defaultCleaning, orderedSteps } from '../model/cleaning.ts';
import { TASKS, type Task } from '../model/tasks.ts';
import type { Field, List, Text, WordOrList } from './description.ts';
import { nearest } from './nearest.ts';

/** Why the texts of a generative task are not cleaned like those of the built-in datasets. */
export const NO_PYTHON =
  'python removes the line breaks, tags and links of the texts that a model learns to write';

const STEP: Text = {
  kind: 'text',
  pattern: new RegExp(`^(?:${CLEANING_STEPS.join('|')})$`, 'u'),
  longest: 20,
  rule: `one of ${CLEANING_STEPS.join(', ')}`,
  suggest: (text) => nearest(text, CLEANING_STEPS),
};

const STEPS: List = {
  kind: 'list',
  of: STEP,
  item: 'step',
  least: 1,
  reason: 'for no step, set clean: none',
  most: CLEANING_STEPS.length,
};

const CLEAN: WordOrList = {
  kind: 'wordOrList',
  word: { kind: 'choice', values: ['none', 'python'] },
  list: STEPS,
};
const CLEAN_OF_GENERATIVE: WordOrList = {
  kind: 'wordOrList',
  word: { kind: 'choice', values: ['none'], reason: NO_PYTHON },
  list: STEPS,
};

/** What can be set of the rows of any dataset. */
export const ROW_FIELDS = {
  clean: {
    is: CLEAN,
    about:
      'how texts are cleaned: html keeps the text that a browser shows, urls removes URLs, whitespace makes each run of white space one space; none trims the ends only; python cleans as the built-in datasets. By default [whitespace], for a task whose texts a model writes none',
  },
} as const satisfies Readonly<Record<string, Field>>;

/** Returns what can be set of the rows of a dataset of a task. */
export function rowFieldsOf(task: Task) {
  const is = TASKS[task].isGenerative ? CLEAN_OF_GENERATIVE : CLEAN;
  return { clean: { ...ROW_FIELDS.clean, is } };
}

/** Returns how the texts of a dataset are cleaned. @param set what the file says of it, undefined for nothing */
export function cleaningOf(task: Task, set: string | readonly string[] | undefined): Cleaning {
  if (set === undefined) return defaultCleaning(task);
  return typeof set === 'string' ? (set as 'none' | 'python') : orderedSteps(set);
}
