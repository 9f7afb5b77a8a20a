import { hasOneClass, type Task } from '../model/tasks.ts';
import type { Choice, Field, Text } from './description.ts';

/** Reason why scikit-learn cannot split the datasets of other tasks. */
export const NO_SKLEARN =
  'sklearn keeps classes in proportion, and needs a task whose rows have one class each';

const SHARE = '\\s*(?:\\d+(?:\\.\\d*)?|\\.\\d+)\\s*';
const SHARES: Text = {
  kind: 'text',
  pattern: new RegExp(`^${SHARE}/${SHARE}/${SHARE}$`, 'u'),
  longest: 100,
  rule: 'the shares of train, eval and test, such as 80/10/10',
};

const METHOD: Choice<'stable' | 'sklearn'> = { kind: 'choice', values: ['stable', 'sklearn'] };

/** The settings of a dataset that are also inputs of the action. */
export const SETTING_FIELDS = {
  'min-dataset-len': {
    is: { kind: 'number', least: 0, most: Number.MAX_SAFE_INTEGER, isWhole: true },
    about: 'the smallest number of usable rows; a dataset with fewer is skipped with a warning',
  },
  'correct-ratio': {
    is: { kind: 'number', least: 0, most: 1e6, isWhole: false },
    about: 'confirmed rows sampled per correction',
  },
  'random-state': {
    is: { kind: 'number', least: 0, most: 2 ** 32 - 1, isWhole: true },
    about: 'seed of the sample and of the split',
  },
  split: { is: SHARES, about: 'shares of train, eval and test, in percent' },
  'split-method': {
    is: METHOD,
    about:
      'how rows are split: stable, the default, keeps every row in its split in all versions; sklearn splits like train_test_split of scikit-learn',
  },
  private: { is: { kind: 'flag' }, about: 'whether a dataset repo that the run creates is private' },
} as const satisfies Readonly<Record<string, Field>>;

/** Returns the settings that a dataset of a task can have. */
export function settingFieldsOf(task: Task) {
  const method = SETTING_FIELDS['split-method'];
  const is: typeof METHOD = hasOneClass(task)
    ? METHOD
    : { kind: 'choice', values: ['stable'], reason: NO_SKLEARN };
  return { ...SETTING_FIELDS, 'split-method': { ...method, is } };
}
