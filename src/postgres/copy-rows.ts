import type { StatementOrigin } from '../model/selection.ts';
import type { Connection } from './connect.ts';
import { CopyDecoder, CopyFormatError, type CopyRowHandler } from './copy-decoder.ts';

/**
 * Runs a query by binary COPY and passes on its rows. Chunks are taken one at a time and processed before the socket is
 * read again, so a slow `onRow` slows the server down instead of filling the memory.
 *
 * @param query one SELECT, without a semicolon
 * @param origin the SELECT of the source that it reads; undefined for a query of the action
 * @param before statements that run before it, none of which gives a row
 * @returns the number of rows
 * @throws PostgresError, and whatever `onRow` throws, which cuts the connection
 */
export async function copyRows(
  connection: Connection,
  query: string,
  columnCount: number,
  onRow: CopyRowHandler,
  before: readonly string[] = [],
  origin?: StatementOrigin,
): Promise<number> {
  const stream = connection.copyTo({ before, text: `COPY (${query}\n) TO STDOUT (FORMAT binary)` });
  let streamError: unknown;
  // Stays for the life of the stream: an error may come after the last chunk, and without a listener it would end the
  // process.
  stream.on('error', (error) => {
    streamError ??= error;
  });
  const decoder = new CopyDecoder(columnCount, onRow);
  const watch = connection.watch({
    action: origin === undefined ? 'answer' : 'send all rows',
    limit: 'statement',
    origin,
    rows: () => decoder.rows,
  });
  try {
    for await (const chunk of stream) {
      watch.heard();
      decoder.push(chunk);
    }
    return decoder.end();
  } catch (error) {
    if (streamError !== undefined) throw connection.explain(streamError, origin);
    connection.destroy();
    throw error instanceof CopyFormatError ? connection.explain(error, origin) : error;
  } finally {
    watch.end();
  }
}
