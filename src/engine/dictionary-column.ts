import { ByteWriter, type ParquetWriter } from 'hyparquet-writer';
import { writeRleBitPackedHybrid } from 'hyparquet-writer/src/encoding.js';
import { type WrittenColumn, writeDictionaryPage, writePage } from './bulk-columns.ts';

/** Number of a row without a text. */
const NO_TEXT = 255;

/**
 * A column of a few different texts, a row group at a time: a row takes a byte until its group is written. The dictionary page
 * has each text once, by its first row, and the data page has the number of each row's text. It is byte for byte what
 * `ParquetWriter` writes for `RLE_DICTIONARY` without statistics; the library asks for a hundred bytes of memory a row.
 *
 * Source: Apache Parquet format, Encodings.md, "Dictionary Encoding" and "Run Length Encoding / Bit-Packing Hybrid":
 * https://parquet.apache.org/docs/file-format/data-pages/encodings/
 */
export class DictionaryColumn {
  readonly #name: string;
  readonly #isOptional: boolean;
  /** Number of each row's text. */
  readonly #numbers: Uint8Array;
  /** Rows of the group in hand. */
  #rows = 0;
  #texts: string[] = [];

  /**
   * @param name of the column
   * @param options.rows most rows of a group
   * @param options.isOptional true if a row may have no text
   */
  constructor(name: string, { rows, isOptional }: { readonly rows: number; readonly isOptional: boolean }) {
    this.#name = name;
    this.#isOptional = isOptional;
    this.#numbers = new Uint8Array(rows);
  }

  /**
   * Adds a row to the group.
   *
   * @param text null for none, in an optional column
   * @throws RangeError if the group has more than 255 different texts
   */
  add(text: string | null): void {
    this.#numbers[this.#rows++] = text === null ? NO_TEXT : this.#numberOf(text);
  }

  #numberOf(text: string): number {
    const number = this.#texts.indexOf(text);
    if (number >= 0) return number;
    if (this.#texts.length === NO_TEXT) throw new RangeError(`${this.#name} has too many different texts`);
    return this.#texts.push(text) - 1;
  }

  /** Writes the rows that were added, and begins the next group. */
  write({ writer }: Pick<ParquetWriter, 'writer'>): WrittenColumn {
    const rows = this.#numbers.subarray(0, this.#rows);
    const levels = new ByteWriter();
    if (this.#isOptional)
      writeRleBitPackedHybrid(
        levels,
        rows.map((number) => (number === NO_TEXT ? 0 : 1)),
        1,
      );
    const numbers = rows.includes(NO_TEXT) ? rows.filter((number) => number !== NO_TEXT) : rows;
    const width = bitWidth(this.#texts.length);
    const page = new ByteWriter();
    page.appendUint8(width);
    writeRleBitPackedHybrid(page, numbers, width);

    const start = writer.offset;
    const dictionaryBytes = writeDictionaryPage(writer, this.#texts);
    const dataStart = writer.offset;
    const dataBytes = writePage(writer, {
      encoding: 'RLE_DICTIONARY',
      rows: rows.length,
      nulls: rows.length - numbers.length,
      levels: levels.getBytes(),
      values: page.getBytes(),
      isCompressed: true,
    });
    this.#rows = 0;
    this.#texts = [];
    return {
      chunk: {
        meta_data: {
          type: 'BYTE_ARRAY',
          encodings: ['PLAIN', 'RLE_DICTIONARY'],
          path_in_schema: [this.#name],
          codec: 'ZSTD',
          num_values: BigInt(rows.length),
          total_compressed_size: BigInt(writer.offset - start),
          total_uncompressed_size: BigInt(dictionaryBytes + dataBytes),
          data_page_offset: BigInt(dataStart),
          dictionary_page_offset: BigInt(start),
        },
        file_offset: BigInt(start),
      },
    };
  }
}

/** Returns the bits that numbers below `count` take. */
function bitWidth(count: number): number {
  return count < 2 ? 0 : 32 - Math.clz32(count - 1);
}
