import { createHash } from 'node:crypto';
import type { StoredFile } from './repo-store.ts';

/**
 * Object ids of all folders of a commit, as git computes them (https://git-scm.com/book/en/v2/Git-Internals-Git-Objects).
 *
 * @param files files by path
 * @returns ids by path of the folder; the root is ''
 */
export function treeIds(files: ReadonlyMap<string, StoredFile>): Map<string, string> {
  const ids = new Map<string, string>();
  const blobs = Array.from(files, ([path, { blobId }]) => ({ parts: path.split('/'), blobId }));
  addTree('', blobs, ids);
  return ids;
}

interface Blob {
  readonly parts: readonly string[];
  readonly blobId: string;
}

function addTree(folder: string, blobs: readonly Blob[], ids: Map<string, string>): string {
  const subfolders = Map.groupBy(
    blobs.filter(({ parts }) => parts.length > 1),
    ({ parts }) => parts[0],
  );
  const entries = blobs
    .filter(({ parts }) => parts.length === 1)
    .map(({ parts, blobId }) => ({ mode: '100644', name: parts[0], sortKey: parts[0], id: blobId }));
  for (const [name, inside] of subfolders) {
    const nested = inside.map(({ parts, blobId }) => ({ parts: parts.slice(1), blobId }));
    const id = addTree(folder === '' ? name : `${folder}/${name}`, nested, ids);
    entries.push({ mode: '40000', name, sortKey: `${name}/`, id });
  }
  entries.sort((a, b) => Buffer.compare(Buffer.from(a.sortKey), Buffer.from(b.sortKey)));
  const content = Buffer.concat(
    entries.map(({ mode, name, id }) =>
      Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(id, 'hex')]),
    ),
  );
  const id = createHash('sha1').update(`tree ${content.length}\0`).update(content).digest('hex');
  ids.set(folder, id);
  return id;
}
