import type { RowSource } from '../../model/rows.ts';
import type { Arbiter } from './arbiter.ts';
import { NEVER, type Notes, UNNAMED } from './correction-notes.ts';
import type { Rank } from './group-ranks.ts';
import { ItemJudge, type ItemRow } from './item-judge.ts';
import { NO_ITEM, type RowItems } from './row-items.ts';
import type { RowList } from './row-list.ts';
import { Verdicts } from './verdicts.ts';

/** The rows of a dataset that are in memory. */
interface JudgedRows {
  readonly items: RowItems;
  /** The usable ones. */
  readonly list: RowList;
  /** Serial numbers of the corrections that were dropped when they were read. */
  readonly droppedCorrections: readonly number[];
  /** Gives the rank of a text by its number. */
  readonly textOf: (number: number) => Rank;
  /** Gives the label of values by their number. */
  readonly labelOf: (value: number) => number;
  /** Who made corrections, and when; null where that is not known. */
  readonly notes: Notes | null;
}

/** Decides which rows count by their ids. @param arbiter decides on ids whose corrections have several texts */
export function judgeItems(rows: JudgedRows, arbiter: Arbiter | null): Verdicts {
  const { items, list, droppedCorrections } = rows;
  const verdicts = new Verdicts(items.length);
  const judge = new ItemJudge(arbiter, verdicts);
  const serialOf = (entry: number) =>
    entry < list.length ? list.serialOf(entry) : droppedCorrections[entry - list.length];
  const itemOf = (entry: number) => items.itemOf(serialOf(entry));
  const entries = list.length + droppedCorrections.length;
  const isRepeated = repeatedItems(entries, itemOf, items.end);
  const repeated = numbersBelow(entries, (entry) => isRepeated[itemOf(entry)] > 1);
  repeated.sort((a, b) => itemOf(a) - itemOf(b) || serialOf(a) - serialOf(b));
  for (let start = 0; start < repeated.length; ) {
    let end = start + 1;
    while (end < repeated.length && itemOf(repeated[end]) === itemOf(repeated[start])) end++;
    judge.judge(Array.from(repeated.subarray(start, end), (entry) => itemRow(rows, entry, serialOf(entry))));
    start = end;
  }
  return verdicts;
}

/** By the number of an item: 2 if several rows have it. */
function repeatedItems(entries: number, itemOf: (entry: number) => number, end: number): Uint8Array {
  const seen = new Uint8Array(end);
  for (let entry = 0; entry < entries; entry++) {
    const item = itemOf(entry);
    if (item !== NO_ITEM && seen[item] < 2) seen[item]++;
  }
  return seen;
}

function numbersBelow(end: number, isMeant: (number: number) => boolean): Uint32Array {
  let count = 0;
  for (let number = 0; number < end; number++) if (isMeant(number)) count++;
  const numbers = new Uint32Array(count);
  for (let number = 0, place = 0; number < end; number++) if (isMeant(number)) numbers[place++] = number;
  return numbers;
}

const NO_TEXT: Rank = { high: 0, low: 0 };

function itemRow({ list, textOf, labelOf, notes }: JudgedRows, entry: number, serial: number): ItemRow {
  if (entry >= list.length) {
    const nothing = { text: NO_TEXT, label: 0, annotator: UNNAMED, time: NEVER };
    return { serial, source: 'corrections', isUsable: false, ...nothing };
  }
  const source: RowSource = list.sourceOf(entry);
  const isNoted = notes !== null && source === 'corrections';
  return {
    serial,
    source,
    isUsable: true,
    text: textOf(list.numberOf(entry)),
    label: labelOf(list.valueOf(entry)),
    annotator: isNoted ? notes.annotatorOf(serial) : UNNAMED,
    time: isNoted ? notes.timeOf(serial) : NEVER,
  };
}
