import {
  type CorrectedShare,
  classShares,
  confusions,
  hasRightOnes,
  overallShare,
  type Predictions,
  shareChange,
} from '../model/predictions.ts';
import { type Line, type LineTable, ownWords, strong, words } from '../text/line.ts';
import { counted, formatCount, formatPercent } from '../text/markdown.ts';

/** Largest number of classes in a readable matrix. */
const MOST_IN_MATRIX = 8;
const MOST_CONFUSIONS = 15;
/** Confusions that are emphasized in a matrix, and listed before it. */
const MOST_FREQUENT = 3;
const MOST_LISTED = 5;

/** Predictions of an earlier version, by its own class ids. */
interface EarlierPredictions {
  readonly versionTag: string;
  readonly classNames: readonly string[] | null;
  readonly predictions: Predictions | null;
}

/** Report of the predictions, with names as they are shown. */
interface DescribedPredictions {
  /** How many were wrong, which classes were confused most, and which class was wrong most often. */
  readonly sentences: readonly Line[];
  /** The matrix of the predictions and the right classes; of many classes the most frequent confusions; null without a prediction. */
  readonly table: LineTable | null;
  /** The few most frequent confusions in three columns; null where {@link table} lists them, or there is none. */
  readonly frequent: LineTable | null;
}

/**
 * Describes where the model was wrong; null if nothing is known about it.
 *
 * @param shown shortens the name of a class for display
 */
export function describePredictions(
  { classNames }: { readonly classNames: readonly string[] },
  now: Predictions | undefined,
  before: EarlierPredictions | null,
  shown: (name: string) => string = (name) => name,
): DescribedPredictions | null {
  if (now === undefined || now.reviewed === 0) return null;
  const unknown = unknownPredictions(now);
  if (unknown !== null) return { sentences: [unknown], table: null, frequent: null };
  const names = classNames.map(shown);
  const isMatrix = names.length <= MOST_IN_MATRIX;
  return {
    sentences: [overallSentence(now, before), ...confusedSentence(now, names), ...worstSentence(now, names)],
    table: isMatrix ? matrixOf(now, names) : confusionList(now, names, MOST_CONFUSIONS),
    frequent: isMatrix && now.corrected > 0 ? confusionList(now, names, MOST_LISTED) : null,
  };
}

/** Returns that no prediction is one of the classes, and what to correct; null if one is, or no row was reviewed. */
export function unknownPredictions(now: Predictions | undefined): string | null {
  if (now === undefined || now.reviewed === 0) return null;
  if (now.pairs.some(([predicted]) => predicted !== null)) return null;
  return `None of the predictions of ${counted(now.reviewed, 'reviewed row')} is one of the classes. The column with the role predicted must have names of classes.`;
}

/**
 * Returns the corrected rows of each class, by class id. If right predictions were read too, also their share and its
 * change.
 */
export function describeClassShares(
  { classNames }: { readonly classNames: readonly string[] },
  now: Predictions,
  before: EarlierPredictions | null,
): { readonly corrected: number; readonly share: string; readonly change: string }[] {
  const isShared = hasRightOnes(now);
  const earlier = comparable(before);
  const earlierShares = earlier === null ? [] : classShares(earlier.predictions, earlier.classNames.length);
  return classShares(now, classNames.length).map((share, id) => ({
    corrected: share.corrected,
    share: isShared ? describeShare(share) : '',
    change: isShared
      ? describeChange(share, earlierShares[earlier?.classNames.indexOf(classNames[id]) ?? -1] ?? null)
      : '',
  }));
}

/** Returns an earlier version whose shares can be compared. */
function comparable(before: EarlierPredictions | null) {
  if (before === null) return null;
  const { classNames, predictions } = before;
  return classNames === null || predictions === null || !hasRightOnes(predictions)
    ? null
    : { classNames, predictions };
}

