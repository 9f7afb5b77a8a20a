import type { FileId } from '../dataset/file-id.ts';

/** A file at some commit, as far as it can be told without reading it. */
export interface RepoFile extends FileId {
  readonly size: number;
}

/** What a dataset repo holds at a commit. */
export interface RepoState {
  readonly commit: string;
  readonly isPrivate: boolean;
  readonly files: ReadonlyMap<string, RepoFile>;
}

/** A repo as `GET /api/datasets/{name}?blobs=true` tells it. */
export interface DatasetInfo {
  sha: string;
  private: boolean;
  siblings: { rfilename: string; size: number; blobId: string; lfs?: { sha256: string } }[];
}

/** What an answer of the Hub says a repo holds. */
export function stateOf({ sha, private: isPrivate, siblings }: DatasetInfo): RepoState {
  const files = siblings.map((file): [string, RepoFile] => [
    file.rfilename,
    { size: file.size, blobId: file.blobId, sha256: file.lfs?.sha256 ?? null },
  ]);
  return { commit: sha, isPrivate, files: new Map(files) };
}
