import type { Edit } from './map-offsets.ts';

/** The text of a row as it was read, and as it is published. */
export interface RowText {
  /** Which of its two answers the row chose, in the order of their bytes: 0 for the first, 1 for the second. */
  readonly choice: number;
  /** UTF-8 bytes before cleaning. */
  readonly source: Uint8Array;
  /** UTF-8 bytes. */
  readonly published: Uint8Array;
  /** What was replaced in the cleaned text, in bytes and in order. */
  readonly redactions: readonly Edit[];
}
