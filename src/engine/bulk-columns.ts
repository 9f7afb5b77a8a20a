import type { ColumnChunk, RowGroup } from 'hyparquet';
import { ByteWriter, type ParquetWriter } from 'hyparquet-writer';
import { writePageHeader } from 'hyparquet-writer/src/datapage.js';
import { compressPage } from './parquet-memory.ts';

type Writer = ParquetWriter['writer'];
/** Metadata of a column in the footer of a file. */
export type WrittenColumn = ParquetWriter['pendingIndexes'][number];

/** Bytes of a number. */
const NUMBER_BYTES = 8;
const NO_LEVELS = new Uint8Array();

/** Writes a row group of columns that are written already, which come first, and others, at least one. */
export function writeRowGroup(
  parquet: ParquetWriter,
  written: readonly WrittenColumn[],
  others: Parameters<ParquetWriter['write']>[0]['columnData'],
): void {
  parquet.pendingIndexes.push(...written);
  parquet.write({ columnData: others, rowGroupSize: others[0].data.length });
  const { columns, num_rows } = parquet.row_groups.pop()!;
  parquet.row_groups.push(rowGroupOf([...written.map(({ chunk }) => chunk), ...columns], num_rows));
}

/** Ends a row group of which all columns are written already. */
export function endRowGroup(parquet: ParquetWriter, written: readonly WrittenColumn[], rows: number): void {
  parquet.pendingIndexes.push(...written);
  parquet.num_rows += BigInt(rows);
  const columns = written.map(({ chunk }) => chunk);
  parquet.row_groups.push(rowGroupOf(columns, BigInt(rows)));
}

function rowGroupOf(columns: ColumnChunk[], rows: bigint): RowGroup {
  let [uncompressed, compressed] = [0n, 0n];
  for (const { meta_data } of columns) {
    uncompressed += meta_data!.total_uncompressed_size;
    compressed += meta_data!.total_compressed_size;
  }
  return { columns, total_byte_size: uncompressed, num_rows: rows, total_compressed_size: compressed };
}

/**
 * Writes a column of numbers that is not optional as one page.
 *
 * @param numbers 8 bytes each, little-endian
 * @param options.isCompressed false for numbers without a pattern, which compression makes longer
 */
export function writeNumberColumn(
  { writer }: Pick<ParquetWriter, 'writer'>,
  name: string,
  numbers: Uint8Array,
  { isCompressed }: { readonly isCompressed: boolean },
): WrittenColumn {
  const start = writer.offset;
  const values = numbers.length / NUMBER_BYTES;
  const uncompressed = writePage(writer, {
    encoding: 'PLAIN',
    rows: values,
    nulls: 0,
    levels: NO_LEVELS,
    values: numbers,
    isCompressed,
  });
  const codec = isCompressed ? 'ZSTD' : 'UNCOMPRESSED';
  return { chunk: plainChunk(writer, { name, type: 'INT64', codec, values, start, uncompressed }) };
}

/** Describes a column of plain pages that ends here. @param column.start offset of its first page */
export function plainChunk(
  { offset }: Writer,
  column: {
    readonly name: string;
    readonly type: 'BYTE_ARRAY' | 'INT64';
    readonly codec: 'ZSTD' | 'UNCOMPRESSED';
    readonly values: number;
    readonly start: number;
    readonly uncompressed: number;
  },
): ColumnChunk {
  const { name, type, codec, values, start, uncompressed } = column;
  return {
    meta_data: {
      type,
      encodings: ['PLAIN'],
      path_in_schema: [name],
      codec,
      num_values: BigInt(values),
      total_compressed_size: BigInt(offset - start),
      total_uncompressed_size: BigInt(uncompressed),
      data_page_offset: BigInt(start),
    },
    file_offset: BigInt(start),
  };
}

/**
 * Writes a page of values.
 *
 * @param page.levels the definition levels, empty for a column that is not optional
 * @param page.values those that are not NULL, as they are encoded
 * @returns its bytes before they are compressed
 */
export function writePage(
  writer: Writer,
  page: {
    readonly encoding: 'PLAIN' | 'RLE_DICTIONARY';
    readonly rows: number;
    readonly nulls: number;
    readonly levels: Uint8Array;
    readonly values: Uint8Array;
    readonly isCompressed: boolean;
  },
): number {
  const { encoding, rows, nulls, levels, values, isCompressed } = page;
  const written = isCompressed ? compressPage(values) : values;
  const start = writer.offset;
  writePageHeader(writer, {
    type: 'DATA_PAGE_V2',
    uncompressed_page_size: levels.length + values.length,
    compressed_page_size: levels.length + written.length,
    data_page_header_v2: {
      num_values: rows,
      num_nulls: nulls,
      num_rows: rows,
      encoding,
      definition_levels_byte_length: levels.length,
      repetition_levels_byte_length: 0,
      is_compressed: isCompressed,
    },
  });
  const headerBytes = writer.offset - start;
  writer.appendBytes(levels);
  writer.appendBytes(written);
  return headerBytes + levels.length + values.length;
}

/** Writes the page of a column's different texts. @returns its bytes before they are compressed */
export function writeDictionaryPage(writer: Writer, texts: readonly string[]): number {
  const values = new ByteWriter();
  for (const text of texts) {
    const bytes = Buffer.from(text);
    values.appendUint32(bytes.length);
    values.appendBytes(bytes);
  }
  const compressed = compressPage(values.getBytes());
  const start = writer.offset;
  writePageHeader(writer, {
    type: 'DICTIONARY_PAGE',
    uncompressed_page_size: values.offset,
    compressed_page_size: compressed.length,
    dictionary_page_header: { num_values: texts.length, encoding: 'PLAIN' },
  });
  const headerBytes = writer.offset - start;
  writer.appendBytes(compressed);
  return headerBytes + values.offset;
}
