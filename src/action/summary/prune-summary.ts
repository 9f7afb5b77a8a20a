import type { Receipt } from '../../prune/receipt.ts';
import { counted, escapeMarkdown, formatCount, listSome, markdownTable } from '../../text/markdown.ts';

/** Names that a cell lists. */
const MOST_NAMES = 20;

/** The summary of a run that removed versions: the verdict, what a person has to do, and the counts. */
export function renderPruneSummary(receipt: Receipt, problems: readonly string[]): string {
  const rows = factsOf(receipt).map(([name, value]) => [name, value]);
  const list = problems.map((problem) => `- ⚠️ ${escapeMarkdown(problem)}`);
  const parts = [`## ${escapeMarkdown(receipt.repo)}: ${pruneVerdict(receipt)}`, list.join('\n')];
  return `${[...parts, markdownTable(['', ''], rows)].filter((part) => part !== '').join('\n\n')}\n`;
}

/** What a run did, in one line. */
export function pruneVerdict(receipt: Receipt): string {
  const { dry_run: isDry, mode, complete, removed_versions: removed, removed_files: files } = receipt;
  const did = isDry
    ? 'dry run, would remove'
    : mode === 'erasure' && !complete
      ? 'incomplete, removed'
      : 'removed';
  return `${did} ${counted(removed.length, 'version')} and ${counted(files.count, 'file')} (${megabytes(files.bytes)})`;
}

function factsOf(receipt: Receipt): [string, string][] {
  const {
    kept_versions: kept,
    removed_versions: removed,
    removed_pull_requests: pulls,
    conversions,
  } = receipt;
  const { removed_index_lines: lines, remaining_files: left, production, squashed, commit } = receipt;
  const facts: [string, string][] = [
    ['Kept versions', tagsOf(kept)],
    ['Removed versions', tagsOf(removed)],
    ['Removed tags, with marks', formatCount(receipt.removed_tags)],
    [
      'Removed references of pull requests',
      pulls.length === 0 ? '0' : listSome(pulls.map(String), MOST_NAMES),
    ],
    ['Commit of the newest version', `\`${commit}\``],
  ];
  if (receipt.mode === 'erasure')
    facts.push(
      ['Removed lines of the row index', formatCount(lines)],
      ['History of main', squashed ? 'made one commit' : 'was one commit'],
    );
  if (left.count > 0) facts.push(['Files of the last hour, left', formatCount(left.count)]);
  if (conversions.length > 0)
    facts.push([
      "Copies for the Hub's viewer, replaced by the Hub",
      conversions.map(escapeMarkdown).join(', '),
    ]);
  for (const [model, version] of Object.entries(production))
    facts.push([`In production: ${escapeMarkdown(model)}`, `trained on \`${version}\``]);
  return facts;
}

function tagsOf(tags: readonly string[]): string {
  const codes = tags.map((tag) => `\`${tag}\``);
  return tags.length === 0 ? 'none' : listSome(codes, MOST_NAMES);
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
