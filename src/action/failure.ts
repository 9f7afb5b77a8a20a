import { ConfigError, type Problem, problemText } from '../config/problems.ts';
import type { Surroundings } from '../model/surroundings.ts';
import { INPUT_HEADLINE, InputError, listText } from './input-error.ts';

const CONFIG_HEADLINE = 'The datasets that config declares cannot be prepared.';

/**
 * Returns a failure as text for readers who see no annotations: what happened, and each problem of the file that
 * declares datasets after its place, in a line that starts with a dash.
 */
export function describeFailure(error: unknown): string {
  if (error instanceof ConfigError) return listText(CONFIG_HEADLINE, error.message.split('\n'));
  return error instanceof Error ? error.message : String(error);
}

/**
 * Annotates each problem of a file on its line.
 *
 * @returns the failure as text, which has only the number and the lines of these problems
 */
export function annotateFailure(surroundings: Surroundings, error: unknown): string {
  const config = error instanceof InputError ? error.config : error instanceof ConfigError ? error : null;
  if (config === null) return describeFailure(error);
  const listed = error instanceof InputError ? [...error.listed] : [];
  const byFile = Map.groupBy(config.problems, ({ file }) => file);
  for (const [file, problems] of byFile) {
    if (file === null) {
      listed.push(...problems.map(problemText));
      continue;
    }
    for (const { message, line, column } of problems) {
      surroundings.error(message, { place: { file, line, column } });
    }
    listed.push(`${file}: ${countProblems(problems)}`);
  }
  if (config.isCut) listed.push('There are more problems than these.');
  return listText(error instanceof InputError ? INPUT_HEADLINE : CONFIG_HEADLINE, listed);
}

function countProblems(problems: readonly Problem[]): string {
  const lines = problems.map(({ line }) => line);
  const [first, last] = [Math.min(...lines), Math.max(...lines)];
  const place = first === last ? `in line ${first}` : `between lines ${first} and ${last}`;
  const [count, each] = problems.length === 1 ? ['1 problem', ''] : [`${problems.length} problems`, 'each '];
  return `${count} ${place}, ${each}reported as an error`;
}
