import type { PreparedDataset } from '../engine/prepare.ts';
import type { GateResult } from '../gates/gate.ts';
import { judgeDataset, judgePublished } from '../gates/judge.ts';
import type { TrustSettings } from '../model/trust.ts';
import type { CurrentRules } from '../version/split-changes.ts';
import type { JudgedRepo } from './observe.ts';

/**
 * Judges a dataset by its gates as it would be published in place of what a repo holds. Of content that `main` holds
 * already a person or an earlier run has decided, but for its age.
 */
export function judgeVersion(
  { shape, counts, numSamples, nearDuplicates, splitSizes, movedRows }: PreparedDataset,
  { found, isSame, strayTags, similarRepo }: JudgedRepo,
  how: {
    readonly classRows: readonly number[];
    readonly trust: TrustSettings;
    readonly splits: CurrentRules;
    readonly now: Date;
  },
): GateResult[] {
  const { classRows, trust, splits, now } = how;
  const previous = found?.previous ?? null;
  const facts = { shape, counts, numSamples, classRows, previous, splits, movedRows, strayTags, now };
  if (isSame) return judgePublished({ ...facts, similarRepo: null }, trust);
  const near = nearDuplicates === null ? null : { ...nearDuplicates, testRows: splitSizes.test };
  return judgeDataset({ ...facts, similarRepo, nearDuplicates: near }, trust);
}
