import { counted } from '../text/markdown.ts';
import { UNKNOWN } from './format.ts';
import { type Html, html, idOf, nameText } from './html.ts';
import { versionTable } from './over-versions.ts';
import type { DatasetVersion } from './published-version.ts';
import type { ModelPromotions } from './read-promotions.ts';
import type { ModelScores } from './scores.ts';

type Known = ModelPromotions & { readonly production: NonNullable<ModelPromotions['production']> };

/** What can be known of a model and a version, the first that holds: its words, and the bar that is drawn for it. */
const STATES = {
  production: { word: 'In production', colour: 'success', height: 24 },
  promoted: { word: 'Promoted', colour: 'accent', height: 17 },
  rolledBack: { word: 'Rolled back', colour: 'failure', height: 17 },
  trained: { word: 'Trained, not promoted', colour: 'skipped', height: 10 },
} as const;
const NOTHING = { colour: 'line-strong', height: 2 };
/** Size of the place of a version, and how wide its bar is. */
const PLACE = { width: 18, height: 24, bar: 14 };
const COMMIT_DIGITS = 7;

type State = keyof typeof STATES;

/**
 * Returns the timeline of the models of a dataset, or nothing where no model has a promotion. Promotions are in the tags of the
 * models. A version without one, for which the card has a score, had a model that was not promoted on it.
 */
export function promotionTimeline(
  dataset: string,
  versions: readonly DatasetVersion[],
  models: { readonly promotions: readonly ModelPromotions[]; readonly scores: readonly ModelScores[] },
): Html[] {
  const known = models.promotions.filter((each): each is Known => each.production !== null);
  if (known.length === 0) return [];
  const lines = known.map((each) => ({
    ...each,
    states: versions.map((version) => stateOn(version, each, models.scores)),
  }));
  const silent = models.promotions.flatMap(({ model, missing }) =>
    missing === null ? [] : [html`<p class="note">${nameText(model)}: ${missing}</p>`],
  );
  const legend = Object.values(STATES).map(
    ({ word, colour }) =>
      html`<li><svg class="key" viewBox="0 0 10 10" aria-hidden="true"><rect width="10" height="10" rx="3" fill="var(--${colour})"/></svg><span>${word}</span></li>`,
  );
  const table = versionTable(
    `Models of ${dataset}`,
    lines.map(({ model }) => nameText(model)),
    versions,
    (version, index) => lines.map((line) => stateText(line.states[index], line, version)),
  );
  return [
    html`<div class="card full" id="${idOf(dataset, 'promotions')}"><h3>Models over versions</h3>
<p class="note">What happened to the models on each version, the newest version at the right. The tags of the model record promotions; the scores in its card record trainings.</p>
<ul class="legend">${legend}</ul>
${lines.map((line) => html`<p class="said">${nameText(line.model)}: ${productionText(line, versions)}</p>${renderStrip(line.states)}`)}${silent}
<details class="values"><summary>Values<span class="hidden"> of “Models over versions”</span> as a table</summary>${table}</details></div>
`,
  ];
}

function stateOn(
  { tag, commit }: DatasetVersion,
  { model, production }: Known,
  scores: readonly ModelScores[],
): State | null {
  const { promotions, promotion } = production;
  const own = promotions.filter(({ version }) => version === tag);
  if (promotion?.version === tag) return 'production';
  if (own.length > 0) return own.every(({ isRolledBack }) => isRolledBack) ? 'rolledBack' : 'promoted';
  const isTrained = scores.some(
    (each) =>
      each.model === model && each.scores.some(({ revision }) => revision === tag || revision === commit),
  );
  return isTrained ? 'trained' : null;
}

function stateText(state: State | null, { production }: Known, { tag }: DatasetVersion): string {
  if (state === null) return UNKNOWN;
  const times = production.promotions.filter(({ version }) => version === tag).length;
  return `${STATES[state].word}${times > 1 ? ` (${times} promotions)` : ''}`;
}

/** Returns a sentence about what is in production. */
function productionText({ production }: Known, versions: readonly DatasetVersion[]): Html {
  const { commit, promotion } = production;
  if (commit === null) return html`no revision has the tag <code>production</code>.`;
  if (promotion === null)
    return html`in production is the commit <code>${commit.slice(0, COMMIT_DIGITS)}</code>, which has no tag <code>promoted-…</code>.`;
  if (promotion.isRolledBack)
    return html`the rollback of <code>${promotion.tag}</code> is not finished. The next run of promote-model finishes it.`;
  const isShown = versions.some(({ tag }) => tag === promotion.version);
  return html`in production is <code>${promotion.tag}</code>${isShown ? '.' : ', whose version is not shown here.'}`;
}

/** Draws a bar for each version, the newest at the right. */
function renderStrip(states: readonly (State | null)[]): Html {
  const { width, height, bar } = PLACE;
  const bars = states.map((state, index) => {
    const drawn = state === null ? NOTHING : STATES[state];
    return html`<rect x="${index * width + (width - bar) / 2}" y="${height - drawn.height}" width="${bar}" height="${drawn.height}" fill="var(--${drawn.colour})"/>`;
  });
  const counts = Object.entries(STATES)
    .map(([state, { word }]) => [word.toLowerCase(), states.filter((each) => each === state).length] as const)
    .filter(([, count]) => count > 0)
    .map(([word, count]) => `${count} ${word}`);
  const summary = `${counted(states.length, 'version')}: ${counts.join(', ') || 'none with a model'}`;
  const total = states.length * width;
  return html`<svg class="strip" viewBox="0 0 ${total} ${height}" width="${total}" height="${height}" preserveAspectRatio="none" role="img" aria-label="${summary}">${bars}</svg>`;
}
