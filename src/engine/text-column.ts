import type { OffsetIndex } from 'hyparquet';
import { ByteWriter, type ParquetWriter } from 'hyparquet-writer';
import { writeRleBitPackedHybrid } from 'hyparquet-writer/src/encoding.js';
import { plainChunk, type WrittenColumn, writePage, writeRowGroup } from './bulk-columns.ts';
import type { DatasetRows } from './dataset-rows.ts';

/** Bytes of text from which on the library begins another page. */
const PAGE_BYTES = 1 << 20;
/** A text is stored after its length. */
const LENGTH_BYTES = 4;

/** Rows whose identities are written, in file order. */
interface Texts {
  readonly rows: Pick<DatasetRows, 'byteLengthAt' | 'copyText'>;
  readonly group: Uint32Array;
}

/**
 * Writes rows as a row group, of which the first column is their texts: optional, PLAIN and without statistics, byte for byte
 * as `ParquetWriter` writes such a column. The library writes a text at a time to memory that grows with it, for each page
 * anew. This copies all texts of a page into the same memory again and again. It may go once the library reserves the memory
 * of a page at once.
 */
export class TextColumnWriter {
  readonly #parquet: ParquetWriter;
  readonly #name: string;
  #page = new Uint8Array(0);

  /** @param name of the column */
  constructor(parquet: ParquetWriter, name: string) {
    this.#parquet = parquet;
    this.#name = name;
  }

  /** Writes a row group. @param others the columns after the texts, at least one */
  write(texts: Texts, others: Parameters<ParquetWriter['write']>[0]['columnData']): void {
    writeRowGroup(this.#parquet, [this.#writeColumn(texts)], others);
  }

  #writeColumn(texts: Texts): WrittenColumn {
    const { writer } = this.#parquet;
    const start = writer.offset;
    const pages: OffsetIndex['page_locations'] = [];
    let uncompressed = 0;
    for (const [first, end] of pagesOf(texts)) {
      const offset = writer.offset;
      const levels = new ByteWriter();
      writeRleBitPackedHybrid(levels, new Uint8Array(end - first).fill(1), 1);
      uncompressed += writePage(writer, {
        encoding: 'PLAIN',
        rows: end - first,
        nulls: 0,
        levels: levels.getBytes(),
        values: this.#fillPage(texts, first, end),
        isCompressed: true,
      });
      pages.push({
        offset: BigInt(offset),
        compressed_page_size: writer.offset - offset,
        first_row_index: BigInt(first),
      });
    }
    const chunk = plainChunk(writer, {
      name: this.#name,
      type: 'BYTE_ARRAY',
      codec: 'ZSTD',
      values: texts.group.length,
      start,
      uncompressed,
    });
    return { chunk, offsetIndex: pages.length > 1 ? { page_locations: pages } : undefined };
  }

  /** Returns a page, which is valid until the next. */
  #fillPage({ rows, group }: Texts, first: number, end: number): Uint8Array {
    let size = LENGTH_BYTES * (end - first);
    for (let index = first; index < end; index++) size += rows.byteLengthAt(group[index]);
    if (size > this.#page.length) this.#page = new Uint8Array(size);
    const page = this.#page;
    const view = new DataView(page.buffer);
    let position = 0;
    for (let index = first; index < end; index++) {
      const length = rows.byteLengthAt(group[index]);
      view.setUint32(position, length, true);
      rows.copyText(group[index], page, position + LENGTH_BYTES);
      position += LENGTH_BYTES + length;
    }
    return page.subarray(0, size);
  }
}

/** Returns where each page begins and ends. */
function pagesOf({ rows, group }: Texts): [first: number, end: number][] {
  const pages: [number, number][] = [];
  let first = 0;
  let bytes = 0;
  for (let index = 0; index < group.length; index++) {
    const length = rows.byteLengthAt(group[index]);
    bytes += length;
    if (bytes < PAGE_BYTES || index === first) continue;
    pages.push([first, index]);
    first = index;
    bytes = length;
  }
  return [...pages, [first, group.length]];
}
