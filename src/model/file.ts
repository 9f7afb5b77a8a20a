import { createHash } from 'node:crypto';
import type { SplitName } from './rows.ts';

/** The bytes of a file: in pieces that follow each other, or in a file on this machine's disk. */
export type FileContent =
  | { readonly chunks: readonly Uint8Array<ArrayBuffer>[] }
  | { readonly chunks?: undefined; readonly file: string };

/** One parquet file of a split. */
export type DataFile = FileContent & {
  readonly split: SplitName;
  /** Path in the dataset repo, for example `data/train-00000-of-00001.parquet`. */
  readonly path: string;
  /** Bytes of the content. */
  readonly size: number;
  /** SHA-256 of the bytes, lower-case hexadecimal. */
  readonly sha256: string;
};

/** What a Hub lists of a file, which need not be read for it; null for what it does not list. */
export interface FileId {
  /** Bytes of the content. */
  readonly size: number | null;
  /** Git blob id; of a large file the id of its pointer. */
  readonly blobId: string | null;
  /** SHA-256 of a large (LFS) file's content. */
  readonly sha256: string | null;
}

/** A file as it ought to be. */
export interface ExpectedFile {
  readonly path: string;
  /** Bytes of the content. */
  readonly size: number;
  /** SHA-256 of the content, lower-case hexadecimal. */
  readonly sha256: string;
  /** The content, in pieces that follow each other, where it is at hand. */
  readonly chunks?: readonly Uint8Array[];
}

/** Id git gives to a file's content: SHA-1 of the header `blob <length>\0` and the bytes. */
export function gitBlobId(content: Uint8Array): string {
  return createHash('sha1').update(`blob ${content.length}\0`).update(content).digest('hex');
}

/** Lower-case hexadecimal SHA-256 of content in pieces that follow each other. */
export function sha256Of(chunks: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const chunk of chunks) hash.update(chunk);
  return hash.digest('hex');
}

/** Returns whether a listed file is the expected one; null when what is listed does not suffice to decide. */
export function agrees(listed: FileId, { size, sha256, chunks }: ExpectedFile): boolean | null {
  if (listed.size !== null && listed.size !== size) return false;
  if (listed.sha256 !== null) return listed.sha256 === sha256;
  if (listed.blobId === null || chunks === undefined) return null;
  return listed.blobId === gitBlobId(Buffer.concat(chunks));
}

/** The file that holds this content. */
export function fileOf(path: string, content: Uint8Array<ArrayBuffer>) {
  const chunks = [content];
  return { path, size: content.length, sha256: sha256Of(chunks), chunks };
}

/** True for the ids of one commit, also where a Hub gives only the first digits of one of them. */
export function isSameCommit(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a);
}
