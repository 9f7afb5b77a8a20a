import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { MALFORMED } from '../../../src/engine/rows/class-sets.ts';
import { createCleaner } from '../../../src/engine/rows/cleaner.ts';
import { ClassLabeller, UNKNOWN_CLASS } from '../../../src/engine/rows/label.ts';
import { editsOfCleaning, isEdited, mapRange } from '../../../src/engine/spans/map-offsets.ts';
import { publishSpans, taggedSpans } from '../../../src/engine/spans/published-spans.ts';
import { SpanReader } from '../../../src/engine/spans/span-reader.ts';
import { compareSpans, type TokenSpan } from '../../../src/engine/spans/token-span.ts';
import { tokensOf } from '../../../src/engine/spans/tokens.ts';
import type { Cleaning } from '../../../src/model/cleaning.ts';
import type { SpanOffsets } from '../../../src/model/definition.ts';
import { openPiiReader } from '../../../src/pii/pii-reader.ts';
import { mixedText } from '../../support/mixed-text.ts';

const CLASSES = ['PER', 'LOC', 'PHONE'];
/** White space, and the signs that may be between tokens. */
const GAPS = /[\s\x1c-\x1f\x85\xad\u200b\u2060\ufeff]/g;
const CASES = 100_000;
const SEED = 20_261_130;

const PII = { find: ['email', 'phone'], region: 'NP' } as const;
const REDACTING = openPiiReader({ ...PII, action: 'redact' });
const COUNTING = openPiiReader({ ...PII, action: 'count' });

interface Marked {
  readonly start: unknown;
  readonly end: unknown;
  readonly label: unknown;
  readonly text?: unknown;
}

/** Reads the spans of a text as a dataset does. */
function read(
  text: string,
  marked: readonly Marked[] | string,
  how: { readonly clean?: Cleaning; readonly spanOffsets?: SpanOffsets; readonly redact?: boolean } = {},
) {
  const { clean = ['whitespace'], spanOffsets, redact = false } = how;
  const reader = new SpanReader(new ClassLabeller(CLASSES, { isFolded: true }), { clean, spanOffsets });
  const pii = redact ? REDACTING : COUNTING;
  const source = Buffer.from(text);
  const published = Buffer.from(pii.read(createCleaner(clean, null).clean(source)));
  const field = Buffer.from(typeof marked === 'string' ? marked : JSON.stringify(marked));
  const found = reader.read(field, { source, published, redactions: pii.redactions });
  const spans = typeof found === 'number' ? null : found.spans;
  const shown = spans === null ? null : publishSpans(published.toString(), spans, CLASSES);
  return { found, spans, shown, counts: reader.counts, text: published.toString() };
}

/** What the spans of a text cover once they were read, or why the row is dropped. */
function covered(...given: Parameters<typeof read>): string[] | string {
  const { shown, counts, text } = read(...given);
  const problem = Object.entries(counts.dropped).find(([, rows]) => rows > 0);
  if (shown === null) return problem?.[0] ?? 'unknown class';
  const points = Array.from(text);
  return shown.spans.map(
    ({ start, end, label }) => `${label} ${points.slice(Number(start), Number(end)).join('')}`,
  );
}

test('spans become tokens, tags in the order of the classes, and offsets in code points', () => {
  const { shown, counts } = read(
    '😀 Ada Lovelace in Paris',
    [
      { start: 2, end: 14, label: 'PER' },
      { start: 18, end: 23, label: 'LOC' },
    ],
    { spanOffsets: 'code-points' },
  );
  expect(shown).toEqual({
    tokens: ['😀', 'Ada', 'Lovelace', 'in', 'Paris'],
    tags: [0n, 1n, 2n, 0n, 3n],
    spans: [
      { start: 2n, end: 14n, label: 'PER' },
      { start: 18n, end: 23n, label: 'LOC' },
    ],
  });
  expect(counts).toMatchObject({ fitted: 0, redacted: 0, untagged: 0 });
});

test('a text without spans is a row', () => {
  expect(read('Nobody is here', []).shown).toEqual({
    tokens: ['Nobody', 'is', 'here'],
    tags: [0n, 0n, 0n],
    spans: [],
  });
});

test('the text of a span shows what its offsets count', () => {
  const text = '😀 Ada met Eve';
  const points = [{ start: 2, end: 5, label: 'PER', text: 'Ada' }];
  const units = [{ start: 3, end: 6, label: 'PER', text: 'Ada' }];
  expect(covered(text, points)).toEqual(['PER Ada']);
  expect(covered(text, units)).toEqual(['PER Ada']);
  // Of one span that shows it all others of the row learn it.
  expect(covered(text, [...units, { start: 11, end: 14, label: 'PER', text: null }])).toEqual([
    'PER Ada',
    'PER Eve',
  ]);
  expect(covered(text, [{ start: 2, end: 5, label: 'PER' }])).toBe('unclearOffsets');
  expect(covered(text, [{ start: 3, end: 6, label: 'PER' }], { spanOffsets: 'utf-16' })).toEqual(['PER Ada']);
  expect(covered(text, [{ start: 2, end: 5, label: 'PER' }], { spanOffsets: 'code-points' })).toEqual([
    'PER Ada',
  ]);
  // Half of a surrogate pair is no border, so these are not units of UTF-16.
  expect(covered('😀😀 Ada', [{ start: 3, end: 6, label: 'PER' }])).toEqual(['PER Ada']);
  // Offsets before the first character outside the BMP are the same.
  expect(covered('Ada 😀', [{ start: 0, end: 3, label: 'PER' }])).toEqual(['PER Ada']);
  // The key does not overrule the text.
  expect(covered(text, units, { spanOffsets: 'code-points' })).toBe('otherText');
});

