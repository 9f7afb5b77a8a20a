import type { ColumnChunk } from 'hyparquet';
import { ByteWriter, type ParquetWriter } from 'hyparquet-writer';
import { writePageHeader } from 'hyparquet-writer/src/datapage.js';
import { writeRleBitPackedHybrid } from 'hyparquet-writer/src/encoding.js';
import { compressPage } from './parquet-memory.ts';

type Writer = ParquetWriter['writer'];
/** What the end of a file says of a column. */
export type WrittenColumn = ParquetWriter['pendingIndexes'][number];

/** Bytes of a number. */
const NUMBER_BYTES = 8;

/** Writes a row group of columns that are written already, which come first, and others, at least one. */
export function writeRowGroup(
  parquet: ParquetWriter,
  written: readonly WrittenColumn[],
  others: Parameters<ParquetWriter['write']>[0]['columnData'],
): void {
  parquet.pendingIndexes.push(...written);
  parquet.write({ columnData: others, rowGroupSize: others[0].data.length });
  const rowGroup = parquet.row_groups[parquet.row_groups.length - 1];
  rowGroup.columns.unshift(...written.map(({ chunk }) => chunk));
  for (const { chunk } of written) {
    rowGroup.total_byte_size += chunk.meta_data!.total_uncompressed_size;
    rowGroup.total_compressed_size! += chunk.meta_data!.total_compressed_size;
  }
}

/** Writes a column of numbers that is not optional as one page. @param numbers 8 bytes each, little-endian */
export function writeNumberColumn(
  { writer }: Pick<ParquetWriter, 'writer'>,
  name: string,
  numbers: Uint8Array,
): WrittenColumn {
  const start = writer.offset;
  const values = numbers.length / NUMBER_BYTES;
  const uncompressed = writePlainPage(writer, values, numbers, { isOptional: false });
  return { chunk: plainChunk(writer, { name, type: 'INT64', values, start, uncompressed }) };
}

/** Describes a column of plain, compressed pages that ends here. @param column.start offset of its first page */
export function plainChunk(
  { offset }: Writer,
  column: {
    readonly name: string;
    readonly type: 'BYTE_ARRAY' | 'INT64';
    readonly values: number;
    readonly start: number;
    readonly uncompressed: number;
  },
): ColumnChunk {
  const { name, type, values, start, uncompressed } = column;
  return {
    meta_data: {
      type,
      encodings: ['PLAIN'],
      path_in_schema: [name],
      codec: 'ZSTD',
      num_values: BigInt(values),
      total_compressed_size: BigInt(offset - start),
      total_uncompressed_size: BigInt(uncompressed),
      data_page_offset: BigInt(start),
    },
    file_offset: BigInt(start),
  };
}

/** Writes a page of values of which none is NULL. @returns its bytes before they are compressed */
export function writePlainPage(
  writer: Writer,
  values: number,
  page: Uint8Array,
  { isOptional }: { isOptional: boolean },
): number {
  const levels = new ByteWriter();
  const levelBytes = isOptional ? writeRleBitPackedHybrid(levels, new Uint8Array(values).fill(1), 1) : 0;
  const compressed = compressPage(page);
  const start = writer.offset;
  writePageHeader(writer, {
    type: 'DATA_PAGE_V2',
    uncompressed_page_size: levelBytes + page.length,
    compressed_page_size: levelBytes + compressed.length,
    data_page_header_v2: {
      num_values: values,
      num_nulls: 0,
      num_rows: values,
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
