import type { Notes } from './correction-notes.ts';
import { compareByLength, type RowIds } from './row-ids.ts';
import { type TextMemory, TextReader } from './text-store.ts';

/** Whether a row is published rather than another of the same text and label with other kept columns. */
export type KeptOrder = (a: KeptRow, b: KeptRow, isCorrection: boolean) => boolean;

interface KeptRow {
  readonly serial: number;
  /** Number of its values. */
  readonly value: number;
}

/**
 * An order that does not depend on the order in which the database gives rows: the newest correction where times decide,
 * then the lowest id, shorter ones first, then the lowest values.
 *
 * @param times when corrections were made; null where that decides nothing
 * @param memory what the numbers of values stand for
 */
export function keptOrder(ids: RowIds, times: Pick<Notes, 'timeOf'> | null, memory: TextMemory): KeptOrder {
  const values = new TextReader(memory);
  return (a, b, isCorrection) => {
    if (isCorrection && times !== null) {
      const [timeA, timeB] = [times.timeOf(a.serial), times.timeOf(b.serial)];
      if (timeA !== timeB) return timeA > timeB;
    }
    const byId = compareByLength(ids.bytesOf(a.serial), ids.bytesOf(b.serial));
    return (byId === 0 ? compareByLength(values.at(a.value), values.at(b.value)) : byId) < 0;
  };
}
