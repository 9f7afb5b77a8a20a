import type { TaskComparison } from '../model/tasks.ts';
import { type Block, heading, list, paragraph, table } from '../report/document.ts';
import { code, type Line, ownWords, words } from '../text/line.ts';
import { formatCount } from '../text/markdown.ts';
import { dropOf, LEAST_OF_CLASS, LEAST_OF_STRATUM, LEAST_ROWS, type Rule, type Verdict } from './judge.ts';
import type { Interval } from './statistics.ts';

/** What was compared, for people. */
interface Comparison {
  readonly verdict: Verdict;
  readonly rule: Rule;
  readonly compares: NonNullable<TaskComparison>;
  readonly version: string;
  readonly classNames: readonly string[];
  /** Commits; null for a first model. */
  readonly candidate: string;
  readonly production: string | null;
  /** Further sentences a person should read. */
  readonly notes: readonly string[];
}

const DECISIONS: Readonly<Record<Verdict['decision'], string>> = {
  promoted: '✅ promoted',
  kept: '➖ production is kept',
  'too-few-rows': '➖ too few rows to decide',
};

const SOURCES = { reviewed: 'Reviewed rows', confirmed: 'Confirmed rows' } as const;

/** Classes in the table; more are left out. */
const MOST_CLASSES = 100;

/** Returns why a decision was made, as one sentence. */
export function reasonOf({ verdict, rule, compares, version, classNames }: Comparison): string {
  const isNumeric = compares === 'number';
  const gain = verdict.estimate?.gain ?? null;
  const shown = gain === null ? '' : ` (${isNumeric ? gain.toPrecision(3) : points(gain)})`;
  switch (verdict.reason) {
    case 'first-model':
      return 'No model is in production yet, so the candidate is the first one and was compared with no other.';
    case 'better':
      return `The candidate is better than production on ${version}${shown}, beyond chance at alpha ${rule.alpha}.`;
    case 'too-few-rows':
      return `Too few rows decide. At least ${LEAST_ROWS} are needed and, if both kinds decide, ${LEAST_OF_STRATUM} of each kind. Collect more reviews.`;
    case 'only-errors':
      return 'The test split holds only rows that production predicted wrongly, or rows without a recorded prediction. On such rows, any other model looks better. Add a SELECT of confirmed rows, or review a random sample.';
    case 'no-gain':
      return `The candidate is not better than production${shown}.`;
    case 'below-min-gain':
      return `The gain${shown} is less than min-gain, ${rule.minGain}.`;
    case 'chance':
      return `The gain${shown} may be chance: it is not significant at alpha ${rule.alpha}.`;
    case 'class-drop': {
      const lost = verdict.classes.filter((each) => dropOf(each) > rule.maxClassDrop);
      const names = lost.slice(0, 3).map(({ id }) => classNames[id]);
      return `The recall of ${lost.length === 1 ? 'a class' : `${lost.length} classes`} fell by more than max-class-drop, ${rule.maxClassDrop}: ${names.join(', ')}${lost.length > 3 ? ', …' : ''}.`;
    }
  }
}

/** Returns the job summary of a comparison: the decision first, then both models side by side. */
export function describeComparison(comparison: Comparison): Block[] {
  const { verdict, version, candidate, production, notes } = comparison;
  return [
    heading(ownWords(`Model: ${DECISIONS[verdict.decision]}`), 2),
    paragraph(reasonOf(comparison)),
    paragraph(
      production === null
        ? words`Candidate ${code(candidate.slice(0, 7))} on the test split of ${code(version)}.`
        : words`Candidate ${code(candidate.slice(0, 7))} and production ${code(production.slice(0, 7))} on the test split of ${code(version)}.`,
    ),
    ...strataTable(comparison),
    ...list([...basisNotes(verdict), ...notes]),
    ...classTable(comparison),
  ];
}