test.each<[string, readonly Marked[] | string]>([
  ['outOfRange', [{ start: 0, end: 4, label: 'PER' }]],
  ['outOfRange', [{ start: -1, end: 2, label: 'PER' }]],
  ['reversed', [{ start: 2, end: 1, label: 'PER' }]],
  ['empty', [{ start: 1, end: 1, label: 'PER' }]],
  ['otherText', [{ start: 0, end: 3, label: 'PER', text: 'Eva' }]],
  ['notSpans', [{ start: '0', end: 3, label: 'PER' }]],
  ['notSpans', [{ start: 0.5, end: 3, label: 'PER' }]],
  ['notSpans', [{ start: 0, end: 3, label: ['PER'] }]],
  ['notSpans', [{ start: 0, end: 3, label: 'PER', text: 3 }]],
  ['notSpans', '{"start":0,"end":3,"label":"PER"}'],
  ['notSpans', 'null'],
  ['unknown class', [{ start: 0, end: 3, label: 'per' }]],
])('a row with %s is dropped: %j', (problem, spans) => {
  const { found, counts } = read('Ada', spans);
  expect(covered('Ada', spans)).toBe(problem);
  expect(found).toBe(problem === 'unknown class' ? UNKNOWN_CLASS : MALFORMED);
  expect(Object.values(counts.dropped).reduce((sum, rows) => sum + rows, 0)).toBe(
    found === MALFORMED ? 1 : 0,
  );
});

test('half of a surrogate pair is no border', () => {
  expect(covered('😀 Ada', [{ start: 1, end: 4, label: 'PER' }], { spanOffsets: 'utf-16' })).toBe(
    'otherText',
  );
});

test('spans that begin or end in a token are moved to its borders, and counted', () => {
  const spans = [
    { start: 1, end: 6, label: 'PER' },
    { start: 9, end: 15, label: 'LOC' },
  ];
  expect(covered('Lovelace in Paris', spans)).toEqual(['PER Lovelace', 'LOC in Paris']);
  expect(read('Lovelace in Paris', spans).counts.fitted).toBe(2);
  // White space at the ends belongs to no token.
  expect(covered('Eve  saw Ada ', [{ start: 8, end: 13, label: 'PER' }])).toEqual(['PER Ada']);
  expect(covered('Eve  saw', [{ start: 3, end: 5, label: 'PER' }])).toEqual('empty');
});

test('of spans that overlap the longest has the tags, of the same length the first', () => {
  const { shown, counts } = read('a b c d e', [
    { start: 2, end: 5, label: 'LOC' },
    { start: 4, end: 9, label: 'PER' },
    { start: 4, end: 9, label: 'PER' },
    { start: 4, end: 9, label: 'LOC' },
    { start: 0, end: 1, label: 'LOC' },
  ]);
  expect(shown).toMatchObject({
    tags: [3n, 0n, 1n, 2n, 2n],
    spans: [
      { start: 0n, label: 'LOC' },
      { start: 2n, end: 5n, label: 'LOC' },
      { start: 4n, end: 9n, label: 'PER' },
      { start: 4n, end: 9n, label: 'LOC' },
    ],
  });
  expect(counts.untagged).toBe(2);
});

test('cleaning moves spans, and drops a row whose span it removes', () => {
  const text = '  see http://x.y/Ada  and <b>Ada</b>  Lovelace ';
  const at = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });
  const ada = { ...at('Ada</b>  Lovelace'), label: 'PER' };
  expect(covered(text, [ada], { clean: 'python' })).toEqual(['PER Ada Lovelace']);
  expect(covered(text, [ada], { clean: ['urls'] })).toEqual(['PER Ada</b>  Lovelace']);
  expect(covered(text, [ada], { clean: 'none' })).toEqual(['PER Ada</b>  Lovelace']);
  const url = { ...at('http://x.y/Ada'), label: 'PER' };
  expect(covered(text, [ada, url], { clean: 'python' })).toBe('removed');
  expect(covered(text, [url], { clean: ['whitespace'] })).toEqual(['PER http://x.y/Ada']);
});

