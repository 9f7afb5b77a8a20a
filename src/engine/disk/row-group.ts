import { type DatasetShape, hasOnlyClass } from '../../model/shape.ts';
import type { RowGroup } from '../parquet.ts';
import type { SpilledRow } from '../rows/row-spill.ts';
import { StoredRows } from '../rows/stored-rows.ts';
import { TextStore } from '../rows/text-store.ts';
import { ValueUnpacker } from '../rows/value-unpacker.ts';

const NO_RANKS = new Uint32Array();

/** Puts rows together to be written, one group after the other in the same memory. */
export class RowGroupMaker {
  readonly #shape: DatasetShape;
  readonly #texts = new TextStore();
  readonly #values: TextStore | null;
  #classIds: number[] = [];

  constructor(shape: DatasetShape) {
    this.#shape = shape;
    this.#values = hasOnlyClass(shape) ? null : new TextStore();
  }

  /** Makes ready for the next group; the last one must not be used any more. */
  begin(): void {
    this.#texts.clear();
    this.#values?.clear();
    this.#classIds = [];
  }

  add({ text, classId, values }: SpilledRow): void {
    this.#texts.add(text);
    if (this.#values === null) this.#classIds.push(classId);
    else this.#values.add(values!);
  }

  get group(): RowGroup {
    const { length } = this.#texts;
    const numbers = Uint32Array.from({ length }, (_, row) => row);
    const valueMemory = this.#values?.memory ?? null;
    return {
      rows: new StoredRows({
        memory: this.#texts.memory,
        numbers,
        classIds: Uint16Array.from(this.#classIds),
        valueNumbers: valueMemory === null ? null : numbers,
        valueMemory,
        rankHigh: NO_RANKS,
        rankLow: NO_RANKS,
      }),
      group: numbers,
      values: valueMemory === null ? null : new ValueUnpacker(this.#shape, valueMemory),
    };
  }
}
