import { changedColumns, hubFeatures } from '../model/features.ts';
import { rowsOfClass } from '../model/rows.ts';
import { counted, formatCount, listSome } from '../text/markdown.ts';
import type { PreviousVersion } from '../version/metadata.ts';
import { findSplitChanges, type SplitChanges } from '../version/split-changes.ts';
import { type Gate, type GateFacts, type GateResult, judged, notJudged } from './gate.ts';

const LIMIT = 'ids, columns and splits must mean the same in every version';

/** Largest number of ids and columns in a sentence. */
const MOST_NAMES = 5;

/**
 * Holds a dataset in which something changed its meaning since the version it replaces: a class id, a column, the task,
 * the dataset itself, or the split of a row. What that version does not record is not judged.
 */
export const breakingChanges: Gate = (facts, { breakingChanges: rule, onGate }) => {
  if (rule === 'allow') return null;
  const { previous, strayTags } = facts;
  if (previous === null) return judgeFirst(strayTags, adviceFor('the repo should start anew', onGate));
  const { versionTag } = previous;
  const splits = findSplitChanges(previous.splitRules, facts.splits);
  const changes = [
    ...nameChange(facts, previous),
    ...taskChange(facts, previous),
    ...columnChanges(facts, previous),
    ...classChanges(facts, previous),
    ...splitChange(facts, splits),
    ...lostIndex(facts, previous, splits),
  ];
  const unknown = unknownOf(previous, splits);
  if (changes.length === 0 && unknown.length === ALL_PARTS)
    return notJudged('breaking-changes', `${versionTag} records nothing to compare with`, LIMIT);
  const note =
    unknown.length === 0 ? '' : ` (not judged, as ${versionTag} does not record it: ${unknown.join(', ')})`;
  const measured =
    changes.length === 0
      ? `everything that was compared means the same as in ${versionTag}`
      : `since ${versionTag} ${changes.join('; ')}`;
  return judged('breaking-changes', changes.length > 0, {
    measured: `${measured}${note}`,
    limit: LIMIT,
    advice: `Undo the change in the file or the inputs. ${adviceFor('the change is intended', onGate)}`,
  });
};

function adviceFor(condition: string, onGate: 'hold' | 'pull-request'): string {
  const approval = onGate === 'pull-request' ? '' : ', or approve this version with on-gate: pull-request';
  return `If ${condition}, set breaking-changes: allow for one run${approval}.`;
}

/** Judges a repo without a version: it is new, unless versions were tagged in it. */
function judgeFirst(strayTags: readonly string[], advice: string): GateResult {
  if (strayTags.length === 0) return notJudged('breaking-changes', 'it has no previous version', LIMIT);
  const newest = strayTags.toSorted().at(-1);
  const versions = counted(strayTags.length, 'version');
  return judged('breaking-changes', true, {
    measured: `main has no readable dataset_metadata.json, although ${versions} of the repo ${strayTags.length === 1 ? 'is' : 'are'} tagged, the last as ${newest}`,
    limit: 'a version must be compared with the previous one',
    advice: `Restore dataset_metadata.json on main, as it is in ${newest}. ${advice}`,
  });
}

function nameChange({ shape }: GateFacts, { name }: PreviousVersion): string[] {
  return name === null || name === shape.name
    ? []
    : [`the repo holds the dataset ${name}, not ${shape.name}`];
}

function taskChange({ shape }: GateFacts, { task }: PreviousVersion): string[] {
  return task === null || task === shape.task ? [] : [`the task went from ${task} to ${shape.task}`];
}

function columnChanges({ shape }: GateFacts, { features }: PreviousVersion): string[] {
  if (features === null) return [];
  const { gone, retyped } = changedColumns(JSON.parse(features), hubFeatures(shape));
  const say = (names: readonly string[], one: string, many: string) =>
    names.length === 0
      ? []
      : [
          `the column${names.length === 1 ? '' : 's'} ${listSome(names, MOST_NAMES)} ${names.length === 1 ? one : many}`,
        ];
  return [...say(gone, 'is gone', 'are gone'), ...say(retyped, 'has another type', 'have another type')];
}

/** Returns the ids that mean another class. Classes added after the last one change no id. */
function classChanges({ shape }: GateFacts, { classNames, classBalance }: PreviousVersion): string[] {
  const before = classNames ?? [];
  const changed = [...before.entries()].filter(([id, name]) => shape.classNames[id] !== name);
  if (changed.length === 0) return [];
  const texts = changed.map(([id, name]) => `${id}: ${name} → ${shape.classNames[id] ?? 'none'}`);
  const isForm = ([id, name]: readonly [number, string]) =>
    shape.classNames[id]?.normalize() === name.normalize();
  const form = changed.every(isForm) ? ', which differ only in their Unicode form' : '';
  const rows = changed.reduce((sum, [, name]) => sum + rowsOfClass(classBalance ?? {}, name), 0);
  const had = classBalance === null ? '' : ` of ${counted(rows, 'row')}`;
  const ids = counted(changed.length, 'class id');
  const verb = changed.length === 1 ? 'changes its' : 'change their';
  return [`${ids}${had} ${verb} meaning (${listSome(texts, MOST_NAMES)}${form})`];
}

function splitChange(
  { numSamples, movedRows }: GateFacts,
  { changes, changedTexts }: SplitChanges,
): string[] {
  if (changes.length === 0) return [];
  const all = counted(numSamples, 'row');
  const moved =
    changedTexts !== null
      ? `which may move up to ${formatCount(changedTexts)} of ${all} to another split`
      : movedRows === null
        ? `which may move any of ${all} to another split`
        : `which moves ${formatCount(movedRows)} of ${all} to another split`;
  return [`${changes.join(', ')}, ${moved}`];
}

/** Without the row index of a version, the split of a text that is in several groups is unknown. */
function lostIndex(
  { splits: { areTextsKnown } }: GateFacts,
  { rowIndex }: PreviousVersion,
  { changes }: SplitChanges,
): string[] {
  return areTextsKnown || rowIndex === null || changes.length > 0
    ? []
    : [`its ${rowIndex.path} is missing or damaged, so a text may come to another split than it had`];
}

const ALL_PARTS = 8;

/** Returns what the previous version does not record, of eight parts. */
function unknownOf(previous: PreviousVersion, { unknown }: SplitChanges): string[] {
  const { name, task, features, classNames } = previous;
  const parts = { dataset: name, task, columns: features, classes: classNames };
  const missing = Object.entries(parts).filter(([, value]) => value === null);
  return [...missing.map(([part]) => part), ...unknown];
}
