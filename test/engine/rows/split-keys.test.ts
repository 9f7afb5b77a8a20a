import { expect, test } from '@jest/globals';
import { TextRanker } from '../../../src/engine/rows/rank.ts';
import { SplitKeys, SplitPart } from '../../../src/engine/rows/split-keys.ts';
import type { DatasetShape } from '../../../src/model/shape.ts';
import { textShape } from '../../support/shapes.ts';

const SEED = 42;
const bytes = (text: string) => new Uint8Array(Buffer.from(text));
const CLASSES = textShape(['a', 'b']);
const COMPLETIONS: DatasetShape = {
  ...CLASSES,
  task: 'prompt-completion',
  texts: ['prompt', 'completion'].map((name) => ({ name, type: 'string' })),
  values: [],
};
const IDENTITY = bytes('why?\x1fbecause');

function rankOf(text: string) {
  const ranker = new TextRanker(SEED);
  ranker.rank(bytes(text));
  return { high: ranker.high, low: ranker.low };
}

/** The rank by which a row is split; null where its identity decides. */
function splitRank(
  shape: DatasetShape,
  group: number | null,
  row: readonly (Uint8Array | null)[],
  identity: Uint8Array,
) {
  const rank = SplitKeys.open(shape, { group }, SEED)?.rankOf(row, identity);
  return rank === undefined ? null : { high: rank.high, low: rank.low };
}

test('all texts of a row decide where there is neither a group nor a prompt', () => {
  expect(splitRank(CLASSES, null, [bytes('x')], bytes('x'))).toBeNull();
  expect(new SplitPart(CLASSES).of(IDENTITY)).toBe(IDENTITY);
});

test('the prompt decides where the task has one', () => {
  expect(Buffer.from(new SplitPart(COMPLETIONS).of(IDENTITY)).toString()).toBe('why?');
  expect(splitRank(COMPLETIONS, null, [], IDENTITY)).toEqual(rankOf('why?'));
});

test.each([
  ['a text', CLASSES, 'a text', 'a text'],
  ['a prompt', COMPLETIONS, 'why?\x1fbecause', 'why?'],
])('the group decides, and %s where a row has none', (_, shape, identity, part) => {
  expect(splitRank(shape, 1, [null, bytes('team 3')], bytes(identity))).toEqual(rankOf('team 3'));
  expect(splitRank(shape, 1, [bytes('team 3'), null], bytes(identity))).toEqual(rankOf(part));
});
