import { type DatasetShape, isGrouped, type RowLayout } from '../../model/shape.ts';
import { rolesOf, TASKS } from '../../model/tasks.ts';
import type { Rank } from './group-ranks.ts';
import { splitIdentity } from './identity.ts';
import { TextRanker } from './rank.ts';
import type { Fields } from './shared-identity.ts';

/** The part of an identity that decides the split of a row without a group: all of it, or one of its texts. */
export class SplitPart {
  readonly #texts: number;
  /** Position of the text among the others; -1 for all of them. */
  readonly #position: number;

  constructor({ task, texts }: Pick<DatasetShape, 'task' | 'texts'>) {
    const role = TASKS[task].splitRole;
    this.#texts = texts.length;
    this.#position = role === null ? -1 : rolesOf(task).indexOf(role);
  }

  /** @param identity in its folded form */
  of(identity: Uint8Array): Uint8Array {
    return this.#position === -1 ? identity : splitIdentity(identity, this.#texts)[this.#position];
  }
}

/** Ranks rows by what decides their splits instead of all their texts: their groups, or one of their texts. */
export class SplitKeys {
  readonly #ranker: TextRanker;
  readonly #part: SplitPart;
  readonly #group: number | null;

  private constructor(shape: DatasetShape, { group }: Pick<RowLayout, 'group'>, seed: number) {
    this.#ranker = new TextRanker(seed);
    this.#part = new SplitPart(shape);
    this.#group = group;
  }

  /** Returns null where all texts of a row decide its split. */
  static open(shape: DatasetShape, layout: Pick<RowLayout, 'group'>, seed: number): SplitKeys | null {
    return isGrouped(shape, layout) ? new SplitKeys(shape, layout, seed) : null;
  }

  /**
   * @param identity of the row in its folded form, which decides where the row has no group
   * @returns its rank, valid until the next call
   */
  rankOf(row: Fields, identity: Uint8Array): Rank {
    const group = this.#group === null ? null : row[this.#group];
    this.#ranker.rank(group ?? this.#part.of(identity));
    return this.#ranker;
  }
}
