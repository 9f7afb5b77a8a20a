import type { RankBound } from '../model/rows.ts';
import type { Selection } from '../model/selection.ts';
import type { RowLayout } from '../model/shape.ts';
import {
  type Cutting,
  cutConditions,
  cuttableRows,
  type SampleBound,
  tiedRows,
} from '../postgres/cut-queries.ts';
import { rowSecuritySetting } from '../postgres/session-settings.ts';
import type { MeasuredRead } from './measure-reads.ts';

/** How Spark reaches the snapshot; the password is passed separately. */
export interface SparkDatabase {
  /** `jdbc:postgresql://…`, without user and password. */
  readonly url: string;
  readonly user: string;
  /** SQL that makes a session join the snapshot, before anything is read. */
  readonly sessionStart: string;
  /**
   * Rows that the driver fetches at once; above 0, because otherwise the driver ends the transaction after each
   * statement.
   */
  readonly fetchSize: number;
  /** Largest number of simultaneous connections. */
  readonly connections: number;
}

/** Rows to read, in parts: each a condition on the table's column `cut`. */
export interface PlannedTable {
  /** A SELECT. */
  readonly sql: string;
  readonly parts: readonly string[];
}

/** What spark/prepare.py does for a dataset. Fields are names of columns, all of them texts. */
export interface PlannedDataset {
  readonly name: string;
  /** Fields of the texts, and the names of their columns. */
  readonly texts: readonly { readonly field: string; readonly column: string }[];
  readonly label: { readonly field: string; readonly column: string };
  readonly classNames: readonly string[];
  readonly id: string;
  readonly group: string | null;
  readonly predicted: string | null;
  /** Seconds since 1970 of a correction. */
  readonly time: string | null;
  /** SQL of settings of this dataset's sessions, which follows `sessionStart`. */
  readonly sessionSettings: string;
  /** The last second since 1970 that does not count as future; null without {@link time}. */
  readonly timeUntil: number | null;
  readonly seed: number;
  /** Ranks below these are test, and eval: 16 hexadecimal digits. */
  readonly testBelow: string;
  readonly evalBelow: string;
  readonly corrections: readonly PlannedTable[];
  readonly confirmed: readonly PlannedTable[];
}

/** The plan for spark/prepare.py, as JSON; it holds no secret. */
export interface SparkPlan {
  readonly version: 2;
  readonly database: SparkDatabase;
  readonly datasets: readonly PlannedDataset[];
}

/** Plans the reading and preparing of datasets for which `sparkProblems` finds no problem. */
export function buildSparkPlan(database: SparkDatabase, reads: readonly MeasuredRead[]): SparkPlan {
  return { version: 2, database, datasets: reads.map(planDataset) };
}

/** Plans the reading and preparing of one dataset. */
export function planDataset({ read, corrections, confirmed }: MeasuredRead): PlannedDataset {
  const { shape, layout, fractions, seed } = read;
  const isConfirmed = read.confirmed !== null && confirmed !== null;
  return {
    name: shape.name,
    texts: shape.texts.map(({ name }, index) => ({ field: fieldName(layout.texts[index]), column: name })),
    label: { field: fieldName(layout.values[0]), column: shape.values[0].name },
    classNames: shape.classNames,
    id: fieldName(layout.id),
    group: layout.group === null ? null : fieldName(layout.group),
    predicted: layout.predicted === null ? null : fieldName(layout.predicted),
    ...timeOf(layout),
    sessionSettings: `SET LOCAL ${rowSecuritySetting(read.corrections.origin.source.rowSecurity ?? 'strict')}`,
    seed,
    testBelow: digitsOf(fractions.testBelow),
    evalBelow: digitsOf(fractions.evalBelow),
    corrections: tablesOf(read.corrections, { seed, cutting: corrections, bound: null }),
    confirmed: isConfirmed ? tablesOf(read.confirmed, { seed, ...confirmed }) : [],
  };
}

function timeOf({ time }: RowLayout): Pick<PlannedDataset, 'time' | 'timeUntil'> {
  return time?.isInstant === true
    ? { time: fieldName(time.field), timeUntil: time.until }
    : { time: null, timeUntil: null };
}

function tablesOf(
  selection: Selection,
  { seed, cutting, bound }: { seed: number; cutting: Cutting; bound: SampleBound | null },
): PlannedTable[] {
  const tied = tiedRows(selection, seed, bound);
  return [
    { sql: cuttableRows(selection, cutting, { seed, bound }), parts: cutConditions(cutting) },
    ...(tied === null ? [] : [{ sql: tied, parts: ['true'] }]),
  ];
}

function fieldName(field: number): string {
  return `field_${field}`;
}

/** Returns sixteen digits, which as texts compare like the numbers; a bound beyond all ranks becomes the last rank. */
function digitsOf({ high, low }: RankBound): string {
  const bound = (BigInt(high) << 32n) | BigInt(low);
  const last = 2n ** 64n - 1n;
  return (bound > last ? last : bound).toString(16).padStart(16, '0');
}

/** SELECT of the number of sessions that the role may have at once, -1 for any number. */
export const CONNECTIONS_QUERY =
  'SELECT rolconnlimit::pg_catalog.text FROM pg_catalog.pg_roles WHERE rolname OPERATOR(pg_catalog.=) CURRENT_USER';

const MOST_CONNECTIONS = 16;

/**
 * Returns the largest number of connections for Spark: one is needed here.
 *
 * @param limit result of {@link CONNECTIONS_QUERY}
 */
export function connectionsOf(limit: string | null): number {
  const most = Number(limit ?? -1);
  return most < 0 ? MOST_CONNECTIONS : Math.max(1, Math.min(MOST_CONNECTIONS, most - 1));
}
