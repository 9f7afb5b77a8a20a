import { classColumn, columnsOfValue, type DatasetShape } from '../model/shape.ts';
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
  return [
    'from datasets import load_dataset',
    ...(training === null ? [] : [`from trl import ${training.name}`]),
    '',
    ...(endpoint === 'https://huggingface.co' ? [] : [`# with HF_ENDPOINT=${endpoint}`]),
    `dataset = load_dataset("${repo}", revision="${tag}")`,
    ...(training === null ? namesOfClasses(shape) : trainerLines(training, shape)),
  ].join('\n');
}

function namesOfClasses(shape: Pick<DatasetShape, 'texts' | 'values'>): string[] {
  const column = shape.values[classColumn(shape)];
  if (column === undefined) return [];
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
