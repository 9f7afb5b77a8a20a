import { TASKS, type Task } from './tasks.ts';

/** What cleaning may do to a text, in the order in which it is done, whatever the order in the file. */
export const CLEANING_STEPS = ['html', 'urls', 'whitespace'] as const;

export type CleaningStep = (typeof CLEANING_STEPS)[number];

/**
 * How the texts of a dataset are cleaned: by steps, in the order of {@link CLEANING_STEPS}; `none` trims their ends only;
 * `python` cleans as the service that the built-in datasets replace.
 */
export type Cleaning = readonly CleaningStep[] | 'none' | 'python';

/** Returns the steps that are listed, in the order in which they are done. */
export function orderedSteps(listed: readonly string[]): readonly CleaningStep[] {
  return CLEANING_STEPS.filter((step) => listed.includes(step));
}

/** Returns how the texts of a dataset are cleaned that does not say how. */
export function defaultCleaning(task: Task): Cleaning {
  return TASKS[task].isGenerative ? 'none' : ['whitespace'];
}

/** Returns how texts were cleaned up to 1.6, which had no choice and did not record it. */
export function earlierCleaning(task: Task): Cleaning {
  return TASKS[task].isGenerative ? 'none' : 'python';
}

/** Returns a cleaning as the file has it, such as `[html, whitespace]`. */
export function writtenCleaning(cleaning: Cleaning): string {
  return typeof cleaning === 'string' ? cleaning : `[${cleaning.join(', ')}]`;
}
