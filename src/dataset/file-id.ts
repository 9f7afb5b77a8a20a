import { createHash } from 'node:crypto';

/** What git knows a file by. */
export interface FileId {
  /** Git blob id; of a large file the id of its pointer. */
  readonly blobId: string;
  /** SHA-256 of a large (LFS) file's content. */
  readonly sha256: string | null;
}

/** Id git gives to a file's content: SHA-1 of the header `blob <length>\0` and the bytes. */
export function gitBlobId(content: Uint8Array): string {
  return createHash('sha1').update(`blob ${content.length}\0`).update(content).digest('hex');
}

/** True when a file holds this content, given in pieces that follow each other. */
export function isContentOf({ blobId, sha256 }: FileId, chunks: readonly Uint8Array[]): boolean {
  if (sha256 === null) return blobId === gitBlobId(Buffer.concat(chunks));
  const hash = createHash('sha256');
  for (const chunk of chunks) hash.update(chunk);
  return sha256 === hash.digest('hex');
}
