import type { Task } from '../model/definition.ts';
import { classColumn, type DatasetShape } from '../model/shape.ts';

/** What TRL trains on each of its tasks with; it goes by the names of the columns. */
const TRAINERS: Readonly<Partial<Record<Task, { trainer: string; columns: readonly string[] }>>> = {
  chat: { trainer: 'SFTTrainer', columns: ['messages'] },
  'prompt-completion': { trainer: 'SFTTrainer', columns: ['prompt', 'completion'] },
  preference: { trainer: 'DPOTrainer', columns: ['prompt', 'chosen', 'rejected'] },
  'unpaired-preference': { trainer: 'KTOTrainer', columns: ['prompt', 'completion', 'label'] },
};

/** Python that loads one version of a dataset and takes the first step its task asks for. */
export function loadExample(options: {
  repo: string;
  tag: string;
  endpoint: string;
  shape: Pick<DatasetShape, 'task' | 'texts' | 'values'>;
}): string {
  const { repo, tag, endpoint, shape } = options;
  const training = TRAINERS[shape.task];
  return [
    'from datasets import load_dataset',
    ...(training === undefined ? [] : [`from trl import ${training.trainer}`]),
    '',
    ...(endpoint === 'https://huggingface.co' ? [] : [`# with HF_ENDPOINT=${endpoint}`]),
    `dataset = load_dataset("${repo}", revision="${tag}")`,
    ...(training === undefined ? namesOfClasses(shape) : trainerLines(training, shape)),
  ].join('\n');
}

function namesOfClasses(shape: Pick<DatasetShape, 'texts' | 'values'>): string[] {
  const column = shape.values[classColumn(shape)];
  if (column === undefined) return [];
  const feature = `dataset["train"].features[${JSON.stringify(column.name)}]`;
  return [`names = ${feature}${column.type === 'classes' ? '.feature' : ''}.names  # by their ids`];
}

function trainerLines(
  { trainer, columns }: { trainer: string; columns: readonly string[] },
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
