import type { DatasetRows, SplitRows } from '../../../src/engine/dataset-rows.ts';
import { MemoryRows } from '../../../src/engine/memory-rows.ts';
import {
  findNearDuplicates,
  type SearchOptions,
} from '../../../src/engine/near-duplicates/near-duplicates.ts';
import { MersenneTwister } from '../../../src/engine/split/mersenne-twister.ts';
import type { SplitName } from '../../../src/model/rows.ts';
import { textShape } from '../../support/shapes.ts';
import { labelledTexts } from '../../support/texts.ts';

/** Texts with the split each is in. */
export type PlacedText = readonly [text: string, split: SplitName];

export function place(texts: readonly PlacedText[]): { rows: DatasetRows; splits: SplitRows } {
  const rowsIn = (split: SplitName) =>
    Uint32Array.from(texts.flatMap(([, where], row) => (where === split ? [row] : [])));
  return {
    rows: labelledTexts(texts.map(([text]) => [text, 0])),
    splits: { train: rowsIn('train'), eval: rowsIn('eval'), test: rowsIn('test') },
  };
}

/** Searches rows in memory for near copies, and gives them by their numbers, and the splits without what is left out. */
export function findCopies(rows: DatasetRows, splits: SplitRows, options: SearchOptions) {
  const { found, copies } = findNearDuplicates(new MemoryRows(textShape(['a']), rows, splits), options);
  const examples = copies.examples.map(({ rows: pair, similarity }) => ({
    rows: pair.map(({ split, place }) => splits[split][place]),
    splits: pair.map(({ split }) => split),
    similarity,
  }));
  const droppedRows = splits.train.filter((_, place) => copies.dropped.has(place));
  const left = { ...splits, train: splits.train.filter((_, place) => !copies.dropped.has(place)) };
  return { found, examples, droppedRows, splits: left };
}

/** Whole numbers below a bound, always the same. */
export function seeded(seed: number): (bound: number) => number {
  const random = new MersenneTwister(seed);
  return (bound) => random.uint32() % bound;
}

const DISTRICTS =
  'Butwal Chitwan Dharan Hetauda Kailali Lalitpur Pokhara Sunsari काठमाडौं सप्तरी बर्दिया रौतहट'.split(' ');
const BEGINNINGS = [
  'Streetlights on the main road of * have been out for two weeks and people face danger at night',
  'Drinking water in * is brown since Monday and many children of our ward are sick',
  'Major potholes on the road of * damage cars; schedule patchwork before the rain',
  '* को मुख्य सडकका बत्ती दुई हप्ता देखि बलेका छैनन् र राति हिंड्न डर लाग्छ',
  '* मा आँधीले विद्यालयको छत भत्कियो; धेरै बालबालिका घाइते भएका छन्',
  '* बजार नजिक फोहोर थुप्रिएको छ र गन्ध असह्य भएको छ',
];
const ENDS = [
  '.',
  ' Please repair soon.',
  ' Photos available upon request!',
  ' I have contacted the local office multiple times but no effective action yet.',
  ' कृपया छिटो मरम्मत गर्नुहोस्।',
  ' यो मुद्दा महिनौंदेखि चलेको छ।',
];

/** Texts as people write them from some hundred templates: some are near copies, more are alike, none are equal. */
export function templateTexts(count: number, random: (bound: number) => number): string[] {
  const pick = <T>(values: readonly T[]) => values[random(values.length)];
  const generated = Array.from({ length: 120 }, () => `${randomText(10 + random(10), random)} in *`);
  const beginnings = [...BEGINNINGS, ...generated];
  return Array.from({ length: count }, (_, row) => {
    const own = Array.from({ length: random(5) }, () => `word${random(500)}`).join(' ');
    return `${pick(beginnings).replace('*', pick(DISTRICTS))} ${own} ${row}${pick(ENDS)}`;
  });
}

/** A text of random words. */
export function randomText(words: number, random: (bound: number) => number): string {
  return Array.from({ length: words }, () => `w${random(100_000)}`).join(' ');
}

/** The different words of a text, found by other means than those that are tested. */
export function wordSetOf(text: string): Set<string> {
  return new Set(
    text
      .toLowerCase()
      .split(/[^\p{L}\p{M}\p{N}]+/u)
      .filter((word) => word !== ''),
  );
}

export function similarityOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared / (one.size + other.size - shared);
}
