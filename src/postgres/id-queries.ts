import type { Selection } from '../model/selection.ts';
import { type SampleBound, upToBound } from './cut-queries.ts';
import { fieldsOf, isOfUse } from './queries.ts';

/** Rows of a selection, and which of its fields hold the id and the texts. */
interface IdentifiedSelection {
  readonly selection: Selection;
  readonly id: number;
  readonly texts: readonly number[];
}

/** The confirmed rows that are sampled, and possibly more of the last rank. */
interface SampledSelection {
  readonly selection: Selection;
  readonly seed: number;
  /** Null for all rows. */
  readonly bound: SampleBound | null;
}

/** SELECT of how many ids have rows with different texts, as text. @param sample null for all rows */
export function idsOfSeveralTexts(
  { selection, id, texts }: IdentifiedSelection,
  sample: Pick<SampledSelection, 'seed' | 'bound'> | null,
): string {
  const differs = texts.map(
    (text) => `pg_catalog.min(field_${text}) OPERATOR(pg_catalog.<>) pg_catalog.max(field_${text})`,
  );
  return `
    SELECT pg_catalog.count(*)::pg_catalog.text FROM (
      SELECT field_${id} FROM (${rowsOf(selection, sample)}) AS picked
      WHERE field_${id} IS NOT NULL
      GROUP BY field_${id} HAVING ${differs.join(' OR ')}
    ) AS ids`;
}

/** SELECT of how many confirmed rows have the id of a correction, as text. */
export function correctedIds(
  { selection, id }: Pick<IdentifiedSelection, 'selection' | 'id'>,
  confirmed: SampledSelection,
): string {
  return `
    SELECT pg_catalog.count(*)::pg_catalog.text FROM (${rowsOf(confirmed.selection, confirmed)}) AS picked
    WHERE EXISTS (
      SELECT 1 FROM (${rowsOf(selection, null)}) AS corrected
      WHERE corrected.field_${id} OPERATOR(pg_catalog.=) picked.field_${id}
    )`;
}

function rowsOf(selection: Selection, sample: Pick<SampledSelection, 'seed' | 'bound'> | null): string {
  return `
      SELECT * FROM (${fieldsOf(selection)}) AS read
      WHERE (${isOfUse(selection)}) ${sample === null ? '' : upToBound(sample)}`;
}
