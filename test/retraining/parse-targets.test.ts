import { describe, expect, test } from '@jest/globals';
import { fillIn, fillInAll } from '../../src/retraining/new-version.ts';
import { parseTargets } from '../../src/retraining/parse-targets.ts';

describe('parseTargets', () => {
  test('takes an event with as many names as GitHub does', () => {
    const event = (names: number) => {
      const payload = Array.from({ length: names }, (_, index) => `n${index}: 1`).join(', ');
      return `department: {repository-dispatch: updated, payload: {${payload}}}`;
    };
    expect(() => parseTargets(event(6))).not.toThrow();
    expect(() => parseTargets(event(7))).toThrow(/payload of more than 6 names: GitHub takes 10/);
  });

  test.each(['{a: 1}', '[1]'])('refuses %s where a text belongs', (value) => {
    expect(() => parseTargets(`department: {workflow: t.yml, inputs: {x: ${value}}}`)).toThrow(
      /x that is not a text/,
    );
    expect(() => parseTargets(`department: {workflow: ${value}}`)).toThrow(/not a text/);
  });

  test.each(['null', 'true', 'on', 'constructor', '__proto__'])(
    'takes %s for the name of a dataset',
    (name) => {
      const targets = parseTargets(`${name}: owner/retrain`);
      expect([...targets.keys()]).toEqual([name]);
    },
  );

  test('prints no warning, which would quote what may be a secret', async () => {
    const warnings: Error[] = [];
    const listener = (warning: Error) => warnings.push(warning);
    process.on('warning', listener);
    expect(() => parseTargets('%40 secret\n---\nother: x')).toThrow(/of other: space/);
    await new Promise((resolve) => setImmediate(resolve));
    process.off('warning', listener);
    expect(warnings).toEqual([]);
  });

  test('reads targets of all kinds, with what they leave out', () => {
    const targets = parseTargets(`
      department:
        - space: owner/retrain
          pass-revision: true
          wait-for: running
        - workflow: train.yml
        - workflow: train.yml
          repository: owner/models
          ref: next
          inputs: { epochs: 3, revision: "{revision}" }
          wait: true
        - repository-dispatch: dataset-updated
          payload: { urgent: true }
        - job: python:3.12
          command: [python, train.py]
          secrets: [WANDB_API_KEY]
      urgency: owner/retrain-urgency
    `);
    expect(targets.get('urgency')).toEqual([
      {
        kind: 'space',
        name: 'owner/retrain-urgency',
        passRevision: false,
        factoryReboot: false,
        waitFor: null,
      },
    ]);
    expect(targets.get('department')).toEqual([
      { kind: 'space', name: 'owner/retrain', passRevision: true, factoryReboot: false, waitFor: 'RUNNING' },
      {
        kind: 'workflow',
        name: 'train.yml',
        repository: null,
        ref: 'main',
        inputs: { label: '{label}', dataset: '{dataset}', revision: '{revision}' },
        wait: false,
      },
      {
        kind: 'workflow',
        name: 'train.yml',
        repository: 'owner/models',
        ref: 'next',
        inputs: { epochs: '3', revision: '{revision}' },
        wait: true,
      },
      { kind: 'repository-dispatch', name: 'dataset-updated', repository: null, payload: { urgent: true } },
      {
        kind: 'job',
        name: 'python:3.12',
        command: ['python', 'train.py'],
        namespace: null,
        flavor: 'cpu-basic',
        environment: {},
        secrets: ['WANDB_API_KEY'],
        timeoutMinutes: 30,
        wait: false,
      },
    ]);
  });

  test.each([
    ['', 'is empty'],
    ['a: [', 'is not YAML'],
    ['- space: owner/x', 'must be a mapping of datasets to targets'],
    [
      'department: {wait-for: RUNNING}',
      'of department must have one of space, workflow, repository-dispatch, job',
    ],
    ['department: {space: owner/x, job: python}', 'of department must have one of'],
    [
      'department: {space: owner/x, wait: true}',
      'of department: space has the unknown keys wait; known: pass-revision',
    ],
    ['department: {space: ""}', 'of department: space has no name'],
    ['department: {space: owner/x, pass-revision: "yes"}', 'a pass-revision that is neither true nor false'],
    ['department: {workflow: t.yml, repository: models}', 'a repository that is not owner/name'],
    ['department: {workflow: t.yml, inputs: [a]}', 'of department: workflow: inputs must be a mapping'],
    ['department: {job: python, command: run}', 'a command that is not a list'],
    ['department: {job: python, timeout-minutes: -1}', 'timeout-minutes that is not a number above 0'],
    ['department: {job: python, timeout-minutes: .inf}', 'timeout-minutes that is not a number above 0'],
    ['department: {repository-dispatch: x, payload: &a {b: *a}}', 'payload refers to itself'],
  ])('says what is wrong with %j', (text, words) => {
    expect(() => parseTargets(text)).toThrow(words);
  });
});