function overallSentence(now: Predictions, before: EarlierPredictions | null): Line {
  const { reviewed, corrected } = now;
  if (!hasRightOnes(now)) {
    return words`${counted(reviewed, 'row')} ${reviewed === 1 ? 'was' : 'were'} corrected. The SELECT reads corrected rows only, so their share of all reviewed rows is not known.`;
  }
  const share = overallShare(now);
  const earlier = comparable(before);
  const change = earlier === null ? '' : describeChange(share, overallShare(earlier.predictions));
  const since = change === '' ? '' : `, ${change} since ${before!.versionTag}`;
  const described = ownWords(`${describeShare(share)}${since}`);
  return words`${corrected} of ${counted(reviewed, 'reviewed row')} ${corrected === 1 ? 'was' : 'were'} corrected (${described}).`;
}

function confusedSentence(now: Predictions, names: readonly string[]): Line[] {
  const [first] = confusions(now);
  if (first === undefined) return [];
  const [predicted, corrected, rows] = first;
  const given = predicted === null ? 'no class' : words`“${names[predicted]}”`;
  return [
    words`The most frequent confusion: the model predicted ${given} where “${names[corrected]}” is right (${counted(rows, 'row')}).`,
  ];
}

function worstSentence(now: Predictions, names: readonly string[]): Line[] {
  if (!hasRightOnes(now)) return [];
  const shares = classShares(now, names.length).map((share, id) => ({ ...share, id }));
  const [worst] = shares.toSorted((a, b) => (b.share ?? -1) - (a.share ?? -1) || b.corrected - a.corrected);
  if (worst === undefined || worst.corrected === 0 || worst.share === null) return [];
  return [
    words`The model was wrong most often on “${names[worst.id]}” (${ownWords(describeShare(worst))} of ${counted(worst.reviewed, 'row')}).`,
  ];
}

function matrixOf(now: Predictions, names: readonly string[]): LineTable {
  const shareOf = shareReader(now, names.length);
  const frequent = confusions(now).slice(0, MOST_FREQUENT);
  const cellsOf = (predicted: number | null) =>
    names.map((_, right) => {
      const rows = now.pairs.find(([said, correct]) => said === predicted && correct === right)?.[2] ?? 0;
      const cell = ownWords(`${formatCount(rows)}${rows === 0 ? '' : inBrackets(shareOf(right, rows))}`);
      return frequent.some(([said, correct]) => said === predicted && correct === right)
        ? strong(cell)
        : cell;
    });
  const hasNone = now.pairs.some(([predicted]) => predicted === null);
  return {
    header: [ownWords('Predicted ↓ right →'), ...names],
    rows: [
      ...names.map((name, id) => [name, ...cellsOf(id)]),
      ...(hasNone ? [[NO_CLASS, ...cellsOf(null)]] : []),
    ],
  };
}

const NO_CLASS = ownWords('(no class)');

function confusionList(now: Predictions, names: readonly string[], most: number): LineTable {
  const shareOf = shareReader(now, names.length);
  const isShared = hasRightOnes(now);
  return {
    header: [
      ownWords('Predicted → right'),
      'Rows',
      ...(isShared ? [ownWords('Share of the rows of the right class')] : []),
    ],
    rows: confusions(now)
      .slice(0, most)
      .map(([predicted, right, rows]) => [
        words`${predicted === null ? NO_CLASS : names[predicted]} → ${names[right]}`,
        rows,
        ...(isShared ? [ownWords(shareOf(right, rows))] : []),
      ]),
  };
}

/** Returns what writes rows as a share of the reviewed rows of their right class; empty where that is not known. */
function shareReader(now: Predictions, classes: number): (right: number, rows: number) => string {
  if (!hasRightOnes(now)) return () => '';
  const shares = classShares(now, classes);
  return (right, rows) => {
    const { reviewed, share } = shares[right];
    return share === null ? '' : formatPercent((100 * rows) / reviewed);
  };
}

function inBrackets(share: string): string {
  return share === '' ? '' : ` (${share})`;
}

function describeShare({ share }: CorrectedShare): string {
  return share === null ? '' : formatPercent(100 * share);
}

function describeChange(now: CorrectedShare, before: CorrectedShare | null): string {
  const change = shareChange(now, before);
  if (change === null) return '';
  const points = (100 * change).toFixed(1);
  if (Number(points) === 0) return '±0.0 points';
  return `${change > 0 ? `+${points}` : points.replace('-', '−')} points`;
}
