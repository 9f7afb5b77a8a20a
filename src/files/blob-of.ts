import type { FileContent } from '../model/file.ts';
import { ChunkedBlob } from './chunked-blob.ts';
import { FileBlob } from './file-blob.ts';

/** Returns the bytes of a file as a Blob, which reads them in place. */
export function blobOf(file: FileContent & { readonly size: number }): Blob {
  return file.chunks === undefined ? new FileBlob(file.file, 0, file.size) : new ChunkedBlob(file.chunks);
}
