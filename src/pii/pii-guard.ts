import { COLUMN_TYPES, type DatasetShape } from '../model/shape.ts';
import type { PiiSettings } from '../model/trust.ts';
import { parseJson } from '../text/json.ts';
import { type PiiCounts, PiiTally } from './counts.ts';
import type { PiiReader } from './pii-reader.ts';

/** A row as it was read: UTF-8 bytes of its fields, null for NULL. */
type Fields = readonly (Uint8Array | null)[];

/** Searches the kept columns of a dataset's rows for personal data, and counts the personal data of whole rows. */
export class PiiGuard {
  readonly #tally: PiiTally;
  readonly #texts: PiiReader;
  readonly #kept: PiiReader;
  readonly #columns: readonly { readonly position: number; readonly isList: boolean }[];
  readonly #drops: boolean;

  /**
   * @param texts what looked for it in the texts of a row
   * @param kept looks for it in the columns that are kept
   * @param positions positions of the values in a row
   */
  constructor(
    settings: PiiSettings,
    { texts, kept }: { texts: PiiReader; kept: PiiReader },
    { values }: Pick<DatasetShape, 'values'>,
    positions: readonly number[],
  ) {
    this.#tally = new PiiTally(settings);
    this.#texts = texts;
    this.#kept = kept;
    this.#columns = values.flatMap(({ type }, index) => {
      const { searched } = COLUMN_TYPES[type];
      return searched === null ? [] : [{ position: positions[index], isList: searched === 'texts' }];
    });
    this.#drops = settings.action === 'drop';
  }

  /** Looks at the columns of a row whose texts were looked at. @returns the row as it may be published */
  read(row: Fields): Fields {
    this.#kept.begin();
    let published: (Uint8Array | null)[] | null = null;
    for (const { position, isList } of this.#columns) {
      const field = row[position];
      if (field === null) continue;
      const left = isList ? readList(field, this.#kept) : this.#kept.read(field);
      if (left === field) continue;
      published ??= [...row];
      published[position] = left.slice();
    }
    return published ?? row;
  }

  /** True if the last row must be left out. */
  get isRejected(): boolean {
    return this.#drops && this.#hasFound;
  }

  /** Counts the personal data of the last row. */
  count(): void {
    if (this.#hasFound) this.#tally.addRow([this.#texts.finds, this.#kept.finds]);
  }

  counts(): PiiCounts {
    return this.#tally.counts();
  }

  get #hasFound(): boolean {
    return this.#texts.hasFound || this.#kept.hasFound;
  }
}

/** @returns the list itself if nothing has changed, or if it is not a list */
function readList(json: Uint8Array, reader: PiiReader): Uint8Array {
  const texts = parseJson(json);
  if (!Array.isArray(texts)) return json;
  const left = texts.map((text) => (typeof text === 'string' ? reader.readText(text) : text));
  return left.some((text, index) => text !== texts[index]) ? Buffer.from(JSON.stringify(left)) : json;
}
