import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { InputError } from '../../src/action/input-reader.ts';
import { readInputs, readSecrets } from '../../src/action/inputs.ts';

const GIVEN = {
  'postgres-url': 'postgresql://u:p@db/app',
  'department-dataset': 'owner/department',
  'hf-token': 'hf_x',
};
let environment: NodeJS.ProcessEnv;

beforeEach(() => {
  environment = process.env;
});

afterEach(() => {
  process.env = environment;
});

describe('readInputs', () => {
  test('takes the defaults of action.yml for what is left out', () => {
    expect(readWith(GIVEN)).toEqual({
      postgresUrl: 'postgresql://u:p@db/app',
      postgresCa: null,
      datasets: [expect.objectContaining({ name: 'department', repo: 'owner/department' })],
      minDatasetLen: 1000,
      correctRatio: 0.5,
      randomState: 42,
      split: '80/10/10',
      splitMethod: 'stable',
      hfToken: 'hf_x',
      hubEndpoint: 'https://huggingface.co',
      isPrivate: true,
      outputDir: null,
      dryRun: false,
      spaceToPause: null,
    });
  });

  test("takes the old Space's settings from the environment", () => {
    const variables = {
      POSTGRES_URL: 'postgresql://old',
      URGENCY_DATASET: 'old/urgency',
      HF_TOKEN: 'hf_old',
      MIN_DATASET_LEN: '7',
      HF_ENDPOINT: 'http://localhost:1/',
    };
    expect(readWith({ 'min-dataset-len': '1000' }, variables)).toMatchObject({
      postgresUrl: 'postgresql://old',
      datasets: [{ name: 'urgency', repo: 'old/urgency' }],
      hfToken: 'hf_old',
      minDatasetLen: 7,
      hubEndpoint: 'http://localhost:1',
    });
  });

  test('prefers what is given to the environment', () => {
    const inputs = readWith(
      { ...GIVEN, 'min-dataset-len': '5' },
      { MIN_DATASET_LEN: '7', HF_TOKEN: 'hf_old' },
    );
    expect(inputs).toMatchObject({ minDatasetLen: 5, hfToken: 'hf_x' });
  });

  test.each(['true', 'True', 'TRUE'])('reads %s as true', (value) => {
    expect(readWith({ ...GIVEN, 'dry-run': value }).dryRun).toBe(true);
  });

  test.each([
    ['min-dataset-len', '-1', 'min-dataset-len must be a whole number of at least 0, not "-1"'],
    ['min-dataset-len', '1.5', 'min-dataset-len must be a whole number of at least 0, not "1.5"'],
    ['correct-ratio', 'half', 'correct-ratio must be a number from 0 to 1000000, not "half"'],
    [
      'random-state',
      '4294967296',
      'random-state must be a whole number from 0 to 4294967295, not "4294967296"',
    ],
    ['split-method', 'random', 'split-method must be stable or sklearn, not "random"'],
    ['dry-run', 'yes', 'dry-run must be true or false, not "yes"'],
    ['hub-endpoint', 'huggingface.co', 'hub-endpoint must be an http(s) URL such as https://huggingface.co'],
    [
      'hub-endpoint',
      'https://:CANARY@hub.test',
      'hub-endpoint must be an http(s) URL such as https://huggingface.co',
    ],
    [
      'hub-endpoint',
      'https://hub.test#x',
      'hub-endpoint must be an http(s) URL such as https://huggingface.co',
    ],
    [
      'hub-endpoint',
      'https://hub.test?',
      'hub-endpoint must be an http(s) URL such as https://huggingface.co',
    ],
  ])('refuses %s: %s', (name, value, problem) => {
    expect(() => readWith({ ...GIVEN, [name]: value })).toThrow(
      new InputError(`The inputs cannot be used.\n- ${problem}`),
    );
  });

  test('names every unusable input at once, and no secret', () => {
    const read = () => readWith({ 'postgres-url': '', 'hf-token': 'hf_se cret', split: '1/2' });
    expect(read).toThrow(
      /^The inputs cannot be used\.\n- config, department-dataset and urgency-dataset are missing/,
    );
    expect(read).toThrow(/postgres-url is missing/);
    expect(read).toThrow(/hf-token holds white space/);
    expect(read).toThrow(/split /);
    expect(read).not.toThrow(/se cret/);
  });
});

test('readSecrets finds secrets in inputs and environment, usable or not', () => {
  process.env = { 'INPUT_POSTGRES-URL': 'not a url', HF_TOKEN: 'hf_env' };
  expect(readSecrets()).toEqual(['not a url', 'hf_env']);
});

function readWith(inputs: Record<string, string>, variables: Record<string, string> = {}) {
  const entries = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  process.env = { ...variables, ...Object.fromEntries(entries) };
  return readInputs();
}
