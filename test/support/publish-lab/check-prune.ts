import { createHash } from 'node:crypto';
import type { LocalHub } from '../local-hub/server.ts';
import { checkSecrets, type Observed } from './check-run.ts';
import type { End } from './ends.ts';
import { REPO } from './publish-lab.ts';
import type { Stage } from './stage.ts';

/** Tag of the version that `main` holds. */
export function newestOf(hub: LocalHub): string {
  return JSON.parse(String(hub.readFile(REPO, 'main', 'dataset_metadata.json'))).version_tag;
}

/** All versions but the newest are removed. */
export const KEPT: End = {
  isFailure: false,
  checkRun: checkKept,
  checkEnd: checkRemoved,
};

/** What is wrong with the version that is kept, and with what a run says, also when it was cut off. */
function checkKept({ hub }: Stage, { run }: Observed, budgetMs: number): string[] {
  const problems = [...checkSecrets(run), ...unreadable(hub, newestOf(hub))];
  if (run.tookMs > budgetMs) problems.push(`the run took ${(run.tookMs / 1000).toFixed(1)} s`);
  if (run.outputs.complete === 'true' && run.exitCode === 1)
    problems.push('it failed although it is complete');
  if (run.outputs.complete === 'true') problems.push(...leftovers(hub));
  return problems;
}

/** What a run has left that nothing disturbed; a version that somebody committed meanwhile is no version at all. */
function checkRemoved({ hub }: Stage, { run }: Observed): string[] {
  if (run.exitCode !== 0) return [`the run after it came to exit code ${run.exitCode}`];
  return run.outputs.complete === 'true' ? leftovers(hub) : ['the last run is incomplete'];
}

/** Files of a version that its tag does not lead to, with the content the metadata list. */
function unreadable(hub: LocalHub, tag: string): string[] {
  const commit = hub.repo(REPO).resolve(tag);
  if (commit === undefined) return [`${tag} cannot be found`];
  const { version_tag: named, files } = JSON.parse(String(hub.readFile(REPO, tag, 'dataset_metadata.json')));
  const wrong = files
    .filter(({ path }: { path: string }) => path.startsWith('data/'))
    .filter(({ path, sha256 }: { path: string; sha256: string }) => {
      const content = hub.readFile(REPO, tag, path);
      return createHash('sha256').update(content).digest('hex') !== sha256;
    })
    .map(({ path }: { path: string }) => `${path} of ${tag} is damaged`);
  return named === tag ? wrong : [...wrong, `${tag} leads to ${named}`];
}

/** Tags and files of other versions. */
function leftovers(hub: LocalHub): string[] {
  const { tags, largeFiles, head, branches } = hub.repo(REPO);
  const newest = newestOf(hub);
  const kept = new Set(Array.from(head.files.values(), ({ sha256 }) => sha256));
  return [
    ...[...tags.keys()].filter((tag) => !tag.includes(newest)).map((tag) => `the tag ${tag} is left`),
    ...[...branches.keys()].map((branch) => `the branch ${branch} is left`),
    ...[...largeFiles.keys()]
      .filter((sha256) => !kept.has(sha256))
      .map((sha256) => `the file ${sha256} is left`),
  ];
}
