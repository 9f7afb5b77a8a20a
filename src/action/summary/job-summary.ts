import { describeSummary, type SummaryFacts } from '../../report/describe-summary.ts';
import { writeMarkdown } from '../../report/write-markdown.ts';
import { counted } from '../../text/markdown.ts';

/** GitHub drops a summary above 1 MiB; what is cut is reported. */
const MAX_SUMMARY_BYTES = 1_000_000;

/** Returns the job summary in Markdown, in which text from the database is escaped, and no text of a row is quoted. */
export function renderJobSummary(facts: SummaryFacts): string {
  const { head, sections } = describeSummary(facts);
  return `${joinToLimit(
    writeMarkdown(head),
    sections.map((section) => writeMarkdown([section])),
  )}\n`;
}

/** Returns the head with as many of the sections as GitHub shows. */
function joinToLimit(head: string, sections: readonly string[]): string {
  const parts = [head];
  let bytes = Buffer.byteLength(head);
  for (const [index, section] of sections.entries()) {
    bytes += Buffer.byteLength(section) + 2;
    if (bytes > MAX_SUMMARY_BYTES) {
      parts.push(
        `(The summary was cut: the details of ${counted(sections.length - index, 'dataset')} are too long for GitHub. A dry run logs them.)`,
      );
      break;
    }
    parts.push(section);
  }
  const summary = parts.join('\n\n');
  if (Buffer.byteLength(summary) <= MAX_SUMMARY_BYTES) return summary;
  return `${Buffer.from(summary).subarray(0, MAX_SUMMARY_BYTES).toString()}\n\n(The summary was cut: it was too long for GitHub.)`;
}
