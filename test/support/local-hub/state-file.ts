import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import type { HubState } from './hub-state.ts';
import { StoredRepo } from './repo-store.ts';

interface SavedState {
  readonly repos: readonly StoredRepo[];
  readonly models: readonly StoredRepo[];
  readonly lfsObjects: ReadonlyMap<string, Buffer>;
}

/** Keeps the repos and their large files, so that a later process can go on with them. */
export function saveState(file: string, { repos, models, lfsObjects }: HubState): void {
  const saved: SavedState = { repos: [...repos.values()], models: [...models.values()], lfsObjects };
  writeFileSync(file, serialize(saved));
}

/** Adds what {@link saveState} kept; a file that does not exist holds nothing. */
export function loadState(file: string, state: HubState): void {
  if (!existsSync(file)) return;
  const saved: SavedState = deserialize(readFileSync(file));
  for (const kind of ['repos', 'models'] as const) {
    for (const repo of saved[kind])
      state[kind].set(repo.name, Object.setPrototypeOf(repo, StoredRepo.prototype));
  }
  for (const [oid, content] of saved.lfsObjects) state.lfsObjects.set(oid, content);
}
