import { counted } from '../text/markdown.ts';
import { countText, signedText } from './format.ts';
import { type Html, html, idOf, nameText } from './html.ts';
import type { DatasetHistory, DatasetVersion, UnpublishedStatus } from './published-version.ts';

const DAY_MS = 86_400_000;
/** Age in days from which the latest version is marked as old. */
const OLD_DAYS = 30;
/** Versions of a trend, the newest. */
const MOST_IN_TREND = 20;
/** Size of a trend, and the room for its line. */
const TREND = { width: 120, height: 28, margin: 2 };

type State = UnpublishedStatus | 'waiting' | 'missing' | 'none' | 'published';

/** What happened to a dataset, those that need a person first: its word, and the colour of an outcome. */
const STATES: readonly { readonly state: State; readonly word: string; readonly outcome: string }[] = [
  { state: 'failed', word: 'Failed', outcome: 'failure' },
  { state: 'held', word: 'Held by a gate', outcome: 'cancelled' },
  { state: 'waiting', word: 'Waits for approval', outcome: 'running' },
  { state: 'missing', word: 'Cannot be read', outcome: 'failure' },
  { state: 'skipped', word: 'Skipped', outcome: 'skipped' },
  { state: 'none', word: 'No version yet', outcome: 'skipped' },
  { state: 'published', word: 'Published', outcome: 'success' },
];

function stateOf({ lastStatus, waitsIn, missing, versions }: DatasetHistory): State {
  if (lastStatus === 'failed' || lastStatus === 'held') return lastStatus;
  if (waitsIn !== null) return 'waiting';
  if (missing !== null) return 'missing';
  return lastStatus ?? (versions.length === 0 ? 'none' : 'published');
}

/** Returns datasets in the order of the page: what needs a person is first, others keep their order. */
export function byNeed(datasets: readonly DatasetHistory[]): DatasetHistory[] {
  const rank = (history: DatasetHistory) => STATES.findIndex(({ state }) => state === stateOf(history));
  return datasets.toSorted((a, b) => rank(a) - rank(b));
}

/** Renders the part of the page that shows all datasets at a glance, a line each, in their order. */
export function renderGlance(datasets: readonly DatasetHistory[], now: Date): Html {
  const counts = STATES.map(({ state, word }) => ({
    word: word.toLowerCase(),
    count: datasets.filter((history) => stateOf(history) === state).length,
  })).filter(({ count }) => count > 0);
  return html`<section id="glance" aria-labelledby="glance-title">
<header class="section"><h2 id="glance-title">All datasets</h2><p class="origin">${counts.map(({ count, word }) => `${count} ${word}`).join(' · ')}</p></header>
<ol class="card glance">
${datasets.map((history) => renderLine(history, now))}</ol>
</section>
`;
}

function renderLine(history: DatasetHistory, now: Date): Html {
  const { name, pageUrl, versions, waitsIn } = history;
  const { word, outcome } = STATES.find(({ state }) => state === stateOf(history))!;
  const latest = versions.at(-1);
  const waits =
    waitsIn === null
      ? html`<span class="quiet">nothing waits</span>`
      : html`<span>waits in <a href="${pageUrl}/discussions/${waitsIn}">#${waitsIn}</a></span>`;
  return html`<li><a class="name" href="#${idOf(name)}">${nameText(name)}</a><span class="outcome ${outcome}">${word}</span><span>${rowsText(versions)}</span>${latest === undefined ? html`<span class="quiet">no version</span>` : html`<span>${ageOf(latest, now)}</span>`}${waits}${renderTrend(versions)}</li>
`;
}

/** Returns the rows of the newest version, and how many more than in the one before. */
function rowsText(versions: readonly DatasetVersion[]): Html {
  const [before, latest] = versions.length < 2 ? [undefined, versions.at(0)] : versions.slice(-2);
  const rows = latest?.rows ?? null;
  if (rows === null) return html`<span class="quiet">no rows</span>`;
  const from = before?.rows ?? null;
  return html`<strong>${countText(rows)}</strong> rows${from === null ? '' : ` (${signedText(rows - from)})`}`;
}

/** Returns how old a version is; an old one is marked. */
export function ageOf({ publishedAt }: DatasetVersion, now: Date): Html {
  const days = Math.max(0, Math.floor((now.getTime() - publishedAt.getTime()) / DAY_MS));
  const age = days === 0 ? 'less than a day old' : `${counted(days, 'day')} old`;
  return days >= OLD_DAYS ? html`<span class="old">${age}</span>` : html`${age}`;
}

/** Draws the rows of the newest versions as a line; a first version has no trend. */
function renderTrend(versions: readonly DatasetVersion[]): Html {
  const rows = versions.slice(-MOST_IN_TREND).flatMap((version) => version.rows ?? []);
  if (rows.length < 2)
    return html`<span class="quiet">${versions.length === 0 ? '' : 'first version'}</span>`;
  const { width, height, margin } = TREND;
  const [low, high] = [Math.min(...rows), Math.max(...rows)];
  const points = rows.map((value, index) => {
    const x = margin + ((width - 2 * margin) * index) / (rows.length - 1);
    const share = high === low ? 0.5 : (value - low) / (high - low);
    return `${x.toFixed(1)},${(height - margin - share * (height - 2 * margin)).toFixed(1)}`;
  });
  const label = `Rows of the newest ${counted(rows.length, 'version')}: from ${countText(rows[0])} to ${countText(rows[rows.length - 1])}`;
  return html`<svg class="trend" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}"><polyline points="${points.join(' ')}" fill="none" stroke="var(--accent)" stroke-width="2" stroke-linejoin="round" stroke-linecap="round"/></svg>`;
}