describe('a text in braces', () => {
  const refusal = (target: string): string | null => {
    try {
      parseTargets(`urgency: {${target}}`);
      return null;
    } catch (error) {
      return (error as Error).message;
    }
  };

  test.each([
    ['{version}', '{revision}'],
    ['{ref}', '{revision}'],
    ['{repo}', '{dataset}'],
    ['{repository}', '{dataset}'],
    ['{sha}', '{commit}'],
    ['{Revision}', '{revision}'],
    ['{ revision }', '{revision}'],
    ['{TAG}', '{tag}'],
    ['{tags}', '{tag}'],
    ['{revison}', '{revision}'],
    ['{datasets}', '{dataset}'],
    ['a {label} and {comit}', '{commit}'],
  ])('that is meant as a placeholder is refused: %s', (text, meant) => {
    const found = text.slice(text.lastIndexOf('{'));
    const said = (place: string) =>
      `of urgency: ${place} has ${found}, which is not a placeholder. Write ${meant} instead`;
    expect(refusal(`workflow: t.yml, inputs: {x: "${text}"}`)).toBe(said('workflow: inputs'));
    expect(refusal(`repository-dispatch: e, payload: {x: [1, {y: "${text}"}]}`)).toBe(
      said('repository-dispatch: payload'),
    );
    expect(refusal(`job: i, environment: {X: "${text}"}`)).toBe(said('job: environment'));
  });

  test('that is a word of a command is refused too, but not in a program', () => {
    expect(refusal('job: i, command: [train, "--at={version}"]')).toContain('command has {version}');
    expect(refusal(`job: i, command: [python, -c, "print(f'{version}', 1)"]`)).toBeNull();
  });

  test.each([
    '{tag}',
    '{label}{dataset}{revision}{commit}',
    '{other}',
    '{bag}',
    '{ta}',
    '{}',
    '{table}',
    '{comment}',
    '{1}',
  ])('that is a placeholder, or may be anything, is taken: %s', (text) => {
    expect(refusal(`workflow: t.yml, inputs: {x: "${text}"}`)).toBeNull();
  });

  test.each(['$' + '{version}', '{{version}}', '{{ version }}'])(
    'of a shell or a template is taken: %s',
    (text) => {
      expect(refusal(`workflow: t.yml, inputs: {x: "${text}"}`)).toBeNull();
    },
  );
});

test('fillIn puts a version into text', () => {
  const version = { name: 'urgency', repo: 'owner/urgency', tag: 'v1', commit: null };
  expect(fillIn(`{tag}:{tag} $` + '{tag} {TAG}', version)).toBe('v1:v1 $' + '{tag} {TAG}');
  const payload = { a: ['{tag}', { b: '{label}' }, 1, null, true], c: '{dataset}' };
  expect(fillInAll(payload, version)).toEqual({
    a: ['v1', { b: 'urgency' }, 1, null, true],
    c: 'owner/urgency',
  });
  expect(fillIn('{label} {dataset}@{revision} {commit} {other}', version)).toBe(
    'urgency owner/urgency@v1  {other}',
  );
});
