import { open } from 'node:fs/promises';

/** A file that this run wrote for itself cannot be read again. */
export class OwnFileError extends Error {
  override readonly name = 'OwnFileError';
}

/** Few calls for a fast disk, and little memory beside the request. */
const PIECE_BYTES = 1 << 20;

/**
 * Reads a range of a file that this run wrote, in pieces.
 *
 * @param end position of the first byte that is not part of it
 * @throws OwnFileError if the file is gone or has become shorter
 */
export async function* readPieces(
  file: string,
  start: number,
  end: number,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const handle = await open(file).catch((cause) => {
    throw unreadable(file, cause.code, cause);
  });
  try {
    for (let position = start; position < end; ) {
      const piece = new Uint8Array(Math.min(PIECE_BYTES, end - position));
      const { bytesRead } = await handle.read(piece, 0, piece.length, position).catch((cause) => {
        throw unreadable(file, cause.code, cause);
      });
      if (bytesRead === 0) throw unreadable(file, 'it has become shorter');
      yield piece.subarray(0, bytesRead);
      position += bytesRead;
    }
  } finally {
    await handle.close();
  }
}

function unreadable(file: string, reason: string, cause?: unknown): OwnFileError {
  return new OwnFileError(
    `${file}, which this run wrote, could not be read again (${reason}). Run the workflow again, and make sure that nothing removes or changes files below RUNNER_TEMP meanwhile.`,
    { cause },
  );
}
