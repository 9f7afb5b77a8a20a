import { expect, test } from '@jest/globals';
import { MersenneTwister } from '../../../src/engine/split/mersenne-twister.ts';
import { describeGolden, readGolden } from '../../support/golden.ts';

test('the 10 000th word of seed 5489 is the one the C++ standard prescribes', () => {
  const random = new MersenneTwister(5489);
  for (let index = 1; index < 10_000; index++) random.uint32();
  expect(random.uint32()).toBe(4123659995);
});

describeGolden('golden files of the generator', () => {
  test("gives NumPy's words and permutations", () => {
    for (const golden of readGolden('rng.json').seeds) {
      const random = new MersenneTwister(golden.seed);
      const words = Array.from({ length: 1300 }, () => random.uint32());
      expect(words.slice(0, 10)).toEqual(golden.uint32_first);
      expect(words.slice(620, 630)).toEqual(golden.uint32_620_630);
      expect(words.slice(1295)).toEqual(golden.uint32_1295_1299);
      for (const length of [1, 2, 17]) {
        const permutation = new MersenneTwister(golden.seed).permutation(length);
        expect([...permutation]).toEqual(golden[`permutation_${length}`]);
      }
    }
  });
});
