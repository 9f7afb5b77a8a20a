import type { DatasetShape } from '../shape.ts';
import { IdentityReader, type TextProblem } from './identity.ts';
import type { TextIndex } from './text-index.ts';

/** A row as it was read: UTF-8 bytes of its fields, null for NULL. */
export type Fields = readonly (Uint8Array | null)[];

/** The identity of a row, made once for all datasets that have it. */
export class SharedIdentity {
  readonly #reader: IdentityReader;
  readonly #index: TextIndex;
  #identity: Uint8Array | TextProblem | undefined;
  #number: number | undefined;

  constructor(shape: DatasetShape, positions: readonly number[], index: TextIndex) {
    this.#reader = new IdentityReader(shape, positions);
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
