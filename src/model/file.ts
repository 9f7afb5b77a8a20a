import { createHash } from 'node:crypto';
import type { SplitName } from './rows.ts';

/** The bytes of a file: in pieces in order, or in a file on this machine's disk. */
export type FileContent =
  | { readonly chunks: readonly Uint8Array<ArrayBuffer>[] }
  | { readonly chunks?: undefined; readonly file: string };

/** A file that is elsewhere, and read piece by piece. */
export interface RangedFile {
  /** Bytes of the content. */
  readonly byteLength: number;
  /** Bytes from `start` up to `end`, or to the last one. */
  slice(start: number, end?: number): Promise<ArrayBuffer>;
}

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

/** What a Hub lists of a file without reading it; null for a part that it does not list. */
export interface FileId {
  /** Bytes of the content. */
  readonly size: number | null;
  /** Git blob id; of a large file the id of its pointer. */
  readonly blobId: string | null;
  /** SHA-256 of a large (LFS) file's content. */
  readonly sha256: string | null;
}

/** A file with its expected content. */
export interface ExpectedFile {
  readonly path: string;
  /** Bytes of the content. */
  readonly size: number;
  /** SHA-256 of the content, lower-case hexadecimal. */
  readonly sha256: string;
  /** The content in pieces in order, if it is in memory. */
  readonly chunks?: readonly Uint8Array[];
}

/** Returns git's id for the content of a file: SHA-1 of the header `blob <length>\0` and the bytes. */
export function gitBlobId(content: Uint8Array): string {
  return createHash('sha1').update(`blob ${content.length}\0`).update(content).digest('hex');
}

/** Returns the lower-case hexadecimal SHA-256 of content in pieces in order. */
export function sha256Of(chunks: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const chunk of chunks) hash.update(chunk);
  return hash.digest('hex');
}

/** Returns whether a listed file is the expected one; null if the listed facts do not suffice. */
export function agrees(listed: FileId, { size, sha256, chunks }: ExpectedFile): boolean | null {
  if (listed.size !== null && listed.size !== size) return false;
  if (listed.sha256 !== null) return listed.sha256 === sha256;
  if (listed.blobId === null || chunks === undefined) return null;
  return listed.blobId === gitBlobId(Buffer.concat(chunks));
}

/** Returns the file with this content. */
export function fileOf(path: string, content: Uint8Array<ArrayBuffer>) {
  const chunks = [content];
  return { path, size: content.length, sha256: sha256Of(chunks), chunks };
}

/** True for two ids of one commit, even if a Hub gives only the first digits of one of them. */
export function isSameCommit(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a);
}
