/** Shards stay below this many bytes of data, as `datasets` counts them (its `MAX_SHARD_SIZE`, 500 MB). */
const MAX_SHARD_BYTES = 500_000_000;
/** Small enough that the Hub's viewer, which reads whole row groups, shows a page of rows quickly. */
const ROW_GROUP_ROWS = 20_000;
const ROW_GROUP_BYTES = 32 << 20;
/** While a row group is written, each value of its lists takes some 30 bytes of memory. */
const ROW_GROUP_VALUES = 1_000_000;

/** Cuts the rows of a split into shards, and those into row groups; a larger single row is one of its own. */
export class ShardPlan {
  /** How many rows each row group of each shard has. */
  readonly shards: number[][] = [[0]];
  readonly #maxShardBytes: number;
  readonly #mostGroupRows: number;
  #shardBytes = 0;
  #groupBytes = 0;
  #groupRows = 0;

  /**
   * @param maxShardBytes bytes of data, as `datasets` counts them
   * @param rowValues values of a list that every row has
   */
  constructor(maxShardBytes = MAX_SHARD_BYTES, rowValues = 1) {
    this.#maxShardBytes = maxShardBytes;
    this.#mostGroupRows = Math.min(ROW_GROUP_ROWS, Math.ceil(ROW_GROUP_VALUES / rowValues));
  }

  /** Places the next row. @param bytes those of its data, as `datasets` counts them */
  add(bytes: number): void {
    if (this.#shardBytes > 0 && this.#shardBytes + bytes > this.#maxShardBytes) {
      this.shards.push([]);
      this.#shardBytes = 0;
      this.#beginGroup();
    } else if (
      this.#groupRows === this.#mostGroupRows ||
      (this.#groupRows > 0 && this.#groupBytes + bytes > ROW_GROUP_BYTES)
    ) {
      this.#beginGroup();
    }
    const groups = this.shards[this.shards.length - 1];
    groups[groups.length - 1] = ++this.#groupRows;
    this.#groupBytes += bytes;
    this.#shardBytes += bytes;
  }

  #beginGroup(): void {
    this.shards[this.shards.length - 1].push(0);
    this.#groupRows = 0;
    this.#groupBytes = 0;
  }
}
