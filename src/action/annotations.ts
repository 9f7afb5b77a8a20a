import { error, notice, warning } from '@actions/core';
import type { TrustSettings } from '../model/trust.ts';
import type { DatasetReport } from '../report/dataset-report.ts';
import type { Delivery } from '../report/delivery.ts';
import { describeDataset } from '../report/describe-dataset.ts';
import type { Note } from '../report/fact.ts';
import { logCauses } from './log-causes.ts';

const ANNOTATE = { error, warning, notice };

/**
 * Annotates the run with what a person should look at: a dataset that failed, is held, was skipped or waits for approval, and
 * rows that were dropped.
 */
export function annotate(report: DatasetReport): void {
  describeDataset('notes', report).forEach(annotateNote);
}

/** Annotates the lines of the file with what in its SELECTs a person should look at, each once however many datasets share it. */
export function annotateSources(reports: readonly DatasetReport[]): void {
  const notes = reports.flatMap((report) => describeDataset('sourceNotes', report));
  const different = new Map(
    notes.map((note) => [JSON.stringify([note.place ?? note.title, note.text]), note]),
  );
  different.forEach(annotateNote);
}

function annotateNote({ level, title, text, place, error: cause }: Note): void {
  const where =
    place === undefined ? {} : { file: place.file, startLine: place.line, startColumn: place.column };
  ANNOTATE[level](text, { title, ...where });
  if (cause !== undefined) logCauses(cause);
}

/** Warns of settings of a dataset that most likely do less than they are meant to. */
export function annotateSettings(name: string, { pii }: Pick<TrustSettings, 'pii'>): void {
  if (pii?.region !== null || !pii.find.includes('phone')) return;
  warning(
    'pii has no region, so only phone numbers that start with + or 00 are found. Set the country that most numbers are from, such as region: DE, or leave phone out of find.',
    { title: `${name}: phone numbers` },
  );
}

/** Warns of what could not be done besides publishing. */
export function annotateDelivery({ channel, state, detail }: Delivery): void {
  if (state === 'failed') warning(detail, { title: `${channel}: failed` });
}
