import { describeConflict, describeRepeatedIds, TASKS } from '../model/tasks.ts';
import { formatCount, formatPercent } from '../text/markdown.ts';
import { comparedVersions, lossOf, type VersionSize } from '../version/earlier-versions.ts';
import { type Gate, judged, notJudged, percentOf } from './gate.ts';
import { describeUnjudged } from './unjudged-text.ts';

/** Holds a dataset without a usable row although rows were read, or whose source left out every row. */
export const usableRows: Gate = ({ shape, counts, numSamples, unjudged = [] }) => {
  const { fetched } = counts.stages;
  if (fetched === 0) {
    const leftOut = unjudged.filter(({ isExpected }) => !isExpected);
    if (leftOut.length === 0) return null;
    return judged('usable-rows', true, {
      measured: `no row was read, because the source left out ${describeUnjudged(leftOut)}`,
      limit: 'at least one row must be usable',
      advice: 'Compare the parameters of the preset with the project they name.',
    });
  }
  const accepted = shape.classNames.length === 0 ? '' : ' Compare these classes with the accepted ones.';
  const { notText = 0 } = counts.dropped;
  const names = shape.texts.map(({ name }) => name).join(', ');
  const advice =
    notText < fetched
      ? `Check why the rows were dropped, and fix the SELECT or the classes.${accepted}`
      : `The text of each row (${names}) is a JSON list or object. Extract its text in the SELECT, as in body->0->>'text'.`;
  return judged('usable-rows', numSamples === 0, {
    measured: `${formatCount(numSamples)} of ${formatCount(fetched)} rows read are usable`,
    limit: 'at least one must be',
    advice,
  });
};

/**
 * Holds a dataset most of whose rows have an unknown class, for example because a class was renamed or is spelt
 * differently.
 */
export const maxUnknownClasses: Gate = ({ shape, counts }, { maxUnknownClasses: most }) => {
  if (shape.classNames.length === 0) return null;
  const { dropped, stages, shortenedRows = 0 } = counts;
  const rows = dropped.unknownClass + shortenedRows;
  const limit = `at most ${most} % may have one`;
  if (stages.fetched === 0) return notJudged('max-unknown-classes', 'no row was read', limit);
  const share = percentOf(rows, stages.fetched);
  return judged('max-unknown-classes', share > most, {
    measured: `${formatPercent(share)} of the rows read (${formatCount(rows)}) have an unknown class`,
    limit,
    advice:
      'Add the classes of the database to classes, or fix them in the database. If these rows should be left out, raise max-unknown-classes.',
  });
};

/** Holds a dataset that lost rows since one of the last versions, like one that is read from another database. */
export const maxShrinkage: Gate = ({ numSamples, previous }, { maxShrinkage: most, onGate }) => {
  const limit = `at most ${most} % may be gone`;
  if (previous === null) return notJudged('max-shrinkage', 'it has no previous version', limit);
  const largest = comparedVersions(previous, most).reduce<VersionSize | null>(
    (found, version) => (found === null || version.rows > found.rows ? version : found),
    null,
  );
  if (largest === null || largest.rows === 0) {
    return notJudged('max-shrinkage', `${previous.versionTag} does not record its rows`, limit);
  }
  const { tag, rows: before } = largest;
  const share = lossOf(before, numSamples);
  const change = share > 0 ? `${formatPercent(share)} of the rows are gone` : 'no row fewer';
  return judged('max-shrinkage', share > most, {
    measured: `${change} since ${tag} (${formatCount(before)}, now ${formatCount(numSamples)})`,
    limit,
    advice: `Check that postgres-url and the SELECTs read the same data as before. If the rows were removed on purpose, ${onGate === 'pull-request' ? 'raise max-shrinkage.' : 'raise max-shrinkage, or approve this version with on-gate: pull-request.'}`,
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
    advice: `Settle the conflicting rows, which dropped.jsonl lists by id. If they should be left out, raise max-conflicts.${describeRepeatedIds(counts)}`,
  });
};
