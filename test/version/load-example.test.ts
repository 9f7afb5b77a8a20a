import { expect, test } from '@jest/globals';
import type { DatasetDefinition } from '../../src/model/definition.ts';
import type { Task } from '../../src/model/tasks.ts';
import { loadExample } from '../../src/version/load-example.ts';
import { describedColumns, describedTask, ordinaryTask, taskDefinition } from '../support/tasks.ts';

const VERSION = { repo: 'owner/x', tag: 'v20261123_010203', endpoint: 'https://huggingface.co' };
const LOAD = 'dataset = load_dataset("owner/x", revision="v20261123_010203")';

function example(task: Task, publishAs = {}, more: Partial<DatasetDefinition> = {}): string[] {
  const columns = describedColumns(task);
  const definition = taskDefinition(task, { publishAs, ...more });
  const { shape } = describedTask(definition, { corrections: columns, confirmed: columns, pending: null });
  return loadExample({ ...VERSION, shape }).split('\n');
}

test('names the Hub where it is another', () => {
  const { shape } = ordinaryTask('text-scoring');
  expect(loadExample({ ...VERSION, endpoint: 'https://hub.example', shape }).split('\n')).toEqual([
    'from datasets import load_dataset',
    '',
    '# with HF_ENDPOINT=https://hub.example',
    LOAD,
  ]);
});

test.each([
  ['text-classification', 'names = dataset["train"].features["label"].names  # by their ids'],
  ['text-pair-classification', 'names = dataset["train"].features["label"].names  # by their ids'],
  ['multi-label-classification', 'names = dataset["train"].features["labels"].feature.names  # by their ids'],
  ['token-classification', 'names = dataset["train"].features["ner_tags"].feature.names  # by their ids'],
] as const)('%s: where the names of the classes are', (task, line) => {
  expect(example(task)).toEqual(['from datasets import load_dataset', '', LOAD, line]);
});

test('lists of 0 and 1: the names of the classes are in the metadata', () => {
  expect(example('multi-label-classification', { labels: 'topics' }, { labelsAs: 'multi-hot' })).toEqual([
    'import json',
    '',
    'from datasets import load_dataset',
    'from huggingface_hub import hf_hub_download',
    '',
    LOAD,
    'with open(hf_hub_download("owner/x", "dataset_metadata.json", repo_type="dataset", revision="v20261123_010203"), encoding="utf-8") as file:',
    '    ids = json.load(file)["label_map"]',
    'names = sorted(ids, key=ids.get)  # in the order of the numbers in a list',
  ]);
});

test.each(['text-scoring', 'text-pair-scoring'] as const)('%s: loads', (task) => {
  expect(example(task)).toEqual(['from datasets import load_dataset', '', LOAD]);
});

test.each([
  ['chat', 'SFTTrainer'],
  ['prompt-completion', 'SFTTrainer'],
  ['preference', 'DPOTrainer'],
  ['unpaired-preference', 'KTOTrainer'],
] as const)('%s: hands the splits to TRL’s %s', (task, trainer) => {
  expect(example(task)).toEqual([
    'from datasets import load_dataset',
    `from trl import ${trainer}`,
    '',
    LOAD,
    `trainer = ${trainer}("your/model", train_dataset=dataset["train"], eval_dataset=dataset["eval"])`,
  ]);
});

test('gives columns that are published under other names those that TRL goes by', () => {
  expect(example('unpaired-preference', { completion: 'answer', label: 'good' })).toContain(
    'dataset = dataset.rename_columns({"answer": "completion", "good": "label"})',
  );
});
