import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';

const ROOT = path.resolve(import.meta.dirname, '../..');
const text = readFileSync(path.join(ROOT, '.github/workflows/retrain.yml'), 'utf8');
const { on, jobs } = parse(text);

interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
}

describe.each([
  ['.', 'prepare', './.prepare-dataset'],
  ['trigger-retraining', 'retrain', './.prepare-dataset/trigger-retraining'],
])('the reusable workflow and the action in %s', (folder, job, uses) => {
  test('has a place for every input', () => {
    const action = parse(readFileSync(path.join(ROOT, folder, 'action.yml'), 'utf8'));
    const step = jobs[job].steps.find((candidate: Step) => candidate.uses === uses);
    expect(Object.keys(step.with).sort()).toEqual(Object.keys(action.inputs).sort());
  });
});

test('the reusable workflow passes every input and secret of its own on', () => {
  const { inputs, secrets } = on.workflow_call;
  const used = (kind: string) =>
    new Set([...text.matchAll(new RegExp(`\\b${kind}\\.([\\w-]+)`, 'g'))].map(([, name]) => name));
  expect([...used('inputs')].sort()).toEqual(Object.keys(inputs).sort());
  expect([...used('secrets')].sort()).toEqual(Object.keys(secrets).sort());
});

test('the job promote is skipped without its input: GitHub refuses a matrix without entries', () => {
  expect(jobs.promote.if).toContain("inputs.promote != ''");
});

test('the job promote passes on every key that it accepts', () => {
  const [check, ...steps] = jobs.promote.steps;
  const [, keys] = /"\(([\w|-]+)\)"/.exec(check.run) ?? [];
  const { with: inputs } = steps.find(({ uses }: Step) => uses?.endsWith('/promote-model'));
  const passed = Object.entries(inputs).filter(([, value]) => String(value).includes('matrix.'));
  expect(passed.map(([name]) => name).sort()).toEqual(keys?.split('|').sort());
});
