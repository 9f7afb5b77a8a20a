import path from 'node:path';
import type { LogLine } from '../../test/support/workflow-log.ts';
import { DISPUTED, LOSS, MESSY } from './cases.ts';
import { Platform } from './complaints.ts';
import { promoteModels } from './promotion.ts';
import { publishedRows } from './published-rows.ts';
import { expectStatuses, fileOf, news } from './runs.ts';
import type { DemoRun, Stage } from './stage.ts';
import { say, sayLog, sayPair, sayTitle } from './terminal.ts';

const SPACE = 'sambodhan/retrain-urgency';

/** What the story leaves behind. */
export interface Told {
  /** Tag of the newest version of `urgency`. */
  readonly tag: string;
  /** File of the dashboard. */
  readonly dashboard: string;
}

/** Runs the actions and tells what they do. @throws Error when one of them does something else */
export async function tellStory(stage: Stage): Promise<Told> {
  const platform = new Platform(2026);
  const first = await publishFirst(stage, platform);
  const second = await disagree(stage, platform, first);
  await changeNothing(stage, second);
  await triggerTwice(stage, second);
  await loseRows(stage, second);
  await promoteModels(stage, first, second);
  return { tag: second.outputs['urgency-tag'], dashboard: await drawDashboard(stage) };
}

async function publishFirst(stage: Stage, platform: Platform): Promise<DemoRun> {
  sayTitle('1. A first version');
  const { complaints, corrections } = platform.grow(4000);
  await stage.database.insert({
    complaints: [...complaints, MESSY.complaint, DISPUTED.complaint],
    corrections: [...corrections, MESSY.correction, DISPUTED.first],
  });
  say(
    'A model sorted 4,000 complaints, and officers corrected it. The action reads both with the role that examples/reader-role.sql makes:',
  );
  const run = await stage.prepare('1-first-version');
  expectStatuses(run, { department: 'published', urgency: 'published' });
  sayLog(run.lines.filter(({ kind, text }) => kind !== 'notice' && !/: (?:uploaded|built) /.test(text)));
  const row = (await publishedRows(run.folder)).find(({ text }) => text.includes('ward 7, Butwal'));
  if (row === undefined) throw new Error('The row to show is not in the first version.');
  say('One of these rows, before and after:');
  sayPair('message', JSON.stringify(MESSY.complaint.message));
  sayPair('model', MESSY.correction.predictedUrgency);
  sayPair('officer', MESSY.correction.correctUrgency);
  sayPair('published', `${JSON.stringify(row.text)}, ${row.className} (${row.label}), in ${row.split}`);
  return run;
}

async function disagree(stage: Stage, platform: Platform, first: DemoRun): Promise<DemoRun> {
  const { complaint, first: one, second: other } = DISPUTED;
  sayTitle('2. Two officers disagree');
  const { complaints, corrections } = platform.grow(600);
  await stage.database.insert({ complaints, corrections: [...corrections, other] });
  say(`“${complaint.message}”`);
  say(
    `One officer said ${one.correctUrgency}, now another says ${other.correctUrgency}. 600 more complaints came in, too:`,
  );
  const run = await stage.prepare('2-disagreement');
  expectStatuses(run, { department: 'published', urgency: 'published' });
  sayLog(news(run, first));
  const [before, after] = [await publishedRows(first.folder), await publishedRows(run.folder)].map((rows) =>
    rows.some(({ text }) => text === complaint.message),
  );
  if (!before || after) throw new Error('A row that officers disagree on was published.');
  say(
    'The row was in the first version. Until they agree, it is in no version, so no model learns both answers.',
  );
  say(`The ids of the rows to settle: ${fileOf(run.folder, 'datasets', 'urgency', 'dropped.jsonl')}`);
  return run;
}

async function changeNothing(stage: Stage, before: DemoRun): Promise<void> {
  sayTitle('3. Nothing new');
  const run = await stage.prepare('3-nothing-new');
  expectStatuses(run, { department: 'unchanged', urgency: 'unchanged' });
  sayLog(news(run, before));
}

async function triggerTwice(stage: Stage, published: DemoRun): Promise<void> {
  sayTitle('4. A new version starts retraining, once');
  const space = stage.hub.createSpace(SPACE, { stage: 'PAUSED' });
  const targets = `urgency: { space: ${SPACE}, pass-revision: true }`;
  for (const name of ['4-trigger', '4-trigger-again']) {
    const { lines } = await stage.trigger(name, published, targets);
    sayLog(lines.filter(isOfUrgency));
  }
  const revision = space.variables.get('DATASET_REVISION');
  if (space.restarts.length !== 1) throw new Error(`The Space was restarted ${space.restarts.length} times.`);
  say(`The step ran twice, and the Space was restarted once. It loads DATASET_REVISION=${revision}.`);
}

async function loseRows(stage: Stage, published: DemoRun): Promise<void> {
  sayTitle('5. A dataset that lost its rows is held');
  await stage.database.change(LOSS.before);
  await stage.database.change(LOSS.itself);
  say('An import went wrong: 9 in 10 corrections lost their urgency. The step fails:');
  const run = await stage.prepare('5-held');
  expectStatuses(run, { department: 'unchanged', urgency: 'held' });
  sayLog(news(run, published).filter(isOfUrgency));
  say(
    `The Hub still has ${published.outputs['urgency-tag']}. If the rows were removed on purpose, raise the gate: \`gates: "max-shrinkage: 95"\`. They were not, so the column is put back:`,
  );
  await stage.database.change(LOSS.undo);
  await stage.database.change(LOSS.after);
  const next = await stage.prepare('5-put-back');
  expectStatuses(next, { department: 'unchanged', urgency: 'unchanged' });
  sayLog(news(next, published).filter(isOfUrgency));
}

async function drawDashboard(stage: Stage): Promise<string> {
  sayTitle('7. All of it on one page');
  const { exitCode, folder } = await stage.drawDashboard('7-dashboard');
  if (exitCode !== 0) throw new Error(`The dashboard was not drawn, see ${fileOf(folder, 'log.txt')}.`);
  say(`The dashboard:           ${fileOf(folder, 'index.html')}`);
  say(`A summary, as on GitHub: ${fileOf(path.dirname(folder), '2-disagreement', 'summary.md')}`);
  say('The logs, outputs and datasets of each run are in the same folder.');
  return path.join(folder, 'index.html');
}

function isOfUrgency({ text }: LogLine): boolean {
  return text.startsWith('urgency');
}
