// What the action does, in seven parts, on this machine alone: its committed bundles run against an embedded
// PostgreSQL, a local Hub and a local GitHub. Usage: demo.ts [--serve] [--folder <a new folder for all it keeps>]
// With --own it only starts a PostgreSQL and a Hub for one's own tables: demo.ts --own [--tables <SQL file>]
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openPage } from './open-page.ts';
import { serveOwn } from './own.ts';
import { serve } from './serve.ts';
import { Stage } from './stage.ts';
import { tellStory } from './story.ts';
import { say, sayTitle } from './terminal.ts';

const { values } = parseArgs({
  options: {
    serve: { type: 'boolean', default: false },
    folder: { type: 'string' },
    own: { type: 'boolean', default: false },
    tables: { type: 'string' },
  },
});
const stopped = new AbortController();
// A group may get a signal twice: from who sends it, and from what started this.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stopped.abort());

if (values.own) await serveAlone(values.tables ?? null);
else await tellAll();

async function serveAlone(tables: string | null): Promise<void> {
  try {
    await serveOwn(tables, stopped.signal);
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}

/** Runs the seven parts, and serves what they made where that was asked for. */
async function tellAll(): Promise<void> {
  const folder = values.folder ?? path.resolve(import.meta.dirname, '../../.demo');
  if (values.folder === undefined) await rm(folder, { recursive: true, force: true });
  say(
    'prepare-dataset publishes what people corrected in PostgreSQL as versioned datasets on the Hugging Face Hub. Here it runs on this machine alone, on an embedded PostgreSQL and a local Hub, with complaints made up in English and Nepali.',
  );
  const stage = await Stage.start({ folder, isServed: values.serve, signal: stopped.signal });
  try {
    const told = await tellStory(stage);
    openPage(told.dashboard);
    sayNext(values.serve);
    if (values.serve) await serve(stage, told, stopped.signal);
  } catch (error) {
    if (!stopped.signal.aborted) throw error;
    say('\nStopped.');
    process.exitCode = 130;
  } finally {
    await stage.close();
  }
}

function sayNext(isServing: boolean): void {
  sayTitle('Next');
  say('- Your own tables, on this machine alone: npm run demo -- --own', { hanging: 2 });
  say('- Your own two tables in a workflow: copy examples/own-tables.yml.', { hanging: 2 });
  say('- The role, the repo and the secrets that you need: README.md, “What you need”.', { hanging: 2 });
  if (!isServing) say('- Working links, `load_dataset` and psql: npm run demo -- --serve');
}
