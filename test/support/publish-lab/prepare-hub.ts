import { isVersionTag } from '../../../src/version/metadata.ts';
import type { LocalHub } from '../local-hub/server.ts';
import { type PublishLab, REPO } from './publish-lab.ts';

const INDEX = 'row_index.parquet';

/** The Hub names no user of a token. */
export function nameNobody(hub: LocalHub): void {
  hub.faults.add({ path: /whoami/, when: 'before', times: Number.MAX_SAFE_INTEGER, kind: { status: 401 } });
}

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
  takeIndexOf(hub, 'refs/pr/1');
}

/** Somebody puts the row index of the first version in the place of that of the version on `main`. */
export function takeFirstIndex(hub: LocalHub): void {
  takeIndexOf(hub, [...hub.repo(REPO).tags.keys()].filter(isVersionTag).sort()[0]);
}

function takeIndexOf(hub: LocalHub, revision: string): void {
  const repo = hub.repo(REPO);
  const changes = new Map([[INDEX, repo.resolve(revision)!.files.get(INDEX)!]]);
  repo.commit({ title: 'Change by somebody', message: '', author: 'somebody', changes });
}

/** Somebody deletes the row index of the version on `main`, and sets the version's tag anew there. */
export function loseAllIndexes(hub: LocalHub): void {
  loseIndex(hub);
  const { tags, head } = hub.repo(REPO);
  const newest = [...tags.keys()].filter(isVersionTag).sort().at(-1)!;
  for (const [tag, mark] of tags) if (tag.includes(newest)) tags.set(tag, { ...mark, commit: head.id });
}

/**
 * Takes back what another run published, and has it published again just before the first commit to `main`. Where
 * somebody has committed by then, the other run publishes anew, on top of that.
 */
export function publishMeanwhile(hub: LocalHub, lab: PublishLab): void {
  const { commits, tags } = hub.repo(REPO);
  const overtaking = commits.pop()!;
  const base = commits.at(-1);
  const marks = [...tags].filter(([, { commit }]) => commit === overtaking.id);
  for (const [tag] of marks) tags.delete(tag);
  const run = async () => {
    if (commits.at(-1) === base) {
      commits.push(overtaking);
      for (const [tag, mark] of marks) tags.set(tag, mark);
    } else await publishLarger(hub, lab);
  };
  hub.faults.add({ method: 'POST', path: /\/commit\/main$/, when: 'before', kind: { run } });
}

async function publishLarger(hub: LocalHub, lab: PublishLab): Promise<void> {
  const { exitCode, log } = await lab.publish(hub, { data: 'larger' });
  if (exitCode !== 0) throw new Error(`the publish of larger data failed:\n${log}`);
}
