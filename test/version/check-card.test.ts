import { describe, expect, test } from '@jest/globals';
import { describesVersion } from '../../src/version/check-card.ts';

const FILES = ['train', 'eval', 'test'].map((split) => `data/${split}-00000-of-00001.parquet`);
const VERSION = {
  versionTag: 'v20261123_010203',
  splits: { train: 8, eval: 1, test: 1 },
  dataFiles: FILES,
};
const PATHS = [...FILES, 'README.md', 'dataset_metadata.json'];
const BLOCK =
  '<!-- prepare-dataset:begin (generated; write outside this block) -->\n| Version | `v20261123_010203` |\n<!-- prepare-dataset:end -->';

/** A card whose splits have so many rows and are loaded from these paths. */
function card({
  rows = { train: 8, eval: 1, test: 1 },
  paths = (split: string) => `data/${split}-00000-of-00001.parquet` as unknown,
  block = BLOCK,
  more = '',
} = {}): string {
  const splits = ['train', 'eval', 'test'] as const;
  const info = { splits: splits.map((name) => ({ name, num_examples: rows[name] })) };
  const configs = [
    { config_name: 'default', data_files: splits.map((split) => ({ split, path: paths(split) })) },
  ];
  return `---\ndataset_info: ${JSON.stringify(info)}\nconfigs: ${JSON.stringify(configs)}\n${more}---\n\nBy a person.\n${block}\nMore.\n`;
}

test.each<[string, string, string[]]>([
  ['as it was written', card(), PATHS],
  ['with lists of paths', card({ paths: (split) => [`data/${split}-00000-of-00001.parquet`] }), PATHS],
  ['of 1.0.0, with patterns', card({ paths: (split) => `data/${split}-*` }), PATHS],
  ['with another key, and one that occurs twice', card({ more: 'license: mit\nlicense: mit\n' }), PATHS],
])('a card %s tells its version', (_, text, paths) => {
  expect(describesVersion(text, VERSION, paths)).toBe(true);
  expect(describesVersion(text, { ...VERSION, splits: null }, paths)).toBe(true);
});

test.each<[string, string, string[]]>([
  ['of another version', card({ block: BLOCK.replace('010203', '010204') }), PATHS],
  ['whose version stands outside the block', card({ block: '| Version | `v20261123_010203` |' }), PATHS],
  ['cut off in the block', card({ block: BLOCK.slice(0, -5) }), PATHS],
  ['without front matter', `Text\n${BLOCK}`, PATHS],
  ['that is JSON', JSON.stringify({ version_tag: 'v20261123_010203' }), PATHS],
  ['with another number of rows', card({ rows: { train: 8, eval: 2, test: 1 } }), PATHS],
  ['that loads a split from another file', card({ paths: () => FILES[0] }), PATHS],
  [
    'whose pattern meets another file',
    card({ paths: (split) => `data/${split}-*` }),
    [...PATHS, 'data/train-x.csv'],
  ],
  ['whose pattern meets too few files', card({ paths: (split) => `data/${split}-*` }), PATHS.slice(1)],
  ['whose paths are no texts', card({ paths: () => 7 }), PATHS],
  ['with a second configuration', card().replace('configs: [', 'configs: [{"config_name":"b"},'), PATHS],
  ['with a further configuration', card().replace('}]}]', '}]},{"config_name":"b"}]'), PATHS],
  ['without configurations', card().replace(/configs: .*\n/, ''), PATHS],
  ['with configurations that are none', card().replace(/configs: .*\n/, 'configs: [1]\n'), PATHS],
  ['without its sizes', card().replace(/dataset_info: .*\n/, ''), PATHS],
])('a card %s does not', (_, text, paths) => {
  expect(describesVersion(text, VERSION, paths)).toBe(false);
});

test('a pattern does not reach into folders', () => {
  const text = card({ paths: (split) => `data/${split}-*` });
  expect(describesVersion(text, VERSION, [...PATHS, 'data/train-x/y.parquet'])).toBe(true);
});

describe('a name that is not quoted, as versions before 1.5.0 wrote it,', () => {
  const named = (name: string) =>
    card().replace(
      '{"splits"',
      `{"features":[{"name":"x","dtype":{"class_label":{"names":{"0":${name}}}}}],"splits"`,
    );

  // What PyYAML 6.0.3 makes of each.
  test.each([
    ...[
      'no',
      'off',
      'NO',
      'Yes',
      'on',

      '=',
      '<<',
      '1_000',
      '0b1',
      '+0x1F',
      '12:30',
      '1:2.5',
      '1_0.5',
      '1_0.e+3',
    ],
    ...[
      '.5_0',

      '2026-11-23',
      '2026-1-3 1:02:03',
      '2026-01-03T1:02:03.5 +01:00',
      'a\tb',
      'a\u2028b',
      '"a\u2028b"',
    ],
  ])('keeps a card from telling its version where PyYAML reads something else: %j', (name) => {
    expect(describesVersion(named(name), VERSION, PATHS)).toBe(false);
  });

  test.each([
    ...[
      'y',
      'n',
      'nope',
      'yes sir',
      'tRUE',
      '1e3x',
      '12:60a',
      '0o8',
      '1,000',
      '2026-11',
      'inf',
      'nan',
      '=a',
      '<',
      'é',
    ],
    ...['"no"', "'12:30'", '"a\\u2028b"'],
  ])('does not where PyYAML reads this very text: %j', (name) => {
    expect(describesVersion(named(name), VERSION, PATHS)).toBe(true);
  });

  test('and that a person wrote for themselves is theirs', () => {
    expect(describesVersion(card({ more: 'country: NO\n' }), VERSION, PATHS)).toBe(true);
  });
});
