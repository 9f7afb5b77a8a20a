import { type FileSink, memorySink, type WrittenFile } from '../parquet.ts';
import { IndexWriter } from './index-writer.ts';
import { type IndexContent, readIndex } from './read-index.ts';
import { EARLIER, LINE_BYTES } from './schema.ts';

/**
 * Writes a row index again without the lines of rows that only earlier versions hold.
 *
 * @param rows how many rows the version has
 * @returns the file, how many lines it has, and how many it lacks; a null file when it would lack none
 * @throws Error when the content is no row index
 */
export async function dropEarlier(
  content: IndexContent,
  rows: number,
): Promise<{ readonly file: WrittenFile | null; readonly kept: number; readonly dropped: number }> {
  const sink: FileSink = memorySink(rows, LINE_BYTES);
  const index = new IndexWriter(sink, rows);
  let [kept, dropped] = [0, 0];
  await readIndex(content, (entry, origin) => {
    if (entry.mark === EARLIER) {
      dropped++;
      return;
    }
    kept++;
    index.add(entry, origin);
  });
  const file = index.end();
  return { file: dropped === 0 ? null : file, kept, dropped };
}