test('a span in or across personal data covers what replaces it', () => {
  const text = '😀 Call Ada on +977 9841234567 or ada@example.org today, Eve';
  const at = (part: string) => ({
    start: Array.from(text.slice(0, text.indexOf(part))).length,
    end: Array.from(text.slice(0, text.indexOf(part) + part.length)).length,
  });
  const spans = [
    { ...at('Ada on +977 98'), label: 'PER' },
    { ...at('9841234567'), label: 'PHONE' },
    { ...at('ada@example.org'), label: 'PHONE' },
    { ...at('Eve'), label: 'PER' },
  ];
  const how = { spanOffsets: 'code-points', redact: true } as const;
  expect(covered(text, spans, how)).toEqual([
    'PER Ada on [PHONE]',
    'PHONE [PHONE]',
    'PHONE [EMAIL]',
    'PER Eve',
  ]);
  expect(read(text, spans, how).counts).toMatchObject({ redacted: 3, fitted: 0, untagged: 1 });
});

const CLEANINGS: readonly Cleaning[] = ['python', 'none', ['whitespace'], ['urls'], ['urls', 'whitespace']];

test(`cleaning as places of edits is cleaning, over ${CASES} texts`, () => {
  const cleaners = CLEANINGS.map((cleaning) => ({ cleaning, cleaner: createCleaner(cleaning, null) }));
  fc.assert(
    fc.property(mixedText, fc.constantFrom(...cleaners), (text, { cleaning, cleaner }) => {
      const cleaned = Buffer.from(cleaner.clean(Buffer.from(text))).toString();
      // A separator, which no published text holds, becomes a space in its place.
      return editsOfCleaning(text, cleaning).text.replaceAll('\x1f', ' ') === cleaned;
    }),
    { numRuns: CASES, seed: SEED },
  );
});

test(`tags agree with spans, and spans keep their text, over ${CASES} texts`, () => {
  let compared = 0;
  const range = fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 12 }), fc.constantFrom(...CLASSES));
  fc.assert(
    fc.property(
      mixedText,
      fc.array(range, { maxLength: 5 }),
      fc.constantFrom(...CLEANINGS),
      (text, ranges, clean) => {
        const points = Array.from(text);
        const spans = ranges.flatMap(([start, length, label]) => {
          const covers = points.slice(start, start + length).join('');
          return start + length > points.length ? [] : [{ start, end: start + length, label, text: covers }];
        });
        const given = { clean, spanOffsets: 'code-points' } as const;
        const { shown, spans: kept, text: published } = read(text, spans, given);
        if (shown === null || kept === null) return true;
        if (kept.length > 0) compared++;
        return (
          areTagged(kept, shown.tags) &&
          shown.spans.every(({ start, end }, index) => {
            const covers = Array.from(published).slice(Number(start), Number(end)).join('');
            const tokens = shown.tokens.slice(kept[index].first, kept[index].end);
            const isWhole = covers.startsWith(tokens[0]) && covers.endsWith(tokens.at(-1)!);
            return isWhole && tokens.join('').replace(GAPS, '') === covers.replace(GAPS, '');
          })
        );
      },
    ),
    { numRuns: CASES, seed: SEED },
  );
  expect(compared).toBeGreaterThan(CASES / 4);
});

/** True if tags say the same as the spans that they can hold, read by the rules of the scheme. */
function areTagged(spans: readonly TokenSpan[], tags: readonly bigint[]): boolean {
  const read: TokenSpan[] = [];
  for (const [token, tag] of tags.entries()) {
    const classId = Math.floor((Number(tag) - 1) / 2);
    if (tag > 0n && tag % 2n === 1n) read.push({ first: token, end: token + 1, classId });
    const last = read.at(-1);
    if (tag > 0n && tag % 2n === 0n) {
      if (last === undefined || last.end !== token || last.classId !== classId) return false;
      read[read.length - 1] = { ...last, end: token + 1 };
    }
  }
  return JSON.stringify(read) === JSON.stringify([...taggedSpans(spans)].sort(compareSpans));
}

test('a range covers what replaces a part of it', () => {
  const edits = [
    { start: 2, end: 5, length: 1 },
    { start: 8, end: 9, length: 4 },
  ];
  const mapped = (start: number, end: number) => {
    const range = mapRange({ start, end }, edits);
    return [range.start, range.end];
  };
  expect([mapped(0, 2), mapped(0, 3), mapped(3, 4), mapped(2, 5), mapped(5, 8)]).toEqual([
    [0, 2],
    [0, 3],
    [2, 3],
    [2, 3],
    [3, 6],
  ]);
  expect([mapped(4, 9), mapped(9, 12), mapped(0, 20), mapped(6, 7)]).toEqual([
    [2, 10],
    [10, 13],
    [0, 21],
    [4, 5],
  ]);
  expect([isEdited({ start: 5, end: 8 }, edits), isEdited({ start: 5, end: 9 }, edits)]).toEqual([
    false,
    true,
  ]);
});

test('many spans and signs take time that is linear in them', () => {
  const text = '<'.repeat(200_000);
  expect(editsOfCleaning(text, 'python').text).toBe(text);
  expect(tokensOf(text)).toHaveLength(400_000);
  const spans = Array.from({ length: 20_000 }, (_, start) => ({ start, end: start + 1, label: 'PER' }));
  expect(
    read(
      'a '.repeat(20_000),
      spans.map(({ start, ...span }) => ({ ...span, start: 2 * start, end: 2 * start + 1 })),
    ).counts.fitted,
  ).toBe(0);
});
