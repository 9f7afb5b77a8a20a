import { hasOneClass, type Task } from '../model/tasks.ts';
import type { Choice, Field, Text } from './description.ts';

/** Why other tasks cannot be split by scikit-learn. */
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
    about: 'usable rows without which a dataset is skipped with a warning',
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
      'stable keeps every row in its split for ever; sklearn splits as train_test_split of scikit-learn does',
  },
  private: { is: { kind: 'flag' }, about: 'visibility of a dataset repo that has to be created' },
} as const satisfies Readonly<Record<string, Field>>;

/** The settings a dataset of a task can have. */
export function settingFieldsOf(task: Task) {
  const method = SETTING_FIELDS['split-method'];
  const is: typeof METHOD = hasOneClass(task)
    ? METHOD
    : { kind: 'choice', values: ['stable'], reason: NO_SKLEARN };
  return { ...SETTING_FIELDS, 'split-method': { ...method, is } };
}
