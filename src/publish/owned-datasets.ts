import type { ListOwned } from './observe.ts';

/** Lists the datasets of each owner once, however many of their repos would be created. */
export function listOwnedOnce(): ListOwned {
  const lists = new Map<string, Promise<readonly string[] | null>>();
  return (repo) => {
    const [owner] = repo.name.toLowerCase().split('/');
    const list = lists.get(owner) ?? repo.siblings();
    lists.set(owner, list);
    return list;
  };
}
