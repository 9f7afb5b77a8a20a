import { TASKS, type Task } from './tasks.ts';

/** The cleaning steps, in the order in which they are done, whatever the order in the file. */
export const CLEANING_STEPS = ['html', 'urls', 'whitespace'] as const;

export type CleaningStep = (typeof CLEANING_STEPS)[number];

/**
 * How the texts of a dataset are cleaned: by steps, in the order of {@link CLEANING_STEPS}; `none` trims only their
 * ends; `python` cleans like the service that the built-in datasets replace.
 */
export type Cleaning = readonly CleaningStep[] | 'none' | 'python';

/** Returns the steps that are listed, in the order in which they are done. */
export function orderedSteps(listed: readonly string[]): readonly CleaningStep[] {
  return CLEANING_STEPS.filter((step) => listed.includes(step));
}

/** Returns the default cleaning of a task. */
export function defaultCleaning(task: Task): Cleaning {
  return TASKS[task].isGenerative ? 'none' : ['whitespace'];
}

/** Returns how texts were cleaned up to 1.6, which had no choice and did not record it. */
export function earlierCleaning(task: Task): Cleaning {
  return TASKS[task].isGenerative ? 'none' : 'python';
}

/** Returns a cleaning in the form of the file, such as `[html, whitespace]`. */
export function writtenCleaning(cleaning: Cleaning): string {
  return typeof cleaning === 'string' ? cleaning : `[${cleaning.join(', ')}]`;
}
