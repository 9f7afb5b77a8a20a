import type { DatasetReport } from './dataset-report.ts';
import type { Fact, Note } from './fact.ts';
import { classes } from './facts/classes.ts';
import { ending } from './facts/ending.ts';
import { findings, futureCorrections, personalData, policies, unjudged } from './facts/findings.ts';
import { gates } from './facts/gates.ts';
import { predictions } from './facts/predictions.ts';
import { reading } from './facts/reading.ts';
import { rows } from './facts/rows.ts';
import { sourceNotes } from './facts/source-warnings.ts';
import { change, version } from './facts/version.ts';
import { waiting } from './facts/waiting.ts';

/** Who reads of a dataset. */
type Reader = Exclude<keyof Fact, 'finding'>;
type Described<R extends Reader> = ReturnType<NonNullable<Fact[R]>>[number];
/** A report, and what else is to be known to describe it to a reader. */
type Given<R extends Reader> = Parameters<NonNullable<Fact[R]>>;
type Describe<R extends Reader> = (...given: Given<R>) => readonly Described<R>[];

/** The facts of a dataset that each reader is shown, in their order. */
export const SHOWN: { readonly [R in Reader]: readonly Readonly<Record<R, Describe<R>>>[] } = {
  attention: [gates, ending, personalData],
  head: [predictions],
  summary: [predictions, reading, rows, classes, gates, findings, change, version],
  mail: [ending, gates, version, rows, predictions, findings, classes],
  log: [reading, waiting, rows, predictions, classes, findings, gates, ending],
  issue: [gates],
  notes: [ending, unjudged, rows, predictions, policies, futureCorrections, classes],
  outcome: [ending, rows],
  metrics: [ending, gates, version, rows, waiting, predictions],
};

/** Describes one dataset to a reader. */
export function describeDataset<R extends Reader>(reader: R, ...given: Given<R>): Described<R>[] {
  return describeByFact(reader, [given]);
}

/** Describes datasets to a reader: of each fact first that of one, then that of the next. */
export function describeByFact<R extends Reader>(reader: R, datasets: readonly Given<R>[]): Described<R>[] {
  const facts: readonly Readonly<Record<R, Describe<R>>>[] = SHOWN[reader];
  const described: Described<R>[] = [];
  for (const fact of facts) {
    for (const given of datasets) described.push(...fact[reader](...given));
  }
  return described;
}

/** Describes what of a dataset a person should look at besides how it ended, as warnings. */
export function describeWarnings(report: DatasetReport): Note[] {
  const others = SHOWN.notes.filter((fact) => fact !== ending);
  const notes = [...sourceNotes(report), ...others.flatMap((fact) => fact.notes(report))];
  return notes.filter(({ level }) => level === 'warning');
}
