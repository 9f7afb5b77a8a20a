import { COLUMN_TYPES, type DatasetShape } from '../../model/shape.ts';
import { joinLines, type Line, strong, words } from '../../text/line.ts';
import type { ColumnUse, DatasetReading, DatasetReport, SelectColumn } from '../dataset-report.ts';
import { type Block, heading, paragraph, table } from '../document.ts';
import type { Fact } from '../fact.ts';

/** What a dataset is read from: its task, and each column its SELECTs give with what it is to the dataset. */
export const reading = {
  summary(report, { dryRun }) {
    if (!dryRun) return [];
    const { shape, repo } = report;
    const { source, corrections, confirmed } = report.reading;
    return [
      paragraph(words`Task ${strong(shape.task)}, from the source ${strong(source)}, for ${repo}.`),
      heading('Columns of the corrections'),
      ...columnTable(report, corrections),
      ...(confirmed === null
        ? [paragraph('No SELECT gives confirmed rows.')]
        : isSame(report.reading)
          ? [paragraph('The SELECT of the confirmed rows gives the same columns.')]
          : [heading('Columns of the confirmed rows'), ...columnTable(report, confirmed)]),
    ];
  },
  log(report) {
    const { name, repo, shape } = report;
    const { source, corrections, confirmed } = report.reading;
    return [
      heading(words`${name}: ${shape.task} from the source ${source}, for ${repo}`),
      paragraph('columns of the corrections'),
      ...columnLines(report, corrections),
      ...(confirmed === null
        ? [paragraph('no SELECT gives confirmed rows')]
        : isSame(report.reading)
          ? [paragraph('the SELECT of the confirmed rows gives the same columns')]
          : [paragraph('columns of the confirmed rows'), ...columnLines(report, confirmed)]),
    ];
  },
} satisfies Fact;

function isSame({ corrections, confirmed }: DatasetReading): boolean {
  return JSON.stringify(confirmed) === JSON.stringify(corrections);
}

function columnTable({ shape }: DatasetReport, columns: readonly SelectColumn[]): Block[] {
  const rows = columns.map(({ name, type, uses }) => [
    name,
    type,
    uses.length === 0 ? 'not used' : uses.map(({ role }) => role).join(', '),
    joinLines(
      uses.map((use) => publishedText(use, shape)).filter((text) => text !== null),
      ', ',
    ),
  ]);
  return [{ kind: 'table', header: ['Column', 'Type', 'Role', 'On the Hub'], rows }];
}

function columnLines({ shape }: DatasetReport, columns: readonly SelectColumn[]): Block[] {
  const rows = columns.map(({ name, type, uses }) => {
    const roles = uses.map((use) => {
      const published = publishedText(use, shape);
      return published === null ? use.role : words`${use.role}, published as ${published}`;
    });
    return [name, type, roles.length === 0 ? 'not used' : joinLines(roles, '; ')];
  });
  return table([], rows);
}

/** Returns what a column is published as, `label (one of 3 classes)`; null for a role that is not published. */
function publishedText({ publishedAs }: ColumnUse, { classNames }: DatasetShape): Line | null {
  if (publishedAs === null) return null;
  const { name, type } = publishedAs;
  return words`${name} (${COLUMN_TYPES[type].words.replace('#', String(classNames.length))})`;
}
