import { SPLIT_NAMES } from '../model/rows.ts';
import { type ClassLine, classLines } from './classes.ts';
import { type ComparedRow, compareVersions, type RowKind, type RowValue } from './compare-versions.ts';
import { instantText } from './format.ts';
import { type Html, html, idOf, jsonText, nameText } from './html.ts';
import type { ComparisonData } from './page-script.ts';
import { classKind, type DatasetHistory, type DatasetVersion } from './published-version.ts';
import type { ScoreLine } from './scores.ts';

interface Row {
  readonly name: Html;
  readonly kind: RowKind;
  readonly readValue: (version: DatasetVersion, index: number) => RowValue;
}

/** Classes that have a row of their own, and scores. */
const MOST_CLASSES = 20;
const HASH_DIGITS = 12;

/** Renders the part of the page that compares two versions, which pickers choose. */
export function renderComparison(
  { name: dataset, versions }: DatasetHistory,
  scores: readonly ScoreLine[],
): Html {
  if (versions.length < 2) {
    return html`<div class="card full"><h3>What changed</h3><p class="empty">Two versions can be compared here as soon as there is a second one.</p></div>`;
  }
  const groups = rowGroups(versions, scores);
  const rows = groups.flatMap((group) => group.rows);
  const data: ComparisonData = {
    kinds: rows.map(({ kind }) => kind),
    versions: versions.map((version, index) => ({
      tag: version.tag,
      values: rows.map(({ readValue }) => readValue(version, index)),
    })),
  };
  const [before, after] = data.versions.slice(-2);
  const compared = compareVersions(data.kinds, before.values, after.values);
  const bodies = groups.map((group) => {
    const first = rows.indexOf(group.rows[0]);
    const lines = group.rows.map((row, index) => renderRow(row, compared[first + index]));
    return html`<tbody><tr class="group"><th colspan="4" scope="colgroup">${group.title}</th></tr></tbody><tbody class="rows">${lines}</tbody>`;
  });
  const caption = `What changed between two versions of ${dataset}`;
  const [from, to] = [idOf(dataset, 'from'), idOf(dataset, 'to')];
  return html`<div class="card full" data-comparison id="${idOf(dataset, 'changes')}">
<h3>What changed between two versions</h3>
<div class="pickers">
${renderPicker(from, 'From', versions, versions.length - 2)}
<button type="button" class="quiet" aria-label="Swap the two versions of ${dataset}">⇄</button>
${renderPicker(to, 'To', versions, versions.length - 1)}
</div>
<output class="said" for="${from} ${to}">${before.tag} to ${after.tag}: rows ${compared[0].change}.</output>
<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table class="changes"><caption class="hidden">${caption}</caption>
<thead><tr><th scope="col">Value</th><th scope="col">From</th><th scope="col">To</th><th scope="col">Change</th></tr></thead>
${bodies}</table></div>
<script type="application/json">${jsonText(data)}</script>
</div>
`;
}

function renderPicker(id: string, name: string, versions: readonly DatasetVersion[], chosen: number): Html {
  const options = versions
    .map(
      ({ tag, publishedAt }, index) =>
        html`<option value="${index}"${index === chosen ? html` selected` : ''}>${tag} · ${instantText(publishedAt)}</option>`,
    )
    .toReversed();
  return html`<label for="${id}"><span>${name}</span><select id="${id}">${options}</select></label>`;
}

function renderRow({ name, kind }: Row, { from, to, change, shares }: ComparedRow): Html {
  const [before, after] = shares.map((share) => (share * 100).toFixed(2));
  const bars = html`<svg class="bars" viewBox="0 0 100 11" preserveAspectRatio="none" aria-hidden="true"><rect height="4" width="${before}" rx="1" fill="var(--line-strong)"/><rect y="6" height="4" width="${after}" rx="1" fill="var(--accent)"/></svg>`;
  return html`<tr><th scope="row">${name}${kind === 'class' || kind === 'tag' ? bars : ''}</th><td>${from}</td><td>${to}</td><td data-same="${String(change === 'same')}">${change}</td></tr>
`;
}

function rowGroups(
  versions: readonly DatasetVersion[],
  scores: readonly ScoreLine[],
): { title: string; rows: Row[] }[] {
  const settings = new Set(versions.flatMap((version) => [...version.settings.keys()]));
  const groups: { title: string; rows: Row[] }[] = [
    {
      title: 'Size',
      rows: [
        { name: html`All rows`, kind: 'count', readValue: ({ rows }) => rows },
        ...SPLIT_NAMES.map(
          (split): Row => ({
            name: html`${split}`,
            kind: 'count',
            readValue: ({ splits }) => splits?.[split] ?? null,
          }),
        ),
      ],
    },
    { title: 'Scores', rows: scoreRows(scores) },
    { title: 'Classes', rows: classRows(versions) },
    {
      title: 'Source',
      rows: [
        {
          name: html`Corrections read`,
          kind: 'count',
          readValue: ({ reviewedRows }) => reviewedRows,
        },
        { name: html`Confirmed rows read`, kind: 'count', readValue: ({ poolRows }) => poolRows },
        {
          name: html`Rows that were dropped`,
          kind: 'count',
          readValue: ({ fetchedRows, rows }) =>
            fetchedRows === null || rows === null ? null : Math.max(0, fetchedRows - rows),
        },
      ],
    },
    {
      title: 'Settings and content',
      rows: [
        ...Array.from(
          settings,
          (name): Row => ({
            name: html`<code>${name}</code>`,
            kind: 'text',
            readValue: (version) => version.settings.get(name) ?? null,
          }),
        ),
        {
          name: html`Content (SHA-256)`,
          kind: 'text',
          readValue: ({ contentSha256 }) => contentSha256?.slice(0, HASH_DIGITS) ?? null,
        },
      ],
    },
  ];
  return groups.filter(({ rows }) => rows.length > 0);
}

function scoreRows(scores: readonly ScoreLine[]): Row[] {
  return scores.slice(0, MOST_CLASSES).map(({ name, values }) => ({
    name: nameText(name),
    kind: 'score',
    readValue: (_, index) => values[index],
  }));
}

function classRows(versions: readonly DatasetVersion[]): Row[] {
  const hasSeveral = classKind(versions) === 'several';
  const toRow = ({ name, rows }: ClassLine): Row => ({
    name: name === null ? html`All other classes` : nameText(name),
    kind: hasSeveral ? 'tag' : 'class',
    readValue: (_, index) => rows[index],
  });
  const lines = classLines(versions, MOST_CLASSES);
  // Rows with one of several classes and rows with another may be the same: no sum says how many they are.
  return (hasSeveral ? lines.filter(({ name }) => name !== null) : lines).map(toRow);
}
