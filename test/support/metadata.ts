import type { RowCounts } from '../../src/engine/rows/row-counts.ts';
import type { DatasetSettings } from '../../src/model/definition.ts';
import type { DatasetMetadata } from '../../src/version/metadata.ts';

/** The settings of a small version. */
export const SETTINGS: DatasetSettings = {
  correctRatio: 0.5,
  randomState: 42,
  split: '80/10/10',
  splitMethod: 'stable',
  minDatasetLen: 10,
  private: true,
};

/** Metadata of a small version, with changes. */
export function metadata(changes: Partial<DatasetMetadata> = {}): DatasetMetadata {
  return {
    dataset_name: 'owner/urgency',
    version_tag: 'v20261123_010203',
    label_column: 'urgency',
    created_at: '2026-11-23T01:02:03.000Z',
    commit_message: 'Dataset update (urgency) - 20261123_010203',
    num_samples: 10,
    splits: { train: 8, eval: 1, test: 1 },
    author: 'owner',
    description: 'Processed and versioned dataset for urgency classification.',
    schema_version: 1,
    content_sha256: 'c'.repeat(64),
    label_map: { NORMAL: 0, URGENT: 1 },
    source: { reviewed_rows: 12, pool_rows: 6 },
    population: { corrections: 12, right: 4, confirmed: 40, confirmed_is_estimated: true, sampled: 6 },
    quality: {
      fetched: { reviewed: 12, pool: 6 },
      stages: { fetched: 18, cleaned: 15, labelled: 14, deduplicated: 10 },
      dropped: {
        nullMessage: 1,
        invalidUtf8: 0,
        empty: 2,
        pii: 0,
        unknownClass: 1,
        malformed: 0,
        duplicate: 2,
        outvoted: 0,
        conflicting: 2,
      },
      unknownClassNames: [{ name: 'Soon', rows: 1 }],
      conflictingTexts: 1,
      class_balance: { NORMAL: { train: 6, eval: 1, test: 0 }, URGENT: { train: 2, eval: 0, test: 1 } },
      near_duplicates: { train_test: 0, train_eval: 0, eval_test: 0, dropped: 0 },
    },
    parameters: {
      correct_ratio: 0.5,
      random_state: 42,
      split: '80/10/10',
      split_method: 'stable',
      min_dataset_len: 10,
    },
    task: 'text-classification',
    split_key: { group: null, role: null, folded: false, redacted: null, clean: 'python' },
    splits_since: 'v20261123_010203',
    earlier_versions: [],
    features: {
      grievance: { dtype: 'string', _type: 'Value' },
      label: { names: ['NORMAL', 'URGENT'], _type: 'ClassLabel' },
    },
    files: ['train', 'eval', 'test', ''].map((split) => ({
      path: split === '' ? 'README.md' : `data/${split}-00000-of-00001.parquet`,
      size: 100,
      sha256: 'd'.repeat(64),
    })),
    generated_card_blob_id: null,
    ...changes,
  };
}

/** The counts of {@link metadata} as the engine has them. */
export function smallCounts(): RowCounts {
  const { fetched, class_balance: _, near_duplicates: __, ...counts } = metadata().quality;
  const sources = { corrections: fetched.reviewed, confirmed: fetched.pool };
  return { ...counts, fetched: sources, agreement: null, newestCorrection: null };
}
