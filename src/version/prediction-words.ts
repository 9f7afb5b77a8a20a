import {
  type CorrectedShare,
  classShares,
  confusions,
  hasRightOnes,
  overallShare,
  type Predictions,
  shareChange,
} from '../model/predictions.ts';
import { counted, formatCount, formatPercent } from '../text/markdown.ts';

/** Classes of which a matrix can still be read. */
const MOST_IN_MATRIX = 8;
const MOST_CONFUSIONS = 15;

/** Predictions of an earlier version, by its own class ids. */
interface EarlierPredictions {
  readonly versionTag: string;
  readonly classNames: readonly string[] | null;
  readonly predictions: Predictions | null;
}

interface PredictionTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** What is shown of the predictions, with names as they are shown. */
interface ToldPredictions {
  /** How many were wrong, what was confused most, which class was wrong most often. */
  readonly sentences: readonly string[];
  /** What the model had predicted, by what was right; of many classes what was confused most; null without a prediction. */
  readonly table: PredictionTable | null;
}

/**
 * Tells where the model was wrong; null where nothing is known of it.
 *
 * @param harmless makes the name of a class harmless where it is shown
 */
export function tellPredictions(
  { classNames }: { readonly classNames: readonly string[] },
  now: Predictions | undefined,
  before: EarlierPredictions | null,
  harmless: (name: string) => string,
): ToldPredictions | null {
  if (now === undefined || now.reviewed === 0) return null;
  if (now.pairs.every(([predicted]) => predicted === null)) {
    const sentence = `No prediction of ${counted(now.reviewed, 'row')} is one of the classes: see what the column of the role predicted holds.`;
    return { sentences: [sentence], table: null };
  }
  const names = classNames.map(harmless);
  return {
    sentences: [overallSentence(now, before), ...confusedSentence(now, names), ...worstSentence(now, names)],
    table: names.length > MOST_IN_MATRIX ? confusionList(now, names) : matrixOf(now, names),
  };
}

/** The corrected rows of each class, by class id, and where right predictions were read too their share and its change. */
export function tellClassShares(
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

/** An earlier version whose shares say something. */
function comparable(before: EarlierPredictions | null) {
  if (before === null) return null;
  const { classNames, predictions } = before;
  return classNames === null || predictions === null || !hasRightOnes(predictions)
    ? null
    : { classNames, predictions };
}

function overallSentence(now: Predictions, before: EarlierPredictions | null): string {
  const { reviewed, corrected } = now;
  if (!hasRightOnes(now)) {
    return `Corrected were ${counted(reviewed, 'row')}; the SELECT gives corrected rows only, so that their share is not known.`;
  }
  const share = overallShare(now);
  const earlier = comparable(before);
  const change = earlier === null ? '' : describeChange(share, overallShare(earlier.predictions));
  const since = change === '' ? '' : `, ${change} since ${before!.versionTag}`;
  return `Of ${counted(reviewed, 'row')} reviewed, ${formatCount(corrected)} had to be corrected (${describeShare(share)}${since}).`;
}

function confusedSentence(now: Predictions, names: readonly string[]): string[] {
  const [first] = confusions(now);
  if (first === undefined) return [];
  const [predicted, corrected, rows] = first;
  const said = predicted === null ? 'no class' : `“${names[predicted]}”`;
  return [`Most often ${said} was predicted where “${names[corrected]}” is right (${counted(rows, 'row')}).`];
}

function worstSentence(now: Predictions, names: readonly string[]): string[] {
  if (!hasRightOnes(now)) return [];
  const shares = classShares(now, names.length).map((share, id) => ({ ...share, id }));
  const [worst] = shares.toSorted((a, b) => (b.share ?? -1) - (a.share ?? -1) || b.corrected - a.corrected);
  if (worst === undefined || worst.corrected === 0 || worst.share === null) return [];
  return [
    `The class most often missed is “${names[worst.id]}” (${describeShare(worst)} of ${counted(worst.reviewed, 'row')}).`,
  ];
}

function matrixOf({ pairs }: Predictions, names: readonly string[]): PredictionTable {
  const rowsOf = (predicted: number | null) =>
    names.map((_, id) => pairs.find(([said, right]) => said === predicted && right === id)?.[2] ?? 0);
  const none = rowsOf(null);
  return {
    header: ['Predicted ↓ right →', ...names],
    rows: [
      ...names.map((name, id) => [name, ...rowsOf(id)]),
      ...(none.some((rows) => rows > 0) ? [[NO_CLASS, ...none]] : []),
    ],
  };
}

const NO_CLASS = '(no class)';

function confusionList(now: Predictions, names: readonly string[]): PredictionTable {
  return {
    header: ['Predicted', 'Right', 'Rows'],
    rows: confusions(now)
      .slice(0, MOST_CONFUSIONS)
      .map(([predicted, right, rows]) => [
        predicted === null ? NO_CLASS : names[predicted],
        names[right],
        rows,
      ]),
  };
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
