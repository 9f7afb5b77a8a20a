/** Receives one row; the fields are views, and the array is reused, so neither is valid after the call. */
export type CopyRowHandler = (fields: readonly (Uint8Array | null)[]) => void;

/** The received bytes are not PostgreSQL's binary COPY format, or are incomplete. */
export class CopyFormatError extends Error {
  override readonly name = 'CopyFormatError';
}

const SIGNATURE = Uint8Array.of(0x50, 0x47, 0x43, 0x4f, 0x50, 0x59, 0x0a, 0xff, 0x0d, 0x0a, 0x00);
const FIXED_HEADER_BYTES = SIGNATURE.length + 8;
const CRITICAL_FLAGS = 0xffff_0000;
const TRAILER_FIELD_COUNT = -1;
const NULL_LENGTH = -1;
// PostgreSQL's own limit of a field, 1 GB, here also of the header extension.
const MAX_FIELD_BYTES = 0x3fff_ffff;

/**
 * Decodes PostgreSQL's binary COPY format from chunks that are split anywhere: a header, tuples, a trailer
 * (https://www.postgresql.org/docs/current/sql-copy.html#id-1.9.3.55.9.4). A tuple within one chunk is passed on as
 * views of it; one that spans chunks is joined first, in time linear in its length.
 */
export class CopyDecoder {
  readonly #columnCount: number;
  readonly #onRow: CopyRowHandler;
  readonly #fields: (Uint8Array | null)[];
  #rows = 0;
  #state: 'header' | 'tuples' | 'ended' = 'header';
  /** First `#partialLength` bytes: the beginning of a header or tuple whose end has not arrived. */
  #partial = new Uint8Array(1024);
  #partialLength = 0;

  /**
   * @param columnCount columns every row must have
   * @param onRow called once per row, in order; what it throws passes through `push`
   */
  constructor(columnCount: number, onRow: CopyRowHandler) {
    this.#columnCount = columnCount;
    this.#onRow = onRow;
    this.#fields = new Array(columnCount).fill(null);
  }

  /** Rows so far. */
  get rows(): number {
    return this.#rows;
  }

  /** Takes the next bytes. @throws CopyFormatError, after which the decoder must not be used */
  push(data: Uint8Array): void {
    // Views of a Buffer cost several times those of a plain array.
    const chunk = new Uint8Array(data.buffer, data.byteOffset, data.length);
    let offset = this.#completePartial(chunk);
    while (offset < chunk.length) {
      const end = this.#readUnit(chunk, offset, chunk.length);
      if (end > chunk.length) {
        this.#keep(chunk, offset, chunk.length);
        return;
      }
      offset = end;
    }
  }

  /** Ends the input. @returns the number of rows. @throws CopyFormatError if the trailer has not arrived */
  end(): number {
    if (this.#state !== 'ended') throw new CopyFormatError(`the data ends early, after ${this.#rows} rows`);
    return this.#rows;
  }

  /** Adds to the partial unit exactly the bytes that it lacks. @returns the offset of the first byte not used */
  #completePartial(chunk: Uint8Array): number {
    let offset = 0;
    while (this.#partialLength > 0) {
      const end = this.#readUnit(this.#partial, 0, this.#partialLength);
      if (end === this.#partialLength) {
        this.#partialLength = 0;
      } else {
        if (offset === chunk.length) break;
        const next = Math.min(chunk.length, offset + end - this.#partialLength);
        this.#keep(chunk, offset, next);
        offset = next;
      }
    }
    return offset;
  }

  #keep(chunk: Uint8Array, from: number, to: number): void {
    const length = this.#partialLength + to - from;
    if (length > this.#partial.length) {
      const larger = new Uint8Array(Math.max(length, 2 * this.#partial.length));
      larger.set(this.#partial.subarray(0, this.#partialLength));
      this.#partial = larger;
    }
    this.#partial.set(chunk.subarray(from, to), this.#partialLength);
    this.#partialLength = length;
  }

  /**
   * Reads the header, tuple or trailer at `offset`.
   *
   * @returns where it ends; beyond `available` if it is incomplete, as far as that is known without the missing bytes
   */
  #readUnit(bytes: Uint8Array, offset: number, available: number): number {
    switch (this.#state) {
      case 'header':
        return this.#readHeader(bytes, offset, available);
      case 'tuples':
        return this.#readTuple(bytes, offset, available);
      case 'ended':
        throw new CopyFormatError('there is data after the trailer');
    }
  }

  #readHeader(bytes: Uint8Array, offset: number, available: number): number {
    const signatureBytes = Math.min(SIGNATURE.length, available - offset);
    for (let i = 0; i < signatureBytes; i++) {
      if (bytes[offset + i] !== SIGNATURE[i])
        throw new CopyFormatError('it does not begin with the signature');
    }
    const fixedEnd = offset + FIXED_HEADER_BYTES;
    if (fixedEnd > available) return fixedEnd;
    if (readInt32(bytes, fixedEnd - 8) & CRITICAL_FLAGS) {
      throw new CopyFormatError('the header has a flag this reader does not know');
    }
    const extensionBytes = readInt32(bytes, fixedEnd - 4);
    if (extensionBytes < 0 || extensionBytes > MAX_FIELD_BYTES) {
      throw new CopyFormatError(`the header extension has the length ${extensionBytes}`);
    }
    const end = fixedEnd + extensionBytes;
    if (end <= available) this.#state = 'tuples';
    return end;
  }

  #readTuple(bytes: Uint8Array, start: number, available: number): number {
    let offset = start + 2;
    if (offset > available) return offset;
    const fieldCount = ((bytes[start]! << 24) >> 16) | bytes[start + 1]!;
    if (fieldCount === TRAILER_FIELD_COUNT) {
      this.#state = 'ended';
      return offset;
    }
    if (fieldCount !== this.#columnCount) {
      throw new CopyFormatError(
        `row ${this.#rows + 1} has ${fieldCount} fields instead of ${this.#columnCount}`,
      );
    }
    for (let column = 0; column < fieldCount; column++) {
      const fieldStart = offset + 4;
      if (fieldStart > available) return fieldStart;
      const length = readInt32(bytes, offset);
      if (length < NULL_LENGTH || length > MAX_FIELD_BYTES) {
        throw new CopyFormatError(`field ${column + 1} of row ${this.#rows + 1} has the length ${length}`);
      }
      offset = fieldStart + Math.max(length, 0);
      if (offset > available) return offset;
      this.#fields[column] = length === NULL_LENGTH ? null : bytes.subarray(fieldStart, offset);
    }
    this.#rows++;
    this.#onRow(this.#fields);
    return offset;
  }
}

function readInt32(bytes: Uint8Array, offset: number): number {
  return (bytes[offset]! << 24) | (bytes[offset + 1]! << 16) | (bytes[offset + 2]! << 8) | bytes[offset + 3]!;
}
