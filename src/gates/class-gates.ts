import { rowsOfClass } from '../model/rows.ts';
import { counted, formatCount, listSome } from '../text/markdown.ts';
import { type Gate, type GateFacts, judged, notJudged } from './gate.ts';

/** Largest number of classes in a sentence. */
const MOST_NAMES = 10;

/**
 * Holds a dataset in which a class of the last version has no rows any more, for example because it was renamed or
 * removed.
 */
export const lostClasses: Gate = ({ shape, classRows, previous }, { lostClasses: rule }) => {
  if (shape.classNames.length === 0 || rule === 'allow') return null;
  const limit = 'a class that had rows must have some';
  if (previous === null) return notJudged('lost-classes', 'it has no previous version', limit);
  const { classBalance, versionTag } = previous;
  if (classBalance === null) {
    return notJudged('lost-classes', `${versionTag} does not record its classes`, limit);
  }
  const left = new Set(shape.classNames.filter((_, id) => classRows[id] > 0));
  const lost = Object.keys(classBalance).filter(
    (name) => !left.has(name) && rowsOfClass(classBalance, name) > 0,
  );
  const measured =
    lost.length === 0
      ? `every class of ${versionTag} has rows`
      : `${listSome(lost, MOST_NAMES)} had rows in ${versionTag} and ${lost.length === 1 ? 'has' : 'have'} none`;
  return judged('lost-classes', lost.length > 0, {
    measured,
    limit,
    advice:
      'Check that the SELECTs still give these classes, under their accepted names. If the classes were removed on purpose, set lost-classes: allow.',
  });
};

/** Holds a dataset in which a class has too few rows. */
export const minRowsPerClass: Gate = ({ shape, classRows, classGroups }, { minRowsPerClass: least }) => {
  if (least === null || shape.classNames.length === 0) return null;
  const few = shape.classNames.flatMap((name, id) =>
    classRows[id] < least ? [`${name} (${formatCount(classRows[id])}${groupsOf(classGroups, id)})`] : [],
  );
  return judged('min-rows-per-class', few.length > 0, {
    measured:
      few.length === 0
        ? `the smallest class has ${formatCount(Math.min(...classRows))} rows`
        : `${listSome(few, MOST_NAMES)} ${few.length === 1 ? 'has' : 'have'} fewer rows`,
    limit: `each class must have ${formatCount(least)}`,
    advice: 'Have more rows of these classes reviewed, or lower min-rows-per-class.',
  });
};

/** Returns the number of groups that the rows of a class are in; an empty text if rows have none. */
function groupsOf(classGroups: GateFacts['classGroups'], id: number): string {
  const groups = classGroups?.[id] ?? 0;
  return groups === 0 ? '' : ` in ${counted(groups, 'group')}`;
}
