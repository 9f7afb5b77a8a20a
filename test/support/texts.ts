import { createHash } from 'node:crypto';
import type { DatasetRows } from '../../src/engine/dataset-rows.ts';

/** Rows as the dataset stages hand them on, from texts and class ids. */
export function labelledTexts(
  rows: readonly (readonly [text: string, classId: number])[],
  seed = 42,
): DatasetRows {
  const bytes = rows.map(([text]) => Buffer.from(text));
  const ranks = bytes.map((text) => createHash('sha256').update(`${seed}:`).update(text).digest());
  const rankHigh = Uint32Array.from(ranks, (rank) => rank.readUInt32BE(0));
  const rankLow = Uint32Array.from(ranks, (rank) => rank.readUInt32BE(4));
  return {
    length: rows.length,
    textAt: (row) => bytes[row],
    copyText: (row, target, position) => target.set(bytes[row], position),
    copySketch: () => false,
    copyConfidence: () => false,
    byteLengthAt: (row) => bytes[row].length,
    classIds: Uint16Array.from(rows, ([, classId]) => classId),
    valueNumbers: null,
    valueMemory: null,
    rankHigh,
    rankLow,
    textRanks: { rankHigh, rankLow },
    origins: new Uint8Array(rows.length),
  };
}
