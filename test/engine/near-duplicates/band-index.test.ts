import { expect, test } from '@jest/globals';
import { BandIndex } from '../../../src/engine/near-duplicates/band-index.ts';
import { Sketcher } from '../../../src/engine/near-duplicates/sketcher.ts';
import { Sketches } from '../../../src/engine/near-duplicates/sketches.ts';
import { WordReader } from '../../../src/engine/near-duplicates/words.ts';

const LIGHTS = 'the lights on the road to our school are broken since the storm of last week';

/** An index of all texts but the last one, which is searched for. */
function indexOf(texts: readonly string[]) {
  const words = new WordReader();
  const sketches = new Sketches(texts.length);
  const sketcher = new Sketcher(words);
  for (const [sketch, text] of texts.entries()) sketcher.set(sketches, sketch, words.read(Buffer.from(text)));
  const members = Uint32Array.from({ length: texts.length - 1 }, (_, sketch) => sketch);
  const index = new BandIndex(sketches, members);
  const found = (stopAt = Number.POSITIVE_INFINITY) => {
    const visited: number[] = [];
    const query = new Sketches(1);
    query.copy(0, sketches, texts.length - 1);
    const sawAll = index.search(query, (sketch) => visited.push(sketch) === stopAt);
    return { visited, sawAll };
  };
  return { index, found };
}

test('a search finds what is alike once, the most alike first, and nothing else', () => {
  const { found } = indexOf([
    `${LIGHTS} now`,
    'a text of which no word is in the other one',
    LIGHTS.replace('school', 'house').replace('broken', 'dead').replace('storm', 'rain'),
    LIGHTS,
    LIGHTS,
  ]);
  const { visited, sawAll } = found();
  expect(sawAll).toBe(true);
  expect(visited).toHaveLength(new Set(visited).size);
  expect(visited.toSorted()).toEqual(visited.includes(2) ? [0, 2, 3] : [0, 3]);
  if (visited.includes(2)) expect(visited.at(-1)).toBe(2);
});

test('what is removed is not found again, and the rest is', () => {
  const { index, found } = indexOf(Array.from({ length: 20 }, () => LIGHTS));
  for (const sketch of [0, 7, 18]) index.remove(sketch);
  const left = [1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17];
  for (let search = 0; search < 2; search++) {
    expect(found().visited.toSorted((a, b) => a - b)).toEqual(left);
  }
});

test('what is left of many is found', () => {
  const { index, found } = indexOf(
    Array.from({ length: 300 }, (_, row) => `${LIGHTS} ${row % 300 < 290 ? row : ''}`),
  );
  for (let sketch = 0; sketch < 280; sketch++) {
    index.remove(sketch);
    if (sketch % 50 === 0) found();
  }
  const { visited, sawAll } = found();
  expect(visited.toSorted((a, b) => a - b)).toEqual(expect.arrayContaining([290, 291, 297, 298]));
  expect(Math.min(...visited)).toBeGreaterThanOrEqual(280);
  expect(sawAll).toBe(true);
});

test('an index of nothing finds nothing', () => {
  expect(indexOf([LIGHTS]).found()).toEqual({ visited: [], sawAll: true });
});

test('a search that is stopped says that it saw enough', () => {
  const { found } = indexOf(Array.from({ length: 20 }, () => LIGHTS));
  const { visited, sawAll } = found(3);
  expect(visited).toHaveLength(3);
  expect(sawAll).toBe(true);
});

test('a search has a bound, and says when it came to it', () => {
  const { found } = indexOf(Array.from({ length: 5000 }, () => LIGHTS));
  const { visited, sawAll } = found();
  expect(visited).toHaveLength(32);
  expect(sawAll).toBe(false);
});

test('what was removed does not count towards the bound', () => {
  const { index, found } = indexOf(Array.from({ length: 60 }, () => LIGHTS));
  for (let sketch = 0; sketch < 30; sketch++) index.remove(sketch);
  const { visited, sawAll } = found();
  expect(visited).toHaveLength(29);
  expect(sawAll).toBe(true);
});
