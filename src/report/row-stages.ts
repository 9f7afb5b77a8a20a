import { describeConflict, TASKS } from '../model/tasks.ts';
import { formatCount } from '../text/markdown.ts';
import { unusableTexts } from '../version/dropped-words.ts';
import type { DatasetReport } from './dataset-report.ts';

/** What a stage left of a dataset's rows, and why it dropped the others. */
interface RowStage {
  readonly name: string;
  readonly rows: number;
  readonly dropped: number;
  /** Why rows were dropped, or what there is to know of those that are left; may be empty. */
  readonly note: string;
}

/** The stages of a dataset's rows in order, without a name from the database; none when no row was read. */
export function rowStages({
  counts,
  contents,
  nearDuplicates,
  shape,
}: Pick<DatasetReport, 'counts' | 'contents' | 'nearDuplicates' | 'shape'>): RowStage[] {
  if (counts === null) return [];
  const { fetched, dropped, stages } = counts;
  const words = TASKS[shape.task].words;
  const { corrected = 0, keptColumn = 0 } = dropped;
  const read = `corrections: ${formatCount(fetched.corrections)}, confirmed: ${formatCount(fetched.confirmed)}`;
  const stagesOfAll: RowStage[] = [
    { name: 'Read', rows: stages.fetched, dropped: 0, note: read },
    {
      name: words.cleaned,
      rows: stages.cleaned,
      dropped: stages.fetched - stages.cleaned,
      note: listReasons([
        ['no text', dropped.nullMessage],
        ['not valid UTF-8', dropped.invalidUtf8],
        [words.cleaned === 'Cleaned' ? 'empty after cleaning' : 'empty', dropped.empty],
        ['with personal data', dropped.pii],
        ...unusableTexts(dropped),
        ['changed by cleaning', counts.changedByCleaning ?? 0],
      ]),
    },
    {
      name: words.labelled,
      rows: stages.labelled,
      dropped: dropped.unknownClass + dropped.malformed,
      note: listReasons([
        ['unknown class', dropped.unknownClass],
        ['kept without an unknown class', counts.shortenedRows ?? 0],
        [words.malformed, dropped.malformed],
      ]),
    },
    {
      name: 'Deduplicated',
      rows: stages.deduplicated,
      dropped:
        dropped.duplicate +
        dropped.outvoted +
        corrected +
        keptColumn +
        dropped.conflicting +
        (dropped.severalSplits ?? 0),
      note: listReasons([
        ['duplicates', dropped.duplicate],
        ['other values than the kept row', dropped.outvoted],
        ['confirmed, with the id or the text of a correction', corrected],
        ['other kept columns than the kept row', keptColumn],
        [describeConflict(words, counts), dropped.conflicting],
        ['in groups of different splits', dropped.severalSplits ?? 0],
      ]),
    },
  ];
  if (contents === null) return stagesOfAll;
  const sizes = Object.entries(contents.splits).map(([split, rows]) => `${split}: ${formatCount(rows)}`);
  const copies = nearDuplicates?.dropped ?? 0;
  const moved = counts.dropped.moved ?? 0;
  const reasons = listReasons([
    ['in another split before', moved],
    ['near-duplicates of rows of eval or test', copies],
  ]);
  const note = [...sizes, reasons].filter((part) => part !== '').join(', ');
  return [...stagesOfAll, { name: 'Split', rows: contents.numSamples, dropped: copies + moved, note }];
}

function listReasons(reasons: readonly (readonly [reason: string, rows: number])[]): string {
  const given = reasons.filter(([, rows]) => rows > 0);
  return given.map(([reason, rows]) => `${reason}: ${formatCount(rows)}`).join(', ');
}
