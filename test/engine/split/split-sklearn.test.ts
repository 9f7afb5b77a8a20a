import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { splitLikeSklearn } from '../../../src/engine/split/split-sklearn.ts';
import { SPLIT_NAMES } from '../../../src/model/rows.ts';
import { parseSplit } from '../../../src/model/split-shares.ts';
import { describeGolden, goldenFiles, readGolden } from '../../support/golden.ts';
import { CLASS_NAMES, rowsOf, sizesOf, split } from './split-scene.ts';

test('says when the classes outnumber the rows of a split', () => {
  expect(() =>
    split(rowsOf([10, 10, 10, 10]), { method: 'sklearn', fractions: parseSplit('80/15/5') }),
  ).toThrow('4 classes do not fit into a split of 3 rows');
});

test('says which class is too small', () => {
  expect(() => split(rowsOf([100, 5]), { method: 'sklearn' })).toThrow(
    'The class “b” has 5 rows, and only 1 of them would be in eval and test together. split-method: sklearn needs 2 there. Collect more reviews, or use split-method: stable.',
  );
});

describeGolden('golden files of scikit-learn', () => {
  test.each(goldenFiles('split_'))('%s', (name) => {
    const golden = readGolden(name);
    const y: number[] = golden.y ?? labelsByRule(golden);
    const splits = splitLikeSklearn({
      rows: Uint32Array.from(y.keys()),
      classIds: Uint16Array.from(y),
      classNames: CLASS_NAMES,
      fractions: { train: golden.train_size, eval: golden.val_size, test: golden.test_size },
      seed: golden.random_state,
    });
    expect(Object.values(sizesOf(splits))).toEqual(golden.sizes);
    const hashes = SPLIT_NAMES.map((split) =>
      createHash('sha256')
        .update(Buffer.from(Int32Array.from(splits[split]).buffer))
        .digest('hex'),
    );
    expect(hashes).toEqual(golden.sha256_le_i32);
  });
});

function labelsByRule({
  n,
  y_rule: { a, b, c, mods },
}: {
  n: number;
  y_rule: Record<'a' | 'b' | 'c', number> & { mods: number[] };
}) {
  return Array.from({ length: n }, (_, i) => mods.reduce((value, mod) => value % mod, a * i * i + b * i + c));
}
