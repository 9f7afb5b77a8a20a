import { type Probes, probeKey } from './database-rows.ts';
import { droppedRows } from './read-report.ts';
import { wrongShard } from './shard-file.ts';

/** Reasons for which a usable row may be listed as dropped. */
const REASONS: readonly unknown[] = ['conflict', 'outvoted'];
const OTHER_CLASS = 1;
const FOUND = 2;

/** Looks for rows that were read here too in the output of Spark. */
export class ProbeCheck {
  readonly #probes: Probes;
  /** Probes by the upper half of their ranks. */
  readonly #byRank = new Map<number, number[]>();
  /** What was found for each probe. */
  readonly #states: Uint8Array;

  constructor(probes: Probes) {
    this.#probes = probes;
    this.#states = new Uint8Array(probes.keys.length);
    for (const [probe, high] of probes.high.entries()) {
      const others = this.#byRank.get(high);
      if (others === undefined) this.#byRank.set(high, [probe]);
      else others.push(probe);
    }
  }

  /** Takes a row that is published. @returns what is wrong with it, null if nothing is */
  problemOf({
    rankHigh,
    rankLow,
    classId,
  }: {
    rankHigh: number;
    rankLow: number;
    classId: number;
  }): string | null {
    let isKnown = false;
    let isClass = false;
    for (const probe of this.#byRank.get(rankHigh) ?? []) {
      if (this.#probes.low[probe] !== rankLow) continue;
      isKnown = true;
      const isSame = this.#probes.classIds[probe] === classId;
      isClass ||= isSame;
      this.#states[probe] = isSame ? FOUND : OTHER_CLASS;
    }
    if (!this.#probes.isComplete) return null;
    if (!isKnown) return 'has a text that the database does not have';
    return isClass ? null : 'has a class that its text does not have in the database';
  }

  /**
   * Looks for the rows that were not found among those listed as dropped.
   *
   * @param folder of the list
   * @param files files of the list, in the order of its rows
   * @throws Error for a row that is neither published with its class nor listed
   */
  async end(folder: string, files: readonly string[]): Promise<void> {
    const { keys } = this.#probes;
    const missing = new Map<string, number>();
    for (const [probe, key] of keys.entries()) if (this.#states[probe] !== FOUND) missing.set(key, probe);
    if (missing.size === 0) return;
    for await (const { id, source, reason } of droppedRows(files)) {
      const key = probeKey(String(source), String(id ?? ''));
      const probe = missing.get(key);
      if (probe !== undefined && REASONS.includes(reason) && this.#mayBeDisputed(probe)) missing.delete(key);
    }
    if (missing.size === 0) return;
    throw wrongShard(
      folder,
      `${missing.size} of the ${keys.length} rows that were read from the database too are not listed, and are not published with their class`,
    );
  }

  /** False if all rows are known, and none has the text with another class. */
  #mayBeDisputed(probe: number): boolean {
    const { isComplete, high, low, classIds } = this.#probes;
    const others = this.#byRank.get(high[probe]) ?? [];
    return (
      !isComplete || others.some((other) => low[other] === low[probe] && classIds[other] !== classIds[probe])
    );
  }
}
