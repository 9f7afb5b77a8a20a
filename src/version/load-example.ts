import { classColumn, columnsOfValue, type DatasetShape, multiHotColumn } from '../model/shape.ts';
import { TASKS } from '../model/tasks.ts';

/** Returns Python code that loads one version of a dataset and takes the first step that its task needs. */
export function loadExample(options: {
  repo: string;
  tag: string;
  endpoint: string;
  shape: Pick<DatasetShape, 'task' | 'texts' | 'values'>;
}): string {
  const { repo, tag, endpoint, shape } = options;
  const training = TASKS[shape.task].trainer;
  const hot = multiHotColumn(shape);
  return [
    ...(hot === null ? [] : ['import json', '']),
    'from datasets import load_dataset',
    ...(hot === null ? [] : ['from huggingface_hub import hf_hub_download']),
    ...(training === null ? [] : [`from trl import ${training.name}`]),
    '',
    ...(endpoint === 'https://huggingface.co' ? [] : [`# with HF_ENDPOINT=${endpoint}`]),
    `dataset = load_dataset("${repo}", revision="${tag}")`,
    ...(hot === null ? [] : namesInMetadata(repo, tag)),
    ...(training === null ? namesOfClasses(shape) : trainerLines(training, shape)),
  ].join('\n');
}

/** The column of lists of 0 and 1 does not name the classes. */
function namesInMetadata(repo: string, tag: string): string[] {
  const file = `hf_hub_download("${repo}", "dataset_metadata.json", repo_type="dataset", revision="${tag}")`;
  return [
    `with open(${file}, encoding="utf-8") as file:`,
    '    ids = json.load(file)["label_map"]',
    'names = sorted(ids, key=ids.get)  # in the order of the numbers in a list',
  ];
}

function namesOfClasses(shape: Pick<DatasetShape, 'texts' | 'values'>): string[] {
  const column = shape.values[classColumn(shape)];
  if (column === undefined || column.type === 'multi-hot') return [];
  const tags = columnsOfValue(column).find(({ isTags }) => isTags);
  const feature = `dataset["train"].features[${JSON.stringify((tags ?? column).name)}]`;
  const isList = tags !== undefined || column.type === 'classes';
  return [`names = ${feature}${isList ? '.feature' : ''}.names  # by their ids`];
}

function trainerLines(
  { name: trainer, columns }: { name: string; columns: readonly string[] },
  { texts, values }: Pick<DatasetShape, 'texts' | 'values'>,
): string[] {
  const published = [...texts, ...values];
  const renamed = columns
    .map((column, index) => [published[index].name, column])
    .filter(([name, column]) => name !== column)
    .map(([name, column]) => `${JSON.stringify(name)}: "${column}"`);
  return [
    ...(renamed.length === 0 ? [] : [`dataset = dataset.rename_columns({${renamed.join(', ')}})`]),
    `trainer = ${trainer}("your/model", train_dataset=dataset["train"], eval_dataset=dataset["eval"])`,
  ];
}
