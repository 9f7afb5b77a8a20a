import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { readBuiltIn } from '../../src/config/read-config.ts';
import { problemsOf } from './config-scene.ts';

const OPTIONS = { presetsFolder: path.resolve('presets') };
const REPOS = new Map([
  ['urgency', 'owner/urgency'],
  ['department', 'owner/department'],
]);

test('the built-in datasets are those of the platform', () => {
  const [department, urgency] = readBuiltIn(REPOS, OPTIONS);
  expect(department).toMatchObject({
    name: 'department',
    repo: 'owner/department',
    task: 'text-classification',
    columns: { text: 'message', label: 'department', predicted: 'predicted_department' },
    publishAs: { text: 'grievance' },
    keep: [],
    classNames: [
      'Municipal Governance & Community Services',
      'Education, Health & Social Welfare',
      'Infrastructure, Utilities & Natural Resources',
      'Security & Law Enforcement',
    ],
    settings: {},
    card: {
      title: 'Sambodhan grievances by department',
      about:
        "Officers of the platform corrected the model's predictions; a sample of correct predictions keeps the classes in proportion.",
      languages: ['en', 'ne'],
    },
  });
  expect(urgency).toMatchObject({
    name: 'urgency',
    repo: 'owner/urgency',
    columns: { text: 'message', label: 'urgency', predicted: 'predicted_urgency' },
    publishAs: { text: 'grievance' },
    classNames: ['NORMAL', 'URGENT', 'HIGHLY URGENT'],
    card: { title: 'Sambodhan grievances by urgency', about: department!.card.about },
  });
  expect(urgency!.source).toBe(department!.source);
});

test('a built-in dataset without a repo is left out', () => {
  const [only, ...others] = readBuiltIn(new Map([['urgency', 'owner/urgency']]), OPTIONS);
  expect([only!.name, others]).toEqual(['urgency', []]);
});

test('only the built-in datasets have no repo, and they must have none', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'presets-'));
  const text = readFileSync('presets/sambodhan.yml', 'utf8');
  writeFileSync(
    path.join(folder, 'sambodhan.yml'),
    text.replace('source: complaints', 'repo: a/b\n    source: complaints'),
  );
  expect(problemsOf(() => readBuiltIn(REPOS, { presetsFolder: folder }))).toEqual([
    expect.stringMatching(
      /^presets-\w+\/sambodhan\.yml:\d+:5: Unknown key "repo" in dataset department; known: /,
    ),
  ]);
});

test('no code of config/ knows the names of the built-in datasets', () => {
  for (const file of readdirSync('src/config')) {
    const text = readFileSync(path.join('src/config', file), 'utf8');
    expect(text).not.toMatch(/department|urgency|grievance|complaint/i);
  }
});
