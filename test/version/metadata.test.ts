import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { holdsSame, parsePreviousVersion, versionInstant, versionTagOf } from '../../src/version/metadata.ts';
import { metadata } from '../support/metadata.ts';

test('versionTagOf names an instant in UTC', () => {
  expect(versionTagOf(new Date('2026-01-02T03:04:05.678Z'))).toBe('v20260102_030405');
});

describe('versionInstant', () => {
  const now = new Date('2026-12-31T23:59:59.500Z');

  test('is now after an older version, and for the first', () => {
    expect(versionInstant(now, null)).toBe(now);
    expect(versionInstant(now, 'v20261231_235958')).toBe(now);
  });

  test('is the second after a version of this very second, or of a clock ahead of ours', () => {
    expect(versionTagOf(versionInstant(now, 'v20261231_235959'))).toBe('v20270101_000000');
    expect(versionTagOf(versionInstant(now, 'v20270301_000059'))).toBe('v20270301_000100');
  });
});

test.each(['v99999999_999999', 'v99991231_235959'])(
  'versionInstant is now after %s, which nothing follows',
  (tag) => {
    const now = new Date('2026-12-31T23:59:59.500Z');
    expect(versionInstant(now, tag)).toBe(now);
  },
);

test('lists of 0 and 1 are the same only with the same classes, which their column does not name', () => {
  const features = { text: { dtype: 'string', _type: 'Value' }, labels: { feature: {}, _type: 'Sequence' } };
  const written = metadata({ features, multi_hot: 'labels', label_map: { a: 0, b: 1 } });
  const previous = parsePreviousVersion(JSON.stringify(written))!;
  const candidate = { contentSha256: 'c'.repeat(64), features: JSON.stringify(features) };
  expect(previous.multiHot).toBe('labels');
  expect(holdsSame(previous, { ...candidate, classNames: ['a', 'b'] })).toBe(true);
  expect(holdsSame(previous, { ...candidate, classNames: ['a', 'b', 'c'] })).toBe(false);
  expect(holdsSame(previous, { ...candidate, classNames: ['b', 'a'] })).toBe(false);
  expect(holdsSame(previous, { ...candidate, features: '{}', classNames: ['a', 'b'] })).toBe(false);
});

describe('parsePreviousVersion', () => {
  test('reads what this action writes', () => {
    expect(
      parsePreviousVersion(JSON.stringify(metadata({ generated_card_blob_id: 'a'.repeat(40) }))),
    ).toEqual({
      versionTag: 'v20261123_010203',
      contentSha256: 'c'.repeat(64),
      classNames: ['NORMAL', 'URGENT'],
      predictions: null,
      features: JSON.stringify(metadata().features),
      multiHot: null,
      numSamples: 10,
      splits: { train: 8, eval: 1, test: 1 },
      classBalance: { NORMAL: { train: 6, eval: 1, test: 0 }, URGENT: { train: 2, eval: 0, test: 1 } },
      dataFiles: metadata().files.slice(0, 3),
      card: metadata().files[3],
      generatedCardBlobId: 'a'.repeat(40),
      name: 'urgency',
      task: 'text-classification',
      rowIndex: null,
      population: { corrections: 12, right: 4, confirmed: 40, confirmed_is_estimated: true, sampled: 6 },
      splitRules: {
        seed: 42,
        shares: '80/10/10',
        method: 'stable',
        group: null,
        clean: 'python',
        role: null,
        folded: false,
        foldedRows: 0,
        redacted: null,
        redactedRows: {},
      },
      splitsSince: 'v20261123_010203',
      earlierVersions: [],
      changes: null,
    });
  });

  test("reads the old service's metadata", () => {
    const old = {
      dataset_name: 'mr-kush/misclassified-department',
      version_tag: 'v20251017_045551',
      label_column: 'department',
      num_samples: 2426,
      splits: { train: 1940, eval: 243, test: 243 },
    };
    expect(parsePreviousVersion(JSON.stringify(old))).toEqual({
      versionTag: 'v20251017_045551',
      contentSha256: null,
      classNames: null,
      predictions: null,
      features: null,
      multiHot: null,
      numSamples: 2426,
      splits: { train: 1940, eval: 243, test: 243 },
      classBalance: null,
      dataFiles: null,
      card: null,
      rowIndex: null,
      generatedCardBlobId: null,
      name: 'department',
      task: null,
      population: null,
      splitRules: {
        seed: undefined,
        shares: undefined,
        method: undefined,
        group: undefined,
        role: null,
        folded: false,
        foldedRows: 0,
        redacted: null,
        redactedRows: {},
      },
      splitsSince: null,
      earlierVersions: [],
      changes: null,
    });
  });

  test.each([
    ['no list', {}],
    ['a file elsewhere', [{ path: 'data/../x.parquet', size: 1, sha256: 'a'.repeat(64) }]],
    ['a split too few', metadata().files.slice(1)],
    ['no card', metadata().files.slice(0, 3)],
    ['no hash', metadata().files.map(({ path, size }) => ({ path, size }))],
    ['a size below zero', metadata().files.map((file) => ({ ...file, size: -1 }))],
  ])('takes files that are %s for none', (_, files) => {
    const text = JSON.stringify({ ...metadata(), files });
    expect(parsePreviousVersion(text)).toMatchObject({ dataFiles: null, card: null });
  });

  test('never throws, whatever it finds', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.jsonValue().map((value) => JSON.stringify({ version_tag: value })),
        ),
        (text) => {
          const found = parsePreviousVersion(text);
          if (found !== null) expect(found.versionTag).toMatch(/^v\d{8}_\d{6}$/);
        },
      ),
    );
  });

  test.each([{ num_samples: '10' }, { splits: { train: -1 } }, { quality: [] }, { content_sha256: 'x' }])(
    'leaves out the malformed part of %j',
    (changes) => {
      const found = parsePreviousVersion(JSON.stringify({ ...metadata(), ...changes }));
      const field = {
        num_samples: 'numSamples',
        splits: 'splits',
        quality: 'classBalance',
        content_sha256: 'contentSha256',
      };
      const name = field[Object.keys(changes)[0] as keyof typeof field];
      expect(found).toHaveProperty(name, null);
    },
  );
});
