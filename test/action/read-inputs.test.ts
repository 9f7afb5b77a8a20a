import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { parse } from 'yaml';
import { CHECK } from '../../src/action/check-inputs.ts';
import { DASHBOARD } from '../../src/action/dashboard-inputs.ts';
import { GITHUB_ACTIONS } from '../../src/action/github-actions.ts';
import { PREPARE_DATASET } from '../../src/action/prepare-dataset-inputs.ts';
import { type ActionSpec, readInputs, usableValues } from '../../src/action/read-inputs.ts';
import { TRIGGER_RETRAINING } from '../../src/action/retraining-inputs.ts';
import { PAUSE_SPACE, RESTART_SPACE } from '../../src/action/space-inputs.ts';
import { environmentOf } from '../support/inputs.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const SPECS: readonly ActionSpec[] = [
  PREPARE_DATASET,
  PAUSE_SPACE,
  RESTART_SPACE,
  TRIGGER_RETRAINING,
  DASHBOARD,
  CHECK,
];
const SECRET = /url|key|token|^postgres-ca$/;
const NO_SECRET = ['hub-endpoint', 'wandb-base-url'];

let printed: string[];

beforeEach(() => {
  printed = [];
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
});

afterEach(() => {
  jest.restoreAllMocks();
});

describe.each(SPECS.map((spec) => [spec.action, spec] as const))('the spec of %s', (action, { inputs }) => {
  test('has the inputs of its action.yml', () => {
    const folder = action === 'prepare-dataset' ? '.' : action;
    const file = parse(readFileSync(path.join(ROOT, folder, 'action.yml'), 'utf8'));
    expect(Object.keys(inputs)).toEqual(Object.keys(file.inputs));
  });

  test('has every secret masked', () => {
    const secrets = Object.keys(inputs).filter((name) => SECRET.test(name) && !NO_SECRET.includes(name));
    expect(Object.keys(inputs).filter((name) => inputs[name].isSecret)).toEqual(secrets);
  });
});

describe('readInputs', () => {
  test('masks secrets, usable or not and wherever they come from, before any input is parsed', () => {
    const spec = {
      action: 'pause-space',
      inputs: {
        first: {
          parse: () => {
            process.stdout.write('parsed');
            throw new Error('cannot be used');
          },
        },
        token: { parse: String, isSecret: true },
        url: { parse: String, variable: 'OLD_URL', isSecret: true },
        empty: { parse: String, isSecret: true },
      },
    } as const satisfies ActionSpec;
    const environment = environmentOf({ first: 'x', token: 'hf_a b' }, { OLD_URL: 'no url' });
    const { secrets, texts } = readInputs(GITHUB_ACTIONS, spec, environment);
    expect(printed.map((line) => line.trim())).toEqual([
      '::add-mask::hf_a b',
      '::add-mask::no url',
      'parsed',
    ]);
    expect(secrets).toEqual(['hf_a b', 'no url']);
    expect(texts).toEqual({ first: 'x', token: 'hf_a b', url: 'no url', empty: '' });
  });

  test('gives the values of the others while one cannot be used, and tells which were given', () => {
    const { values, given, problems } = readInputs(
      GITHUB_ACTIONS,
      PAUSE_SPACE,
      environmentOf({ 'space-id': 'nothing', wait: 'TRUE', 'dry-run': 'maybe' }, { HF_TOKEN: 'hf_x' }),
    );
    expect(values).toEqual({ hfToken: 'hf_x', hubEndpoint: 'https://huggingface.co', wait: true });
    expect([...given]).toEqual(['space-id', 'wait', 'dry-run']);
    expect(() => problems.check()).toThrow(
      'The inputs cannot be used.\n- space-id is not the name of a Space on the Hub: "nothing". Write it as',
    );
    expect(() => problems.check()).toThrow('\n- dry-run must be true or false, not "maybe"');
  });

  test.each([
    ['', 'variable', 'variable'],
    ['https://huggingface.co', 'http://variable', 'http://variable'],
    ['http://given', 'http://variable', 'http://given'],
    [' http://given ', '', 'http://given'],
    ['', ' ', 'https://huggingface.co'],
  ])('of the input %j and the variable %j takes %j', (given, variable, taken) => {
    const environment = environmentOf({ 'hub-endpoint': given }, { HF_ENDPOINT: variable });
    expect(readInputs(GITHUB_ACTIONS, PAUSE_SPACE, environment).texts['hub-endpoint']).toBe(taken);
  });
});

test('usableValues gives all values by their names in camel case', () => {
  const reading = readInputs(GITHUB_ACTIONS, PAUSE_SPACE, environmentOf({ 'space-id': 'owner/space' }));
  expect(usableValues(reading)).toEqual({
    spaceId: 'owner/space',
    hfToken: null,
    hubEndpoint: 'https://huggingface.co',
    wait: true,
    dryRun: false,
  });
});
