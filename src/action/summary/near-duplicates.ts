import { escapeMarkdown, formatCount, markdownTable } from '../../dataset/markdown.ts';
import { describeNearCopies } from '../../dataset/version/near-copies.ts';
import type { DatasetReport } from '../../report/dataset-report.ts';

const LONGEST_ID = 60;

/** Rows that are near copies of rows of another split, some of them by their ids; empty where there is nothing to say. */
export function nearDuplicatesSection({ nearDuplicates: found }: DatasetReport): string {
  if (found === null) return '';
  const { trainTest, trainEval, evalTest, dropped, notCompared, examples } = found;
  if (trainTest + trainEval + evalTest + dropped + notCompared === 0) return '';
  const pairs = examples.map(({ ids: [one, other], splits, similarity }) => [
    `${idText(one)} (${splits[0]})`,
    `${idText(other)} (${splits[1]})`,
    `${Math.floor(100 * similarity)} %`,
  ]);
  return [
    '### Near copies in two splits',
    describeNearCopies(found),
    dropped === 0 ? '' : `${formatCount(dropped)} rows were taken out of train for one in eval or test.`,
    notCompared === 0
      ? ''
      : `${formatCount(notCompared)} rows have so many similar ones that not all were compared; there may be more.`,
    pairs.length === 0 ? '' : markdownTable(['Row', 'Near copy', 'Words in common'], pairs),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function idText(id: string): string {
  const characters = Array.from(id);
  return escapeMarkdown(
    characters.length > LONGEST_ID ? `${characters.slice(0, LONGEST_ID - 1).join('')}…` : id,
  );
}
