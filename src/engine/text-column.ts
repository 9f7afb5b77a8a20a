import type { ColumnChunk, OffsetIndex } from 'hyparquet';
import { ByteWriter, type ParquetWriter } from 'hyparquet-writer';
import { writePageHeader } from 'hyparquet-writer/src/datapage.js';
import { writeRleBitPackedHybrid } from 'hyparquet-writer/src/encoding.js';
import type { DatasetRows } from './dataset-rows.ts';
import { compressPage } from './parquet-memory.ts';

/** Bytes of text from which on the library begins another page. */
const PAGE_BYTES = 1 << 20;
/** A text stands after its length. */
const LENGTH_BYTES = 4;

type Writer = ParquetWriter['writer'];
/** What the end of a file says of a column. */
type WrittenColumn = ParquetWriter['pendingIndexes'][number];

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
    const parquet = this.#parquet;
    const column = this.#writeColumn(texts);
    parquet.pendingIndexes.push(column);
    parquet.write({ columnData: others, rowGroupSize: texts.group.length });
    const rowGroup = parquet.row_groups[parquet.row_groups.length - 1];
    const { total_uncompressed_size, total_compressed_size } = column.chunk.meta_data!;
    rowGroup.columns.unshift(column.chunk);
    rowGroup.total_byte_size += total_uncompressed_size;
    rowGroup.total_compressed_size! += total_compressed_size;
  }

  #writeColumn(texts: Texts): WrittenColumn {
    const { writer } = this.#parquet;
    const start = writer.offset;
    const pages: OffsetIndex['page_locations'] = [];
    let uncompressed = 0;
    for (const [first, end] of pagesOf(texts)) {
      const offset = writer.offset;
      uncompressed += writePage(writer, end - first, this.#fillPage(texts, first, end));
      pages.push({
        offset: BigInt(offset),
        compressed_page_size: writer.offset - offset,
        first_row_index: BigInt(first),
      });
    }
    const chunk: ColumnChunk = {
      meta_data: {
        type: 'BYTE_ARRAY',
        encodings: ['PLAIN'],
        path_in_schema: [this.#name],
        codec: 'ZSTD',
        num_values: BigInt(texts.group.length),
        total_compressed_size: BigInt(writer.offset - start),
        total_uncompressed_size: BigInt(uncompressed),
        data_page_offset: BigInt(start),
      },
      file_offset: BigInt(start),
    };
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

/** Writes a page of texts of which none is NULL. @returns its bytes before they are compressed */
function writePage(writer: Writer, texts: number, page: Uint8Array): number {
  const levels = new ByteWriter();
  const levelBytes = writeRleBitPackedHybrid(levels, new Uint8Array(texts).fill(1), 1);
  const compressed = compressPage(page);
  const start = writer.offset;
  writePageHeader(writer, {
    type: 'DATA_PAGE_V2',
    uncompressed_page_size: levelBytes + page.length,
    compressed_page_size: levelBytes + compressed.length,
    data_page_header_v2: {
      num_values: texts,
      num_nulls: 0,
      num_rows: texts,
      encoding: 'PLAIN',
      definition_levels_byte_length: levelBytes,
      repetition_levels_byte_length: 0,
      is_compressed: true,
    },
  });
  const headerBytes = writer.offset - start;
  writer.appendBytes(levels.getBytes());
  writer.appendBytes(compressed);
  return headerBytes + levelBytes + page.length;
}
