import { writtenCleaning } from '../model/cleaning.ts';
import { PII_KINDS, type PiiKind } from '../model/trust.ts';
import { PII_NAMES } from '../pii/pii-words.ts';
import { counted } from '../text/markdown.ts';
import type { PreviousVersion } from './metadata.ts';
import {
  areCleanedAlike,
  areSameShares,
  cleaningBefore,
  type RecordedRules,
  type SplitRules,
} from './split-rules.ts';

/** The rules of a version that would be published, and how many of its rows they concern. */
export interface CurrentRules {
  readonly rules: SplitRules;
  /** True if texts keep their splits: if a group decides, only the row index of the last version records them. */
  readonly areTextsKnown: boolean;
  /** Rows read whose published text differs from the form that is compared. */
  readonly foldedRows: number;
  /** Rows in which each kind was redacted. */
  readonly redactedRows: Readonly<Partial<Record<PiiKind, number>>>;
}

/** What moves rows between splits since an earlier version. */
export interface SplitChanges {
  /** Clauses, such as `random-state changed from 42 to 7`; empty if nothing moves a row. */
  readonly changes: readonly string[];
  /** Rows whose texts are redacted or compared differently; null if another change moves rows too. */
  readonly changedTexts: number | null;
  /** Names of the settings that the earlier version does not record. */
  readonly unknown: readonly string[];
}

/** Finds what moves rows between splits. A setting that the earlier version does not record counts as the same. */
export function findSplitChanges(
  before: RecordedRules,
  current: Omit<CurrentRules, 'areTextsKnown'>,
): SplitChanges {
  const { rules } = current;
  const settings = settingChanges(before, rules);
  const redaction = redactionChanges(before, current);
  const folding = foldingChanges(before, current);
  const rows = Math.max(0, ...redaction.map((change) => change.rows)) + (folding[0]?.rows ?? 0);
  const recorded = { 'random-state': before.seed, split: before.shares, 'split-method': before.method };
  return {
    changes: [...settings, ...[...redaction, ...folding].map(({ text }) => text)],
    changedTexts: settings.length > 0 ? null : rows,
    unknown: Object.entries({ ...recorded, group: before.group })
      .filter(([, value]) => value === undefined)
      .map(([name]) => name),
  };
}

function settingChanges(before: RecordedRules, now: SplitRules): string[] {
  const changes: string[] = [];
  if (before.seed !== undefined && before.seed !== now.seed)
    changes.push(`random-state changed from ${before.seed} to ${now.seed}`);
  if (before.shares !== undefined && !areSameShares(before.shares, now.shares))
    changes.push(`split changed from ${before.shares} to ${now.shares}`);
  if (before.method !== undefined && before.method !== now.method)
    changes.push(`split-method changed from ${before.method} to ${now.method}`);
  if (before.group !== undefined && before.group !== now.group)
    changes.push(`the group ${groupChange(before.group, now.group)}`);
  else if (now.group === null && before.role !== now.role)
    changes.push(
      now.role === null
        ? `rows are split by all their texts and no longer by their ${before.role} alone`
        : `rows are split by their ${now.role} alone and no longer by all their texts`,
    );
  if (!areCleanedAlike(before, now)) {
    const [cleaned, cleans] = [cleaningBefore(before, now), now.clean].map(writtenCleaning);
    const only = before.clean === undefined ? ', the only way up to 1.6 and kept by clean: python,' : '';
    changes.push(`clean changed from ${cleaned}${only} to ${cleans}`);
  }
  return changes;
}

function groupChange(before: string | null, now: string | null): string {
  if (now === null) return 'was dropped';
  return before === null ? 'was added' : 'is another column';
}

/** A change of the texts that are the keys of rows. */
interface TextChange {
  readonly text: string;
  readonly rows: number;
}

/** Returns a clause if texts are compared in another form, and if that concerns a row of one of the two versions. */
function foldingChanges(
  before: RecordedRules,
  { rules: now, foldedRows }: Pick<CurrentRules, 'rules' | 'foldedRows'>,
): TextChange[] {
  if (before.folded === now.folded || now.group !== null) return [];
  const rows = now.folded ? foldedRows : before.foldedRows;
  if (rows === 0) return [];
  const how = now.folded ? 'now' : 'no longer';
  return [
    {
      text: `texts that differ only in Unicode form, line breaks or invisible characters (${counted(rows, 'row')}) ${how} count as the same`,
      rows,
    },
  ];
}

/** Returns changes of what is redacted, as far as they concern a row of one of the two versions. */
function redactionChanges(
  before: RecordedRules,
  { rules: now, redactedRows }: Pick<CurrentRules, 'rules' | 'redactedRows'>,
) {
  const changes: TextChange[] = [];
  for (const kind of PII_KINDS) {
    const [was, is] = [before.redacted, now.redacted].map((found) => found?.kinds.includes(kind) ?? false);
    const rows = Math.max(is ? (redactedRows[kind] ?? 0) : 0, was ? (before.redactedRows[kind] ?? 0) : 0);
    if (rows === 0) continue;
    const about = `${PII_NAMES[kind]} (${counted(rows, 'row')})`;
    if (was !== is) changes.push({ text: `${about} ${is ? 'are' : 'are no longer'} redacted`, rows });
    else if (areFoundOtherwise(kind, before.redacted!, now.redacted!))
      changes.push({ text: `${about} are recognised by other rules`, rows });
  }
  return changes;
}

function areFoundOtherwise(
  kind: PiiKind,
  before: NonNullable<RecordedRules['redacted']>,
  now: NonNullable<SplitRules['redacted']>,
): boolean {
  const isOtherRegion = kind === 'phone' && before.region !== undefined && before.region !== now.region;
  return before.rules !== now.rules || isOtherRegion;
}

/** True if a row has the same rank in an earlier version, so that rows of both can be compared. */
export function haveSameRanks(before: RecordedRules, current: CurrentRules): boolean {
  const { rules } = current;
  return (
    before.seed === rules.seed &&
    areCleanedAlike(before, rules) &&
    redactionChanges(before, current).length === 0 &&
    foldingChanges(before, current).length === 0
  );
}

/** Returns whether rows of two versions have the same ranks, by what both record, and whether these order their files. */
export function haveComparableRows(before: RecordedRules, now: RecordedRules): boolean {
  const [a, b] = [before, now].map(({ seed, clean, folded, redacted }) =>
    JSON.stringify([seed, clean, folded, redacted]),
  );
  return a === b && before.method === 'stable' && now.method === 'stable';
}

/**
 * Returns the tag of the first version whose splits are comparable with those of a new one: a row of both versions is
 * in the same split of both.
 *
 * @param tag of the new version
 */
export function splitsSinceOf(previous: PreviousVersion | null, current: CurrentRules, tag: string): string {
  // Up to 1.0.0, which did not record its columns, `stable` also used the class to place rows.
  if (previous === null || previous.features === null || current.rules.method === 'sklearn') return tag;
  if (!current.areTextsKnown) return tag;
  const { changes } = findSplitChanges(previous.splitRules, current);
  return changes.length > 0 ? tag : (previous.splitsSince ?? previous.versionTag);
}
