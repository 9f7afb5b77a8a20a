import { changingParts, notInSubquery } from '../config/changing-rows.ts';
import { placeOfIndex } from '../config/statement.ts';
import type { SourceDefinition } from '../model/definition.ts';
import type { RowSource } from '../model/rows.ts';
import type { DatasetTarget } from '../model/target.ts';
import type { SourceWarning } from '../report/dataset-report.ts';
import { counted } from '../text/markdown.ts';

/**
 * Returns the parts of the SELECTs of a file that change their rows from run to run; none for SELECTs that come with
 * the action.
 */
export function changingSource({
  name: source,
  origin,
  corrections,
  confirmed,
}: SourceDefinition): SourceWarning[] {
  if (origin !== 'file') return [];
  return [corrections, confirmed].flatMap((statement) =>
    statement === null
      ? []
      : changingParts(statement.sql).map(({ message, at, isHarmless }) => {
          return { source, message, place: placeOfIndex(statement, at), isHarmless };
        }),
  );
}

/** Warns of a SELECT of confirmed rows in a file that gives none, although there are corrections. */
export function noConfirmedRows(
  { name, source, settings }: DatasetTarget,
  { corrections, confirmed: sampled }: Readonly<Record<RowSource, number>>,
): SourceWarning[] {
  const { origin, confirmed } = source;
  const wanted = Math.floor(settings.correctRatio * corrections);
  if (origin !== 'file' || confirmed === null || wanted === 0 || sampled > 0) return [];
  const notIn = notInSubquery(confirmed.sql);
  const remedy =
    notIn === null
      ? 'Check its conditions; a comparison with NULL is never true. If no row is ever confirmed, remove confirmed.'
      : 'NOT IN and <> ALL are never true if their subquery gives a NULL. Use NOT EXISTS: WHERE NOT EXISTS (SELECT FROM reviews r WHERE r.item_id = i.id).';
  return [
    {
      source: source.name,
      message: `Dataset ${name}. The SELECT of the confirmed rows gives no row, although ${counted(corrections, 'correction')} were read. ${remedy}`,
      place: placeOfIndex(confirmed, notIn ?? 0),
      isHarmless: false,
    },
  ];
}
