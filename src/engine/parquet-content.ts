import { zstdDecompressSync } from 'node:zlib';
import type { AsyncBuffer, Compressors } from 'hyparquet';
import type { FileContent } from '../model/file.ts';

/** Decompressors for the pages of the files that this action writes. */
export const COMPRESSORS: Compressors = { ZSTD: (input) => new Uint8Array(zstdDecompressSync(input)) };

/** Opens a parquet file in memory or on disk for reading. */
export async function openContent(content: FileContent): Promise<AsyncBuffer> {
  if (!('file' in content)) return inMemory(content.chunks);
  const { asyncBufferFromFile } = await import('hyparquet');
  return asyncBufferFromFile(content.file);
}

function inMemory(chunks: readonly Uint8Array<ArrayBuffer>[]): AsyncBuffer {
  const { buffer, byteOffset, length } = chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
  return {
    byteLength: length,
    slice: (start, end = length) => buffer.slice(byteOffset + start, byteOffset + end) as ArrayBuffer,
  };
}
