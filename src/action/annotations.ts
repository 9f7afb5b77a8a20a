import type { Surroundings } from '../model/surroundings.ts';
import type { TrustSettings } from '../model/trust.ts';
import type { DatasetReport } from '../report/dataset-report.ts';
import type { Delivery } from '../report/delivery.ts';
import { describeDataset } from '../report/describe-dataset.ts';
import type { Note } from '../report/fact.ts';
import { sourceNotes } from '../report/facts/source-warnings.ts';
import { logCauses } from './log-causes.ts';

/**
 * Annotates the run with what a person should look at: a dataset that failed, is held, was skipped or waits for approval, and
 * rows that were dropped.
 */
export function annotate(surroundings: Surroundings, report: DatasetReport): void {
  for (const note of describeDataset('notes', report)) annotateNote(surroundings, note);
}

/** Annotates the lines of the file with what in its SELECTs a person should look at, each once however many datasets share it. */
export function annotateSources(
  surroundings: Surroundings,
  reports: readonly Pick<DatasetReport, 'sourceWarnings'>[],
): void {
  const notes = reports.flatMap(sourceNotes);
  const different = new Map(
    notes.map((note) => [JSON.stringify([note.place ?? note.title, note.text]), note]),
  );
  for (const note of different.values()) annotateNote(surroundings, note);
}

function annotateNote(surroundings: Surroundings, { level, title, text, place, error: cause }: Note): void {
  surroundings[level](text, { title, place });
  if (cause !== undefined) logCauses(surroundings, cause);
}

/** Warns of settings of a dataset that most likely do less than they are meant to. */
export function annotateSettings(
  { warning }: Surroundings,
  name: string,
  { pii }: Pick<TrustSettings, 'pii'>,
): void {
  if (pii?.region !== null || !pii.find.includes('phone')) return;
  warning(
    'pii has no region, so only phone numbers that start with + or 00 are found. Set the country that most numbers are from, such as region: DE, or leave phone out of find.',
    { title: `${name}: phone numbers` },
  );
}

/** Warns of what could not be done besides publishing. */
export function annotateDelivery({ warning }: Surroundings, { channel, state, detail }: Delivery): void {
  if (state === 'failed') warning(detail, { title: `${channel}: failed` });
}
