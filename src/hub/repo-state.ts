import { agrees, type FileId, fileOf } from '../model/file.ts';
import type { RepoState } from '../model/repository.ts';
import { HubError } from './hub-error.ts';

/** A commit's id: SHA-1 or SHA-256 in hexadecimal, by the Hub's kind. */
export const COMMIT_ID = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;

/**
 * Returns what a repo holds, from the answer to `GET /api/datasets/{name}?blobs=true`; some Hubs leave out blob ids or
 * hashes.
 *
 * @returns null if the answer is not about a repo
 */
export function stateOf(answer: unknown): RepoState | null {
  const { sha, private: isPrivate, siblings } = fields(answer);
  if (!matches(sha, COMMIT_ID) || !Array.isArray(siblings)) return null;
  const files = siblings.map((sibling) => {
    const { rfilename, size, blobId, lfs } = fields(sibling);
    const { sha256 } = fields(lfs);
    const id: FileId = {
      size: Number.isSafeInteger(size) ? (size as number) : null,
      blobId: matches(blobId, /^[0-9a-f]{40}$/) ? blobId : null,
      sha256: matches(sha256, /^[0-9a-f]{64}$/) ? sha256 : null,
    };
    return [rfilename, id] as const;
  });
  const named = files.filter((file): file is [string, FileId] => typeof file[0] === 'string');
  return { commit: sha, isPrivate: isPrivate === true, files: new Map(named) };
}

/**
 * Returns the commit of each tag, from the answer to `GET /api/datasets/{name}/refs`; null if it is not such an answer.
 */
export function tagsOf(answer: unknown): Map<string, string> | null {
  const { tags } = fields(answer);
  if (!Array.isArray(tags)) return null;
  const entries = tags.map((tag) => {
    const { name, targetCommit } = fields(tag);
    return [name, targetCommit] as const;
  });
  return new Map(
    entries.filter(
      (entry): entry is [string, string] => typeof entry[0] === 'string' && matches(entry[1], COMMIT_ID),
    ),
  );
}

/** Returns the fields of an answer of any shape. */
export function fields(answer: unknown): Readonly<Record<string, unknown>> {
  return Object(answer);
}

function matches(value: unknown, pattern: RegExp): value is string {
  return typeof value === 'string' && pattern.test(value);
}

/**
 * Returns the content that the Hub gave for a file in a state. Checks that it is that file, as far as the Hub sends its hash or
 * blob id.
 *
 * @param file.repo for the message
 * @throws HubError if it is not
 */
export function checkedContent(
  content: Uint8Array<ArrayBuffer>,
  file: { readonly path: string; readonly repo: string; readonly state: Pick<RepoState, 'files'> },
): Uint8Array {
  const { path, repo, state } = file;
  const listed = state.files.get(path);
  if (listed !== undefined && agrees(listed, fileOf(path, content)) !== false) return content;
  throw new HubError(
    `The Hub's answer for ${path} of ${repo} is not that file. Check hub-endpoint and any proxy between it and the runner, then run the workflow again.`,
  );
}