function strataTable({ verdict, compares }: Comparison): Block[] {
  const isNumeric = compares === 'number';
  const { strata, estimate, macroF1 } = verdict;
  const score = (loss: number | null) =>
    loss === null ? '' : isNumeric ? loss.toPrecision(4) : percent(1 - loss);
  const within = ([low, high]: Interval) =>
    isNumeric ? `${low.toPrecision(3)} to ${high.toPrecision(3)}` : `${points(low)} to ${points(high)}`;
  const rows = strata.map(({ source, decides, rows: own, share, gained, lost, chance, ...losses }) => [
    ownWords(`${SOURCES[source]}${decides ? '' : ', which do not decide'}`),
    own,
    cell(share === null ? null : percent(share)),
    cell(score(losses.production)),
    cell(score(losses.candidate)),
    cell(losses.production === null ? null : `+${formatCount(gained)} −${formatCount(lost)}`),
    cell(chance === null ? null : probability(chance)),
  ]);
  const measure = isNumeric ? 'mean absolute error' : compares === 'spans' ? 'F1 of spans' : 'accuracy';
  const header = [
    'Rows of the test split',
    'Rows',
    'Share of all',
    `Production, ${measure}`,
    `Candidate, ${measure}`,
    'Better and worse rows',
    'McNemar p',
  ];
  const lines: Line[] = [];
  if (estimate !== null && estimate.gain !== null) {
    const gain = isNumeric ? estimate.gain.toPrecision(3) : points(estimate.gain);
    lines.push(
      ownWords(
        `Estimate for all rows: production ${score(estimate.production)}, candidate ${score(estimate.candidate)}, gain ${gain} (95 % interval ${within(estimate.intervals.gain)}).`,
      ),
    );
  }
  if (macroF1 !== null) {
    const before = macroF1.production === null ? '' : `production ${macroF1.production.toFixed(4)}, `;
    lines.push(ownWords(`Macro F1: ${before}candidate ${macroF1.candidate.toFixed(4)}.`));
  }
  return [...table(header, rows), ...list(lines)];
}

/** What the numbers can and cannot say. */
function basisNotes({ basis, strata }: Verdict): Line[] {
  if (strata.every(({ production }) => production === null)) return [];
  switch (basis) {
    case 'reviewed':
      return [
        ownWords(
          'The reviewed rows alone decide. The estimate is unbiased if people reviewed a random sample, right predictions included.',
        ),
      ];
    case 'weighted':
      return [
        ownWords(
          'The estimate favours production: of confirmed rows, errors that nobody noticed count as successes of production. For an unbiased estimate, review a random sample.',
        ),
      ];
    case 'unknown':
      return [
        ownWords(
          'The version does not record how many confirmed rows there are, so the rows of both kinds cannot be weighted. The candidate must be better on each of them. Publish a new version to weight them.',
        ),
      ];
    case 'errors':
      return [ownWords('The accuracy on all rows cannot be estimated from these rows.')];
  }
}

function classTable({ verdict, classNames }: Comparison): Block[] {
  const shown = verdict.classes.slice(0, MOST_CLASSES);
  const rows = shown.map((each) => [
    classNames[each.id],
    each.rows,
    cell(each.production === null ? null : percent(each.production)),
    cell(percent(each.candidate)),
    cell(changeOf(each)),
  ]);
  const more = verdict.classes.length - shown.length;
  return [
    ...table(['Class', 'Rows that decide', 'Production, recall', 'Candidate, recall', 'Change'], rows),
    ...(more > 0 ? [paragraph(ownWords(`${more} more classes are in the output report.`))] : []),
  ];
}

/** What a class gained or lost; null for a first model. */
function changeOf({ production, candidate, isJudged }: Verdict['classes'][number]): string | null {
  if (production === null) return null;
  return isJudged ? points(candidate - production) : `fewer than ${LEAST_OF_CLASS} rows`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`;
}

/** Returns a cell of this project's own words; an empty one for null. */
function cell(text: string | null): Line {
  return ownWords(text ?? '');
}

function points(share: number): string {
  const value = (100 * share).toFixed(2);
  return `${share < 0 ? value.replace('-', '−') : `+${value}`} points`;
}

function probability(p: number): string {
  return p < 0.0001 ? 'below 0.0001' : p.toFixed(4);
}
