import { type CorrectedShare, shareChange } from '../model/predictions.ts';
import { counted } from '../text/markdown.ts';
import {
  classSharesOf,
  type JudgedVersion,
  keyOf,
  type PairShare,
  pairShares,
  type ShareBasis,
  shareIn,
} from './confusion.ts';
import { countText, percentText, pointsText, UNKNOWN } from './format.ts';
import { type Html, html, idOf, nameText } from './html.ts';

/** Classes of a matrix that can be read. */
const MOST_MATRIX_CLASSES = 12;
/** Classes whose names fit above its columns; of more, their numbers are there. */
const MOST_NAMED_COLUMNS = 5;
const MOST_CONFUSIONS = 20;
/** Of them, those that a narrow screen shows, which has no room for the matrix. */
const MOST_INSTEAD = 5;
/** Shades of cells, from 1. */
const SHADES = 5;

/** A cell or a line: a pair, its rows, and how its share moved; null where that is not known. */
type ComparedPair = PairShare & { readonly change: number | null };

/**
 * Where the model was wrong: a matrix of the right classes and what it had said, and a list of the most frequent
 * confusions, for many classes and for narrow screens.
 *
 * @param before the version it is compared with, null for none
 */
export function renderConfusions(
  dataset: string,
  latest: JudgedVersion,
  before: JudgedVersion | null,
  basis: ShareBasis,
): Html {
  const { predictions, classNames } = latest;
  const pairs = comparedPairs(latest, before, basis);
  const wrong = pairs.filter(({ predicted, right }) => predicted !== right);
  const hasMatrix = classNames.length <= MOST_MATRIX_CLASSES;
  const since = before === null ? '' : `, and how that share moved since ${before.tag}`;
  const whole =
    basis === 'corrections' ? 'share of all corrections' : 'share of the reviewed rows with that right class';
  const more = hasMatrix || wrong.length <= MOST_CONFUSIONS ? '' : ` The ${MOST_CONFUSIONS} most frequent.`;
  const content =
    wrong.length === 0
      ? html`<p class="empty">No prediction was corrected.</p>`
      : html`<p class="note">${counted(predictions.corrected, 'correction')} in ${latest.tag}: rows, their ${whole}${since}.${more}</p>
${hasMatrix ? renderMatrix(dataset, latest, { before, pairs, basis }) : ''}${renderList(dataset, wrong, { isInstead: hasMatrix })}`;
  return html`<div class="card full" id="${idOf(dataset, 'confusions')}"><h3>Where the model is wrong</h3>${content}</div>
`;
}

/** A pair as “what the model said → the right class”. */
export function pairName({ predicted, right }: Pick<PairShare, 'predicted' | 'right'>): Html {
  return html`${predictedName(predicted)} → ${nameText(right)}`;
}

function predictedName(name: string | null): Html {
  return name === null ? html`No class` : nameText(name);
}

function comparedPairs(
  latest: JudgedVersion,
  before: JudgedVersion | null,
  basis: ShareBasis,
): ComparedPair[] {
  const earlier = before && pairShares(before, basis);
  return Array.from(pairShares(latest, basis).values(), (pair) => {
    const from = before && earlier && shareIn(before, earlier, pair, basis);
    return { ...pair, change: pair.share === null || from === null ? null : pair.share - from };
  });
}

