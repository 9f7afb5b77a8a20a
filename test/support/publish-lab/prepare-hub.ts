import type { LocalHub } from '../local-hub/server.ts';
import { type PublishLab, REPO } from './publish-lab.ts';

const INDEX = 'row_index.parquet';

/** Somebody deletes the row index of the version on `main`. */
export function loseIndex(hub: LocalHub): void {
  hub.commitAs('somebody', REPO, { [INDEX]: null });
}

/** Somebody cuts off the row index of the version on `main`. */
export function breakIndex(hub: LocalHub): void {
  const content = hub.readFile(REPO, 'main', INDEX);
  hub.commitAs('somebody', REPO, { [INDEX]: content.subarray(0, content.length / 2).toString('latin1') });
}

/** Somebody puts the row index of the version that is offered in the place of that of the version on `main`. */
export function takeOtherIndex(hub: LocalHub): void {
  const repo = hub.repo(REPO);
  const other = repo.resolve('refs/pr/1')!.files.get(INDEX)!;
  const changes = new Map([[INDEX, other]]);
  repo.commit({ title: 'Change by somebody', message: '', author: 'somebody', changes });
}

/** Has another run publish many more rows just before the first commit to `main`. */
export function publishMeanwhile(hub: LocalHub, lab: PublishLab): void {
  const run = async () => {
    const { exitCode, log } = await lab.publish(hub, { data: 'larger' });
    if (exitCode !== 0) throw new Error(`the publish of larger data failed:\n${log}`);
  };
  hub.faults.add({ method: 'POST', path: /\/commit\/main$/, when: 'before', kind: { run } });
}
