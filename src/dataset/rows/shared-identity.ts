import type { PiiReader } from '../pii/pii-reader.ts';
import type { DatasetShape } from '../shape.ts';
import { IdentityReader, type TextProblem } from './identity.ts';
import type { TextIndex } from './text-index.ts';

/** A row as it was read: UTF-8 bytes of its fields, null for NULL. */
export type Fields = readonly (Uint8Array | null)[];

/** The identity of a row, made once for all datasets that have it. */
export class SharedIdentity {
  readonly pii: PiiReader | null;
  readonly #reader: IdentityReader;
  readonly #index: TextIndex;
  #identity: Uint8Array | TextProblem | undefined;
  #number: number | undefined;

  /**
   * @param positions where the texts stand in a row
   * @param pii looks for personal data in the texts; null to look for none
   */
  constructor(
    shape: DatasetShape,
    positions: readonly number[],
    { index, pii }: { index: TextIndex; pii: PiiReader | null },
  ) {
    this.#reader = new IdentityReader(shape, positions, pii);
    this.pii = pii;
    this.#index = index;
  }

  /** Makes ready for the next row. */
  forget(): void {
    this.#identity = undefined;
    this.#number = undefined;
  }

  /** Why the row has no identity, null when it has one. */
  problemOf(row: Fields): TextProblem | null {
    this.#identity ??= this.#reader.read(row);
    return typeof this.#identity === 'string' ? this.#identity : null;
  }

  /** Number of the identity of a row that has one. */
  numberOf(): number {
    this.#number ??= this.#index.numberOf(this.#identity as Uint8Array);
    return this.#number;
  }
}