function renderMatrix(
  dataset: string,
  latest: JudgedVersion,
  {
    before,
    pairs,
    basis,
  }: { before: JudgedVersion | null; pairs: readonly ComparedPair[]; basis: ShareBasis },
): Html {
  const { classNames } = latest;
  const isPartial = basis === 'corrections';
  const found = new Map(pairs.map((pair) => [keyOf(pair), pair]));
  const strongest = Math.max(
    ...pairs.filter(({ predicted, right }) => predicted !== right).map(({ share }) => share ?? 0),
  );
  const isNamed = classNames.length <= MOST_NAMED_COLUMNS;
  const head = classNames.map((name, id) =>
    isNamed
      ? html`<th scope="col">${nameText(name)}</th>`
      : html`<th scope="col"><span aria-hidden="true">${id + 1}</span><span class="hidden">${nameText(name)}</span></th>`,
  );
  const hasNone = pairs.some(({ predicted }) => predicted === null);
  const said: (string | null)[] = [...classNames, ...(hasNone ? [null] : [])];
  const lines = said.map((predicted, id) => {
    const cells = classNames.map((right) =>
      isPartial && predicted === right
        ? html`<td>${UNKNOWN}</td>`
        : renderCell(found.get(keyOf({ predicted, right })), { isRight: predicted === right, strongest }),
    );
    const number = isNamed || predicted === null ? '' : html`<span aria-hidden="true">${id + 1} · </span>`;
    return html`<tr><th scope="row">${number}${predictedName(predicted)}</th>${cells}</tr>
`;
  });
  const caption = `Predicted classes of ${dataset}, and the right classes`;
  return html`<div class="scroll broad" role="region" aria-label="${caption}" tabindex="0"><table class="matrix"><caption class="hidden">${caption}</caption>
<thead><tr><td></td><th scope="colgroup" colspan="${classNames.length}">Right class</th></tr><tr><th scope="col">Predicted class</th>${head}</tr></thead>
<tbody>${lines}${isPartial ? '' : renderTotals(latest, before)}</tbody></table></div>
`;
}

/** How often the model was wrong on each class. */
function renderTotals(latest: JudgedVersion, before: JudgedVersion | null): Html {
  const now = classSharesOf(latest, 'right class');
  const earlier = before && classSharesOf(before, 'right class');
  const cells = latest.classNames.map((name) => renderTotal(now.get(name), earlier?.get(name)));
  return html`<tr><th scope="row">Wrong</th>${cells}</tr>
`;
}

function renderTotal(now: CorrectedShare | undefined, before: CorrectedShare | undefined): Html {
  if (now === undefined) return html`<td class="sum">${UNKNOWN}</td>`;
  return html`<td class="sum">${percentText(now.share)}${renderChange(shareChange(now, before ?? null))}</td>`;
}

function renderCell(
  pair: ComparedPair | undefined,
  { isRight, strongest }: { isRight: boolean; strongest: number },
): Html {
  if (pair === undefined) return html`<td${isRight ? html` class="right"` : ''}>0</td>`;
  const { rows, share, change } = pair;
  const shade = strongest === 0 ? 1 : Math.max(1, Math.ceil(((share ?? 0) / strongest) * SHADES));
  return html`<td class="${isRight ? 'right' : `h${shade}`}">${countText(rows)}<small>${percentText(share)}</small>${renderChange(change)}</td>`;
}

function renderChange(change: number | null): Html {
  return change === null ? html`` : html`<small>${pointsText(change)}</small>`;
}

/** @param options.isInstead true where it replaces a matrix on narrow screens */
function renderList(
  dataset: string,
  pairs: readonly ComparedPair[],
  { isInstead }: { isInstead: boolean },
): Html {
  const caption = `Most frequent confusions of ${dataset}`;
  const lines = pairs.slice(0, isInstead ? MOST_INSTEAD : MOST_CONFUSIONS).map(
    (pair) =>
      html`<tr><th scope="row">${pairName(pair)}</th><td>${countText(pair.rows)}</td><td>${percentText(pair.share)}</td><td>${pair.change === null ? UNKNOWN : pointsText(pair.change)}</td></tr>
`,
  );
  return html`<div class="scroll${isInstead ? ' slim' : ''}" role="region" aria-label="${caption}" tabindex="0"><table class="changes list"><caption class="hidden">${caption}</caption>
<thead><tr><th scope="col">Predicted → right class</th><th scope="col">Rows</th><th scope="col">Share</th><th scope="col">Change</th></tr></thead>
<tbody class="rows">${lines}</tbody></table></div>
`;
}
