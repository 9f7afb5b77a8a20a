import { counted, formatCount } from '../text/markdown.ts';
import { classLines } from './classes.ts';
import { countText, signedText, UNKNOWN } from './format.ts';
import { type Html, html, idOf, nameText } from './html.ts';
import type { DatasetVersion } from './published-version.ts';
import { renderTable } from './table.ts';

/** Classes and pairs of classes that get a line of their own. */
const MOST_CLASSES = 20;
const MOST_PAIRS = 20;

/**
 * Returns the card of what changed from the version before to the newest one: rows added, removed and relabelled, the classes
 * they left and joined, and how each class grew. Nothing where the newest version does not record it.
 */
export function changeCard(dataset: string, versions: readonly DatasetVersion[]): Html[] {
  const now = versions.at(-1);
  const { changes = null, changesSince = null } = now ?? {};
  if (now === undefined || changes === null || changesSince === null) return [];
  // The version that was replaced is not shown if its metadata cannot be read.
  const before = versions.find(({ tag }) => tag === changesSince);
  const { added, removed, relabelled, classes } = changes;
  const pairs = classes.toSorted((a, b) => b.rows - a.rows);
  const rest = pairs.slice(MOST_PAIRS);
  const restRows = rest.reduce((sum, { rows }) => sum + rows, 0);
  const pairTable = renderTable(
    `Relabelled rows of ${dataset}`,
    ['Relabelled', 'Rows'],
    [
      ...pairs
        .slice(0, MOST_PAIRS)
        .map(({ from, to, rows }) => [html`${nameText(from)} → ${nameText(to)}`, countText(rows)]),
      ...(rest.length === 0 ? [] : [[`${formatCount(rest.length)} other pairs`, countText(restRows)]]),
    ],
  );
  return [
    html`<div class="card change" id="${idOf(dataset, 'change')}"><h3>Since the version before</h3>
<p class="note">From <span class="tag">${changesSince}</span> to <span class="tag">${now.tag}</span>: ${counted(added, 'row')} added, ${countText(removed)} removed, ${countText(relabelled)} relabelled.</p>
${pairs.length === 0 ? '' : pairTable}
${before === undefined ? '' : classTable(dataset, before, now)}</div>
`,
  ];
}

/** Renders how each class grew, those that changed most first; nothing for a dataset without classes. */
function classTable(dataset: string, before: DatasetVersion, now: DatasetVersion): Html {
  const changed = classLines([before, now], Number.POSITIVE_INFINITY)
    .map(({ name, rows: [from, to] }) => ({
      name: nameText(name ?? ''),
      to,
      change: from === null || to === null ? null : to - from,
    }))
    .toSorted((a, b) => Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0));
  if (changed.length === 0) return html``;
  const rows = changed
    .slice(0, MOST_CLASSES)
    .map(({ name, to, change }) => [name, countText(to), change === null ? UNKNOWN : signedText(change)]);
  const more = changed.length - rows.length;
  const table = renderTable(`Change of each class of ${dataset}`, ['Class', 'Rows', 'Change'], rows);
  return html`${table}${more === 0 ? '' : html`<p class="note">${formatCount(more)} more ${more === 1 ? 'class' : 'classes'} changed less.</p>`}`;
}
