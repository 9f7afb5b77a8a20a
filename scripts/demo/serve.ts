import { once } from 'node:events';
import { REPOS, type Stage, TOKEN } from './stage.ts';
import type { Told } from './story.ts';
import { say, sayCommand, sayTitle } from './terminal.ts';

/** Tells how to use the Hub and the database, and keeps them up until the signal is aborted. */
export async function serve(stage: Stage, { tag }: Told, signal: AbortSignal): Promise<void> {
  const repo = REPOS['urgency-dataset'];
  sayTitle('The Hub and the database stay up until Ctrl-C');
  say(`Look at the Hub: ${stage.hub.url}`);
  say('\nLoad one, with `pip install datasets`:');
  sayCommand(
    `export HF_ENDPOINT=${stage.hub.url} HF_HUB_DISABLE_XET=1 HF_TOKEN=${TOKEN}`,
    "python3 -c 'from datasets import load_dataset",
    `data = load_dataset("${repo}", revision="${tag}")`,
    `print(data, data["train"][0])'`,
  );
  say('\nLook into the tables, as the action does:');
  sayCommand(`psql '${stage.database.url}'`);
  await once(signal, 'abort');
  say('\nStopped: the Hub and the database are gone.');
}
