import type { TimedRun } from './publish-lab.ts';
import type { Stage } from './stage.ts';

/** What is wrong with what the channels of a run were told, and with what the run says about that. */
export function checkChannels({ told }: Stage, { exitCode, outputs, summary }: TimedRun): string[] {
  if (told === null) return [];
  const problems: string[] = [];
  const expect = (isTrue: boolean, problem: string) => isTrue || problems.push(problem);
  const [issue] = told.repository.issues;
  const { runs } = told.wandb;
  expect(exitCode === 0, `exit code ${exitCode}: a channel failed the run`);
  expect(outputs['urgency-status'] !== 'failed', 'a channel failed the label');
  expect(isTold(summary, 'W&amp;B') || isWarned(summary, 'W&amp;B'), 'no word of W&B');
  expect(isTold(summary, 'GitHub issue') || isWarned(summary, 'GitHub issue'), 'no word of the issue');
  expect(!isTold(summary, 'W&amp;B') || runs.at(-1)?.exitCode === 0, 'W&B was not told of the end');
  expect(!isTold(summary, 'GitHub issue') || issue.state === 'closed', 'the issue is open');
  expect(issue.comments.length <= 1, `${issue.comments.length} comments on the issue`);
  expect(told.repository.issues.length === 1, `${told.repository.issues.length} issues`);
  expect(new Set(runs.map(({ name }) => name)).size === runs.length, 'W&B has a run twice');
  return problems;
}

/** What the channels must be like after a run that nothing disturbed. */
export function checkChannelsEnd({ told }: Stage, { summary }: TimedRun): string[] {
  if (told === null) return [];
  const problems = ['W&amp;B', 'GitHub issue'].filter((channel) => !isTold(summary, channel));
  return [
    ...problems.map((channel) => `${channel} was not told`),
    ...(told.repository.issues[0].state === 'closed' ? [] : ['the issue is open']),
    ...(told.wandb.runs.at(-1)?.exitCode === 0 ? [] : ['W&B was not told of the end']),
  ];
}

function isTold(summary: string, channel: string): boolean {
  return summary.includes(`- ✅ **${channel}**: `);
}

/** True if the summary warns that a channel failed. */
function isWarned(summary: string, channel: string): boolean {
  return summary.includes(`- **${channel}**: `);
}
