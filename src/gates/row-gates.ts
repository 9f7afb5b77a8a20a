import { describeConflict, describeRepeatedIds, TASKS } from '../model/tasks.ts';
import { formatCount, formatPercent } from '../text/markdown.ts';
import { comparedVersions, lossOf, type VersionSize } from '../version/earlier-versions.ts';
import { type Gate, judged, notJudged, percentOf } from './gate.ts';
import { describeUnjudged } from './unjudged-text.ts';

/** Holds a dataset without a usable row although rows were read, or whose source left out every row there is. */
export const usableRows: Gate = ({ shape, counts, numSamples, unjudged = [] }) => {
  const { fetched } = counts.stages;
  if (fetched === 0) {
    const leftOut = unjudged.filter(({ isExpected }) => !isExpected);
    if (leftOut.length === 0) return null;
    return judged('usable-rows', true, {
      measured: `no row was read, and the source left out ${describeUnjudged(leftOut)}`,
      limit: 'one row at least must be of use',
      advice: 'Compare the parameters of the preset with the project they name.',
    });
  }
  const accepted = shape.classNames.length === 0 ? '' : ' Compare the classes met with the accepted ones.';
  return judged('usable-rows', numSamples === 0, {
    measured: `${formatCount(numSamples)} of ${formatCount(fetched)} rows read are of use`,
    limit: 'one at least must be',
    advice: `Look at what the rows were dropped for, and correct the SELECT or the classes.${accepted}`,
  });
};

/** Holds a dataset most of whose rows have a class that is none: one was renamed, or written otherwise. */
export const maxUnknownClasses: Gate = ({ shape, counts }, { maxUnknownClasses: most }) => {
  if (shape.classNames.length === 0) return null;
  const { dropped, stages } = counts;
  const limit = `at most ${most} % may have one`;
  if (stages.fetched === 0) return notJudged('max-unknown-classes', 'no row was read', limit);
  const share = percentOf(dropped.unknownClass, stages.fetched);
  return judged('max-unknown-classes', share > most, {
    measured: `${formatPercent(share)} of the rows read (${formatCount(dropped.unknownClass)}) have a class that is none of the accepted ones`,
    limit,
    advice:
      'Name the classes as the database does, or correct them there. If these rows are rightly left out, raise max-unknown-classes.',
  });
};

/** Holds a dataset that lost rows since one of the last versions, as one read from another database does. */
export const maxShrinkage: Gate = ({ numSamples, previous }, { maxShrinkage: most, onGate }) => {
  const limit = `at most ${most} % may go`;
  if (previous === null) return notJudged('max-shrinkage', 'there is no version before it', limit);
  const largest = comparedVersions(previous, most).reduce<VersionSize | null>(
    (found, version) => (found === null || version.rows > found.rows ? version : found),
    null,
  );
  if (largest === null || largest.rows === 0) {
    return notJudged('max-shrinkage', `${previous.versionTag} does not tell its rows`, limit);
  }
  const { tag, rows: before } = largest;
  const share = lossOf(before, numSamples);
  const change = share > 0 ? `${formatPercent(share)} of the rows are gone` : 'no row fewer';
  return judged('max-shrinkage', share > most, {
    measured: `${change} since ${tag} (${formatCount(before)}, now ${formatCount(numSamples)})`,
    limit,
    advice: `Check that postgres-url and the SELECTs read what they read before. If the rows are rightly gone, ${onGate === 'pull-request' ? 'raise max-shrinkage.' : 'raise max-shrinkage, or approve this version with on-gate: pull-request.'}`,
  });
};

/** Holds a dataset whose corrections contradict each other too often. */
export const maxConflicts: Gate = ({ shape, counts }, { maxConflicts: most }) => {
  if (most === null) return null;
  const { dropped, stages } = counts;
  const limit = `at most ${most} % may`;
  if (stages.fetched === 0) return notJudged('max-conflicts', 'no row was read', limit);
  const share = percentOf(dropped.conflicting, stages.fetched);
  const conflict = describeConflict(TASKS[shape.task].words, counts);
  return judged('max-conflicts', share > most, {
    measured: `${formatPercent(share)} of the rows read (${formatCount(dropped.conflicting)}) have ${conflict}`,
    limit,
    advice: `Settle the conflicting rows, which dropped.jsonl lists by id. If they are rightly left out, raise max-conflicts.${describeRepeatedIds(counts)}`,
  });
};
