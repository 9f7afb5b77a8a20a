import type { Surroundings } from '../model/surroundings.ts';
import type { TrustSettings } from '../model/trust.ts';
import type { DatasetReport } from '../report/dataset-report.ts';
import type { Delivery } from '../report/delivery.ts';
import { describeDataset } from '../report/describe-dataset.ts';
import type { Note } from '../report/fact.ts';
import { sourceNotes } from '../report/facts/source-warnings.ts';
import { logCauses } from './log-causes.ts';

/**
 * Annotates the run with what a person should look at: a dataset that failed, is held, was skipped or waits for
 * approval, and dropped rows.
 */
export function annotate(surroundings: Surroundings, report: DatasetReport): void {
  for (const note of describeDataset('notes', report)) annotateNote(surroundings, note);
}

/**
 * Annotates the lines of the file whose SELECTs a person should look at. Each line is annotated once, however many
 * datasets share it.
 */
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

/** Warns of settings of a dataset that probably do less than intended. */
export function annotateSettings(
  { warning }: Surroundings,
  name: string,
  { pii }: Pick<TrustSettings, 'pii'>,
): void {
  if (pii?.region !== null || !pii.find.includes('phone')) return;
  warning(
    'pii has no region, so only phone numbers that start with + or 00 are found. Set the country of most numbers, such as region: DE, or remove phone from find.',
    { title: `${name}: phone numbers` },
  );
}

/** Warns of each channel and each step besides publishing that failed. */
export function annotateDelivery({ warning }: Surroundings, { channel, state, detail }: Delivery): void {
  if (state === 'failed') warning(detail, { title: `${channel}: failed` });
}
