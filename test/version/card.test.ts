import { describe, expect, test } from '@jest/globals';
import { gitBlobId } from '../../src/model/file.ts';
import { sizeCategory } from '../../src/version/card.ts';
import { parsePreviousVersion } from '../../src/version/metadata.ts';
import { metadata } from '../support/metadata.ts';
import { card, frontMatter } from './card-scene.ts';

describe('writeCard', () => {
  test('states features and sizes as datasets does, and each file by its name', () => {
    const { dataset_info: info, configs, size_categories: category } = frontMatter(card(null));
    expect(info).toEqual({
      features: [
        { name: 'grievance', dtype: 'string' },
        { name: 'label', dtype: { class_label: { names: { '0': 'NORMAL', '1': 'URGENT' } } } },
      ],
      splits: [
        { name: 'train', num_bytes: 800, num_examples: 8 },
        { name: 'eval', num_bytes: 100, num_examples: 1 },
        { name: 'test', num_bytes: 100, num_examples: 1 },
      ],
      download_size: 100,
      dataset_size: 1000,
    });
    expect(configs).toEqual([
      {
        config_name: 'default',
        data_files: [
          { split: 'train', path: ['data/train-0.parquet', 'data/train-1.parquet'] },
          { split: 'eval', path: ['data/eval-0.parquet'] },
          { split: 'test', path: ['data/test-0.parquet'] },
        ],
      },
    ]);
    expect(category).toEqual(['n<1K']);
  });

  test('keeps the class order of names that look like numbers', () => {
    const splits = { train: 4, eval: 1, test: 0 };
    const quality = { ...metadata().quality, class_balance: { '2': splits, '1': splits } };
    const { dataset_info: info } = frontMatter(card(null, { label_map: { '2': 0, '1': 1 }, quality }));
    expect(info.features[1].dtype.class_label.names).toEqual({ '0': '2', '1': '1' });
  });

  test('tells what personal data was found, and which rows were left out for it', () => {
    const { quality } = metadata();
    const pii = { action: 'drop', rows: 2, found: { email: { rows: 2, finds: 3 } } } as const;
    const changed = { ...quality, pii, dropped: { ...quality.dropped, pii: 2 } };
    const { markdown } = card(null, { quality: changed });
    expect(markdown).toContain('| With personal data | 2 |');
    expect(markdown).toContain('\n- E-mail addresses: 3 in 2 rows, left out with their rows\n');
    expect(card(null).markdown).not.toMatch(/personal data/i);
  });

  test('tells nothing of near copies that were not searched', () => {
    const { near_duplicates: near, ...quality } = metadata().quality;
    expect(card(null).markdown).toContain('is in one split only. No near-duplicates were found');
    const { markdown } = card(null, { quality });
    expect(near).toBeDefined();
    expect(markdown).toMatch(/is in one split only\.\n/);
    expect(markdown).not.toMatch(/near cop/i);
  });

  test('tells where the model was wrong where corrections tell what it had said', () => {
    const { quality } = metadata();
    const predictions = {
      reviewed: 3,
      corrected: 2,
      pairs: [
        [0, 1, 2],
        [0, 0, 1],
      ] as const,
    };
    const { markdown } = card(null, { quality: { ...quality, predictions } });
    expect(markdown).toContain(
      '## Where the model was wrong\n\n2 of 3 reviewed rows were corrected (66.7 %).',
    );
    expect(markdown).toContain('| NORMAL | 1 (100.0 %) | **2 (100.0 %)** |\n| URGENT | 0 | 0 |');
    expect(card(null).markdown).not.toContain('the model was wrong');
  });

  test('tells how to load this very version', () => {
    expect(card(null).markdown).toContain('load_dataset("owner/urgency", revision="v20261123_010203")');
  });

  test('has the git blob id of a card that nobody wrote in', () => {
    const { markdown, generatedBlobId } = card(null);
    expect(generatedBlobId).toBe(gitBlobId(Buffer.from(markdown)));
    expect(card(markdown)).toEqual({ markdown, generatedBlobId });
  });

  test.each([
    '<!-- prepare-dataset:begin -->',
    '<!-- prepare-dataset:begin ',
    '# Dataset: `x`',
    '_Last updated automatically by the pipeline on ',
  ])('reads a card of 2 MB of %s in linear time', (piece) => {
    const startMs = performance.now();
    card(`Mine.\n${piece.repeat(2_000_000 / piece.length)}`);
    expect(performance.now() - startMs).toBeLessThan(5000);
  });

  test("replaces the old service's card", () => {
    const legacy = [
      '---\ndatasets:\n- owner/urgency\nlicense: apache-2.0\nsize_categories:\n- 1K<n<10K\n---\n',
      '# Dataset: `owner/urgency`\n\nText.\n\n_Last updated automatically by the pipeline on 2025-10-17._\n',
    ].join('\n');
    const next = card(legacy);
    expect(next.markdown).not.toContain('# Dataset:');
    expect(frontMatter(next)).toMatchObject({ license: 'apache-2.0', size_categories: ['n<1K'] });
    expect(frontMatter(next)).not.toHaveProperty('datasets');
  });

  test('tells the change since the last version', () => {
    const previous = parsePreviousVersion(
      JSON.stringify(metadata({ num_samples: 7, version_tag: 'v20261122_010203' })),
    );
    expect(card(null, {}, previous).markdown).toContain('| All rows | 7 | 10 | +3 |');
    expect(card(null).markdown).toContain('This is the first version.');
  });

  test('escapes class names', () => {
    const hostile = '<img src=x> | [a](http://b) @all\n::error::';
    const { markdown } = card(null, {
      label_map: { [hostile]: 0 },
      quality: { ...metadata().quality, class_balance: { [hostile]: { train: 8, eval: 1, test: 1 } } },
    });
    const body = markdown.slice(markdown.indexOf('prepare-dataset:begin'));
    expect(body).not.toMatch(/<img|(?<!\\)\]\(|@all|::error/);
  });
});

test.each([
  [999, 'n<1K'],
  [1000, '1K<n<10K'],
  [99_999, '10K<n<100K'],
  [100_000, '100K<n<1M'],
  [5_000_000, '1M<n<10M'],
  [10_000_000, '10M<n<100M'],
])('%d rows are of size category %s', (rows, category) => {
  expect(sizeCategory(rows)).toBe(category);
});
