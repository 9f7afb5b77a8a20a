import { expect, test } from '@jest/globals';
import { runBundle } from '../support/run-bundle.ts';

const VALID = `version: 1
sources:
  tickets:
    corrections: SELECT id, body AS text, team AS label FROM tickets
datasets:
  team:
    repo: acme/teams
    source: tickets
    task: text-classification
    classes: [billing, shipping]
`;

/** Problems the step lists for a file that is no use; nothing is connected for it. */
async function problemsOf(config: string): Promise<string[]> {
  const inputs = { config, 'postgres-url': 'postgresql://u:p@127.0.0.1:1/db', 'hf-token': 'hf_writer' };
  const { exitCode, log } = await runBundle(inputs);
  expect(exitCode).toBe(1);
  const [message] = /(?<=^::error::The inputs cannot be used\.%0A- ).*/m.exec(log) ?? [''];
  return message.split('%0A- ');
}

test('a mistake in the task hides no other mistake of the dataset', async () => {
  const config = VALID.replace('task: text-classification', 'task: dpo')
    .replace('acme/teams', 'https://huggingface.co/datasets/acme/teams')
    .replace('source: tickets', 'source: ticket')
    .concat('    keep: lang\n');
  expect(await problemsOf(config)).toEqual([
    expect.stringMatching(/^config:7:11: repo must be .*; did you mean acme\/teams\?$/),
    'config:8:13: The source "ticket" does not exist; did you mean tickets?',
    expect.stringMatching(/^config:9:11: task must be .* not "dpo"; did you mean preference\?$/),
    'config:11:11: keep must be a list, not "lang"; did you mean keep: [lang]?',
  ]);
});

test('a role beside columns, and columns that changed places with their roles', async () => {
  const config = `${VALID}    group: customer\n    columns: { body: text, team: label }\n`;
  expect(await problemsOf(config)).toEqual([
    'config:11:5: Unknown key "group" in dataset team. It belongs in columns: did you mean columns: { group: customer }?',
    'config:12:16: Unknown key "body" in columns. The key comes first: did you mean text: body?',
    'config:12:28: Unknown key "team" in columns. The key comes first: did you mean label: team?',
  ]);
});

test('a line that is indented wrongly is one problem, about its indentation', async () => {
  const deeper = VALID.replace('    source: tickets', '     source: tickets');
  const between = VALID.replace('    source: tickets', '   source: tickets');
  const sql = VALID.replace('corrections: SELECT', 'corrections: |\n    SELECT');
  const item = VALID.replace(
    '[billing, shipping]',
    '\n      - billing\n      - shipping\n        - technical',
  );
  expect(await Promise.all([deeper, between, sql, item].map(problemsOf))).toEqual([
    [
      'config:8:6: This line is indented deeper than line 7, whose key repo has a value already. Start it in the same column as repo.',
    ],
    [
      'config:8:4: This line is indented by 3 spaces, but no line above that it could belong with has that indentation. Indent it by 0, 2 or 4 spaces.',
    ],
    [
      'config:5:5: This line is not part of the text that starts in line 4, because it is not indented deep enough. Indent it by 6 spaces.',
    ],
    [
      'config:12:9: class 2 spans several lines, one of which starts with "- ". Indent that line like the items before it.',
    ],
  ]);
});
