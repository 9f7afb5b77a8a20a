import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { givenRepos } from '../../src/action/dataset-inputs.ts';
import { GITHUB_ACTIONS } from '../../src/action/github-actions.ts';
import { InputError } from '../../src/action/input-error.ts';
import { PREPARE_DATASET, prepareDatasetInputs } from '../../src/action/prepare-dataset-inputs.ts';
import { PRESETS_FOLDER } from '../../src/action/presets-folder.ts';
import { readInputs } from '../../src/action/read-inputs.ts';
import { environmentOf } from '../support/inputs.ts';

const GIVEN = {
  'postgres-url': 'postgresql://u:p@db/app',
  'department-dataset': 'owner/department',
  'hf-token': 'hf_x',
};
const { 'department-dataset': _, ...WITHOUT_REPOS } = GIVEN;
describe('prepareDatasetInputs', () => {
  test('takes the defaults of action.yml for what is left out', () => {
    expect(readWith(GIVEN)).toMatchObject({
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
      private: true,
      outputDir: null,
      dryRun: false,
      prepareDatasetSpaceId: null,
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
    expect(() => readWith({ ...GIVEN, [name]: value })).toThrow(new InputError([problem]));
  });

  test('names every unusable input at once, and no secret', () => {
    const read = () => readWith({ 'postgres-url': '', 'hf-token': 'hf_se cret', split: '1/2' });
    expect(read).toThrow(/^The inputs cannot be used\.\n- postgres-url is missing/);
    expect(read).toThrow(/\n- config, department-dataset and urgency-dataset are missing/);
    expect(read).toThrow(/hf-token contains white space/);
    expect(read).toThrow(/split /);
    expect(read).not.toThrow(/se cret/);
  });
});

test('the method of the input is refused for a dataset that scikit-learn cannot split, unless its file says another', () => {
  const config = `
version: 1
sources:
  chats: { corrections: "SELECT id, messages FROM chats" }
datasets:
  chats: { repo: owner/chats, source: chats, task: chat }
  quiet: { repo: owner/quiet, source: chats, task: chat, split-method: stable }
`;
  const read = () => readWith({ ...WITHOUT_REPOS, config, 'split-method': 'sklearn' });
  expect(read).toThrow(
    new InputError([
      'split-method sklearn cannot split the dataset chats of the task chat: sklearn keeps classes in proportion, and needs a task whose rows have one class each. Choose stable, or set split-method: stable for the dataset',
    ]),
  );
  expect(readWith({ ...WITHOUT_REPOS, config }).datasets).toHaveLength(2);
});

test('gates is refused with a file whose dataset needs what it skips, or skips what it needs', () => {
  const config = `
version: 1
sources:
  chats: { corrections: "SELECT id, messages FROM chats" }
datasets:
  quick: { repo: owner/quick, source: chats, task: chat, near-duplicates: none }
  strict: { repo: owner/strict, source: chats, task: chat, max-near-duplicates: 5 }
  usual: { repo: owner/usual, source: chats, task: chat }
`;
  const problemOf = (gates: string, name: string) => {
    const key = 'max-near-duplicates';
    expect(() => readWith({ ...WITHOUT_REPOS, config, gates })).toThrow(
      new InputError([
        `gates and the settings of the dataset ${name} exclude each other: ${key} needs the search that near-duplicates: none skips. Set near-duplicates: count, or remove ${key}`,
      ]),
    );
  };
  problemOf('max-near-duplicates: 7', 'quick');
  problemOf('near-duplicates: none', 'strict');
  expect(readWith({ ...WITHOUT_REPOS, config, gates: 'near-duplicates: count' }).datasets).toHaveLength(3);
});

test('there is an input for the repo of every built-in dataset', () => {
  const { texts } = readInputs(GITHUB_ACTIONS, PREPARE_DATASET, {});
  const { datasets } = parse(readFileSync(path.join(PRESETS_FOLDER, 'sambodhan.yml'), 'utf8'));
  expect([...givenRepos({ texts }).keys()]).toEqual(Object.keys(datasets));
});

test('a file and a repo of a built-in dataset exclude each other, but a variable of the old Space does not', () => {
  const config = 'datasets.yml\n';
  const read = () => readWith({ ...GIVEN, config });
  expect(read).toThrow(/\n- config excludes department-dataset: name each repo in the file/);
});

test('a SQLite file is read by the SELECTs of the preset for it, and by none for PostgreSQL', () => {
  const config = `
version: 1
sources: { chats: { preset: open-webui, format: ratings } }
datasets:
  thumbs: { repo: owner/thumbs, source: chats, task: unpaired-preference }
`;
  const given = { 'sqlite-file': 'webui.db', 'hf-token': 'hf_x', config };
  const reading = readInputs(GITHUB_ACTIONS, PREPARE_DATASET, environmentOf(given));
  const [dataset] = reading.values.config!;
  const { unjudged, ...sqlite } = dataset.source.sqlite!;
  const sourceWith = (statements: typeof dataset.source.sqlite) => {
    const datasets = [{ ...dataset, source: { ...dataset.source, sqlite: statements } }];
    return prepareDatasetInputs({ ...reading, values: { ...reading.values, config: datasets } }).datasets[0]
      .source;
  };
  expect(sourceWith({ ...sqlite, unjudged })).toMatchObject({ ...sqlite, unjudged });
  expect(sourceWith(sqlite)).toMatchObject({ ...sqlite, unjudged: undefined });
});

function readWith(inputs: Record<string, string>, variables: Record<string, string> = {}) {
  return prepareDatasetInputs(readInputs(GITHUB_ACTIONS, PREPARE_DATASET, environmentOf(inputs, variables)));
}
