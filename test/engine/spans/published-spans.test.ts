import { expect, test } from '@jest/globals';
import { spansOfTags } from '../../../src/engine/spans/published-spans.ts';

// Tags: 0 is O, 1 and 2 begin and continue a span of the class 0, 3 and 4 one of the class 1.
test.each<[number[], [first: number, end: number, classId: number][]]>([
  [[], []],
  [[0, 0], []],
  [
    [1, 2, 2, 0, 3],
    [
      [0, 3, 0],
      [4, 5, 1],
    ],
  ],
  [
    [1, 1],
    [
      [0, 1, 0],
      [1, 2, 0],
    ],
  ],
  [[0, 2, 2], [[1, 3, 0]]],
  [
    [1, 0, 2],
    [
      [0, 1, 0],
      [2, 3, 0],
    ],
  ],
  [
    [1, 4, 4],
    [
      [0, 1, 0],
      [1, 3, 1],
    ],
  ],
])('the tags %j have the spans %j', (tags, spans) => {
  expect(spansOfTags(tags)).toEqual(spans.map(([first, end, classId]) => ({ first, end, classId })));
});
