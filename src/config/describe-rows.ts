import { CLEANING_STEPS, type Cleaning, defaultCleaning, orderedSteps } from '../model/cleaning.ts';
import { hasSpans, TASKS, type Task } from '../model/tasks.ts';
import type { Field, List, Text, WordOrList } from './description.ts';
import { nearest } from './nearest.ts';

/** Reason why `clean: python` is refused for generative tasks. */
export const NO_PYTHON =
  'python removes the line breaks, tags and links of texts that a model learns to write';

/** Reason why the step `html` is refused for spans. */
export const NO_HTML = 'html does not show where a part of the text is afterwards, so spans would be lost';

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
  reason: 'if there is no step, set clean: none',
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

const STEPS_OF_SPANS = CLEANING_STEPS.filter((step) => step !== 'html');
const CLEAN_OF_SPANS: WordOrList = {
  ...CLEAN,
  list: {
    ...STEPS,
    of: {
      ...STEP,
      pattern: new RegExp(`^(?:${STEPS_OF_SPANS.join('|')})$`, 'u'),
      rule: `one of ${STEPS_OF_SPANS.join(', ')}, because ${NO_HTML}`,
      suggest: (text) => nearest(text, STEPS_OF_SPANS),
    },
    most: STEPS_OF_SPANS.length,
  },
};

/** Settings of the rows of any dataset. */
export const ROW_FIELDS = {
  clean: {
    is: CLEAN,
    about:
      'how texts are cleaned: html keeps the text that a browser shows, urls removes URLs, whitespace makes each run of white space one space, none only trims the ends, python cleans like the built-in datasets; by default [whitespace], and none for a task whose texts a model writes',
  },
} as const satisfies Readonly<Record<string, Field>>;

/** Returns the settings of the rows of a dataset of a task. */
export function rowFieldsOf(task: Task) {
  return { clean: { ...ROW_FIELDS.clean, is: cleanFieldOf(task) } };
}

function cleanFieldOf(task: Task): WordOrList {
  if (hasSpans(task)) return CLEAN_OF_SPANS;
  return TASKS[task].isGenerative ? CLEAN_OF_GENERATIVE : CLEAN;
}

/** Returns how the texts of a dataset are cleaned. @param set value of the file, undefined if it is not set */
export function cleaningOf(task: Task, set: string | readonly string[] | undefined): Cleaning {
  if (set === undefined) return defaultCleaning(task);
  return typeof set === 'string' ? (set as 'none' | 'python') : orderedSteps(set);
}
