import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { allWords, asciiWords, Classifier, type ReadWords } from './classifier.ts';
import { type PublishedRow, publishedRows } from './published-rows.ts';
import { fileOf } from './runs.ts';
import { type DemoRun, MODEL, REPOS, type Stage } from './stage.ts';
import { say, sayLog, sayTitle } from './terminal.ts';

/** Rows that the worst of the trainings has left. */
const FEW_ROWS = 40;

/** A training, and what promote-model should decide about its model. */
interface Training {
  readonly name: string;
  readonly published: DemoRun;
  readonly readWords: ReadWords;
  readonly mostRows?: number;
  readonly decision: 'promoted' | 'kept';
}

/** Trains a model on each of two versions, and a worse one, and asks promote-model about each. */
export async function promoteModels(stage: Stage, first: DemoRun, second: DemoRun): Promise<void> {
  sayTitle('6. Only a better model goes into production');
  const model = stage.hub.createModel(MODEL);
  say('A first model, trained on the first version, reads words of a to z only:');
  const english = await compare(stage, {
    name: '6-first-model',
    published: first,
    readWords: asciiWords,
    decision: 'promoted',
  });
  say('A second one reads Nepali, too. Both predict the test rows of the second version:');
  const nepali = { name: '6-better-model', published: second, readWords: allWords } as const;
  const better = await compare(stage, { ...nepali, decision: 'promoted' }, english);
  say(`A third one got only ${FEW_ROWS} rows by mistake:`);
  await compare(stage, { ...nepali, name: '6-worse-model', mostRows: FEW_ROWS, decision: 'kept' }, better);
  const tag = `promoted-${second.outputs['urgency-tag']}`;
  if (model.tags.get('production')?.commit !== model.tags.get(tag)?.commit)
    throw new Error(`The tag production of ${MODEL} is not on ${tag}.`);
  say(`The tag \`production\` is still on ${tag}.`);
}

/**
 * Trains a model, uploads it with its score, and runs promote-model with what it and the model in production predict.
 *
 * @throws Error when the decision is another one
 */
async function compare(stage: Stage, training: Training, production?: Classifier): Promise<Classifier> {
  const { name, published, readWords, mostRows, decision } = training;
  const rows = await publishedRows(published.folder);
  const train = rows.filter(({ split }) => split === 'train').slice(0, mostRows);
  const test = rows.filter(({ split }) => split === 'test');
  const candidate = new Classifier(train, readWords);
  const version = published.outputs['urgency-tag'];
  const right = test.filter(({ text, className }) => candidate.classify(text) === className).length;
  const { id: commit } = stage.hub.models.get(MODEL)!.commitTexts('sambodhan', {
    'model.json': JSON.stringify(candidate),
    'README.md': cardOf(version, right / test.length),
  });
  const folder = path.dirname(published.folder);
  const predictions = {
    'candidate-predictions': await predict(
      path.join(folder, name, 'candidate.jsonl'),
      candidate,
      test,
      version,
    ),
    ...(production && {
      'production-predictions': await predict(
        path.join(folder, name, 'production.jsonl'),
        production,
        test,
        version,
      ),
    }),
  };
  const run = await stage.promote(name, { version, candidate: commit, ...predictions });
  if (run.exitCode !== 0 || run.outputs.decision !== decision)
    throw new Error(
      `promote-model decided ${run.outputs.decision || 'nothing'}, not ${decision}; see ${fileOf(run.folder, 'log.txt')}.`,
    );
  sayLog(run.lines.filter(({ text }) => text.startsWith(`${decision}: `)));
  return candidate;
}

/** Writes a line for each test row, and returns the file. */
async function predict(
  file: string,
  model: Classifier,
  rows: readonly PublishedRow[],
  version: string,
): Promise<string> {
  const lines = rows.map(({ text }, row) =>
    JSON.stringify({ row, predicted: model.classify(text), version }),
  );
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `${lines.join('\n')}\n`);
  return file;
}

/** Returns the card of a model, with its score on the test split of a version. */
function cardOf(version: string, accuracy: number): string {
  const dataset = `{ type: ${REPOS['urgency-dataset']}, name: urgency, split: test, revision: ${version} }`;
  return `---
model-index:
- name: ${MODEL}
  results:
  - task: { type: text-classification }
    dataset: ${dataset}
    metrics: [{ type: accuracy, name: Accuracy, value: ${accuracy} }]
---
`;
}
