import { annotateSettings, annotateSources } from '../action/annotations.ts';
import { type CHECK, checkInputs } from '../action/check-inputs.ts';
import type { InputReading } from '../action/read-inputs.ts';
import type { DatasetDefinition } from '../model/definition.ts';
import { DEFAULT_TRUST } from '../model/trust.ts';
import { changingSource } from '../pipeline/source-warnings.ts';
import { heading, table } from '../report/document.ts';
import { writeMarkdown } from '../report/write-markdown.ts';
import { counted } from '../text/markdown.ts';
import { orListed } from './list-problems.ts';

/**
 * Checks a file that declares datasets without a database and without the network, and warns of settings that probably
 * do less than intended.
 *
 * @throws InputError with every problem of the file
 */
export async function runCheck(reading: InputReading<typeof CHECK>): Promise<boolean> {
  const { surroundings } = reading;
  surroundings.output('datasets', '[]');
  const { config: datasets, gates } = await orListed(surroundings, () => checkInputs(reading));
  surroundings.output('datasets', JSON.stringify(datasets.map(({ name }) => name)));
  const sources = new Set(datasets.map(({ source }) => source));
  annotateSources(
    surroundings,
    Array.from(sources, (source) => ({ sourceWarnings: changingSource(source) })),
  );
  for (const { name, trust } of datasets) {
    annotateSettings(surroundings, name, { ...DEFAULT_TRUST, ...gates, ...trust });
  }
  const rows = datasets.map((dataset) => [dataset.name, dataset.task, classesOf(dataset), dataset.repo]);
  for (const [name, task, classes, repo] of rows) {
    surroundings.info(`${name}: ${task}${classes === '' ? '' : ` with ${classes}`}, for ${repo}`);
  }
  surroundings.info(`No problem was found in ${counted(datasets.length, 'dataset')}.`);
  await surroundings.summary(
    `${writeMarkdown([
      heading('The file can be used', 2),
      ...table(['Dataset', 'Task', 'Classes', 'Repo'], rows),
    ])}\n`,
  );
  return true;
}

/** Returns the number of classes of a dataset; an empty text without classes. */
function classesOf({ classNames }: DatasetDefinition): string {
  return classNames.length === 0 ? '' : counted(classNames.length, 'class', 'classes');
}
