import { type Cleaning, earlierCleaning, orderedSteps, writtenCleaning } from '../model/cleaning.ts';
import type { RankBound, SplitMethod } from '../model/rows.ts';
import { parseSplit } from '../model/split-shares.ts';
import type { Task } from '../model/tasks.ts';
import { PII_KINDS, type PiiKind, type PiiSettings } from '../model/trust.ts';
import type { PiiCounts } from '../pii/counts.ts';
import { PII_RULES } from '../pii/rules.ts';
import { isCount, isRecord } from '../text/json.ts';

/** What is redacted in the texts. */
interface Redaction {
  readonly kinds: readonly PiiKind[];
  /** Country whose phone numbers need no prefix; null for none. */
  readonly region: string | null;
  /** Version of the rules of detection, see {@link PII_RULES}. */
  readonly rules: number;
}

/** What makes the key of a row, beside its texts, in `dataset_metadata.json`. */
export interface SplitKey {
  /** Column of the SELECT whose value decides the split instead of the texts; null if they do. */
  readonly group: string | null;
  /** Role whose text decides the split instead of all texts; null if all do, or the group. */
  readonly role: string | null;
  /** True if texts of the same folded form are the same. */
  readonly folded: boolean;
  /** Null if the texts are published unchanged. */
  readonly redacted: Redaction | null;
  /** How the texts are cleaned. */
  readonly clean: Cleaning;
}

/** All rules that decide the split of a row. */
export interface SplitRules extends SplitKey {
  readonly task: Task;
  readonly seed: number;
  /** Shares as written, `80/10/10`. */
  readonly shares: string;
  readonly method: SplitMethod;
}

/** The rules of an earlier version: a part that its metadata do not record is undefined. */
export interface RecordedRules {
  readonly seed: number | undefined;
  readonly shares: string | undefined;
  readonly method: SplitMethod | undefined;
  readonly group: string | null | undefined;
  /** Before 1.7.0 there was no choice. */
  readonly clean: Cleaning | undefined;
  /** Before 1.7.0 all texts decided. */
  readonly role: string | null;
  readonly folded: boolean;
  /** Rows whose published text differs from the form that is compared. */
  readonly foldedRows: number;
  /** Before 1.5.0 the region was not recorded. */
  readonly redacted: (Omit<Redaction, 'region'> & { readonly region: string | null | undefined }) | null;
  /** Rows in which each kind was found. */
  readonly redactedRows: Readonly<Partial<Record<PiiKind, number>>>;
}

/** Rules of 1.3.0 and 1.4.0, which recorded what was found but not the rules. */
const FIRST_PII_RULES = 1;

/** Returns what is redacted by settings; null for nothing. */
export function redactionOf(pii: PiiSettings | null): Redaction | null {
  if (pii?.action !== 'redact') return null;
  return { kinds: pii.find, region: pii.region, rules: PII_RULES };
}

/** Returns the number of rows in which each redacted kind was found; nothing if none is redacted. */
export function redactedRowsOf(pii: PiiCounts | undefined): Partial<Record<PiiKind, number>> {
  if (pii?.action !== 'redact') return {};
  return Object.fromEntries(Object.entries(pii.found).map(([kind, { rows }]) => [kind, rows]));
}

/** Reads the rules of a version from its metadata, of any origin. */
export function parseSplitRules(found: Readonly<Record<string, unknown>>): RecordedRules {
  const parameters = isRecord(found.parameters) ? found.parameters : {};
  const key = isRecord(found.split_key) ? found.split_key : null;
  const { random_state: seed, split, split_method: method } = parameters;
  const quality = isRecord(found.quality) ? found.quality : {};
  const counted = parseCounts(quality.pii);
  return {
    seed: isCount(seed) ? seed : undefined,
    shares: typeof split === 'string' && boundsOf(split) !== null ? split : undefined,
    method: method === 'stable' || method === 'sklearn' ? method : undefined,
    group: key !== null && (key.group === null || typeof key.group === 'string') ? key.group : undefined,
    clean: parseCleaning(key?.clean),
    role: typeof key?.role === 'string' ? key.role : null,
    folded: key?.folded === true,
    foldedRows: isCount(quality.folded) ? quality.folded : 0,
    redacted: parseRedaction(key?.redacted) ?? counted.redacted,
    redactedRows: counted.redactedRows,
  };
}

/** Returns how the texts of an earlier version of the same task were cleaned. */
export function cleaningBefore({ clean }: RecordedRules, { task }: Pick<SplitRules, 'task'>): Cleaning {
  return clean ?? earlierCleaning(task);
}

/** Returns whether texts are cleaned as those of an earlier version were. */
export function areCleanedAlike(before: RecordedRules, now: SplitRules): boolean {
  return writtenCleaning(cleaningBefore(before, now)) === writtenCleaning(now.clean);
}

function parseCleaning(value: unknown): Cleaning | undefined {
  if (value === 'none' || value === 'python') return value;
  const steps = Array.isArray(value) ? orderedSteps(value) : [];
  return steps.length > 0 ? steps : undefined;
}

function parseRedaction(value: unknown): Redaction | null {
  if (!isRecord(value)) return null;
  const { kinds, region, rules } = value;
  if (!Array.isArray(kinds) || !isCount(rules)) return null;
  return {
    kinds: PII_KINDS.filter((kind) => kinds.includes(kind)),
    region: typeof region === 'string' ? region : null,
    rules,
  };
}

/** Reads from the counts of a version what was redacted, and in how many rows. */
function parseCounts(pii: unknown): Pick<RecordedRules, 'redacted' | 'redactedRows'> {
  if (!isRecord(pii) || pii.action !== 'redact') return { redacted: null, redactedRows: {} };
  const { found } = pii;
  const kinds = PII_KINDS.filter((kind) => isRecord(found) && isRecord(found[kind]));
  const rowsOf = (kind: PiiKind) => {
    const { rows } = (found as Record<string, Record<string, unknown>>)[kind];
    return isCount(rows) ? rows : 0;
  };
  return {
    redacted: { kinds, region: undefined, rules: FIRST_PII_RULES },
    redactedRows: Object.fromEntries(kinds.map((kind) => [kind, rowsOf(kind)])),
  };
}

/** True if shares that are written differently, such as `80/10/10` and `0.8/0.1/0.1`, are equal. */
export function areSameShares(one: string, other: string): boolean {
  const [a, b] = [boundsOf(one), boundsOf(other)];
  return a !== null && b !== null && isSame(a.testBelow, b.testBelow) && isSame(a.evalBelow, b.evalBelow);
}

/** Returns the ranks at which shares end; null for a malformed text. */
export function boundsOf(shares: string): ReturnType<typeof parseSplit> | null {
  try {
    return parseSplit(shares);
  } catch {
    return null;
  }
}

function isSame(a: RankBound, b: RankBound): boolean {
  return a.high === b.high && a.low === b.low;
}
