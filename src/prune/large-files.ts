import type { DatasetRepository, LargeFile, RepoState, RepositoryHistory } from '../model/repository.ts';

/** Age up to which a file that nothing names may belong to a version that is being published. */
const UPLOAD_MS = 3_600_000;

/** SHA-256 of the large files in states. @param isMeant whether a path counts; all do when it is left out */
export function largeFilesIn(
  states: readonly (RepoState | null)[],
  isMeant: (path: string) => boolean = () => true,
): Set<string> {
  const files = states.flatMap((state) => [...(state?.files ?? [])]);
  const shas = files.filter(([path]) => isMeant(path)).map(([, { sha256 }]) => sha256);
  return new Set(shas.filter((sha256) => sha256 !== null));
}

/** Reads states of a repo one after the other; a reference that went meanwhile has none. */
export async function statesOf(
  repo: DatasetRepository,
  revisions: readonly string[],
): Promise<(RepoState | null)[]> {
  const states: (RepoState | null)[] = [];
  for (const revision of revisions) states.push(await repo.state(revision));
  return states;
}

/**
 * Lists the large files of a repo that nothing kept needs.
 *
 * @param needed SHA-256 of the files that are kept
 * @param doomed SHA-256 of files that are removed whatever their age
 * @returns the files to be removed, and those that are left because a run may be publishing them
 */
export async function unneededFiles(
  history: RepositoryHistory,
  { needed, doomed, now }: { needed: ReadonlySet<string>; doomed: ReadonlySet<string>; now: Date },
): Promise<{ readonly removable: LargeFile[]; readonly recent: LargeFile[] }> {
  const [removable, recent]: [LargeFile[], LargeFile[]] = [[], []];
  for await (const file of history.largeFiles()) {
    if (needed.has(file.sha256)) continue;
    const isSettled = doomed.has(file.sha256) || now.getTime() - file.pushedAt.getTime() > UPLOAD_MS;
    (isSettled ? removable : recent).push(file);
  }
  return { removable, recent };
}
