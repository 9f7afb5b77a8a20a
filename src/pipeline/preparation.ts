import type { CollectedRows } from '../dataset/collect-rows.ts';
import type { LabelSchema } from '../dataset/label-schema.ts';
import { type DataFile, writeParquet } from '../dataset/parquet.ts';
import { type PreparedDataset, prepareDataset } from '../dataset/prepare.ts';
import { SPLIT_NAMES } from '../dataset/rows.ts';
import type { Progress } from './ports.ts';
import type { PipelineSettings } from './settings.ts';

/** A dataset that is ready to be published. */
export interface Preparation {
  readonly dataset: PreparedDataset;
  /** Its data files, written when they are first asked for: a version that has not changed needs none. */
  dataFiles(): readonly DataFile[];
}

/** Splits a label's rows. @throws Error when there are too few rows to split */
export function prepare(
  schema: LabelSchema,
  rows: CollectedRows,
  { parameters, fractions }: PipelineSettings,
  progress: Progress,
): Preparation {
  const dataset = prepareDataset(schema, rows, {
    fractions,
    method: parameters.split_method,
    seed: parameters.random_state,
  });
  progress.preparedRows(schema.name, rows.texts.length);
  let files: DataFile[] | undefined;
  return {
    dataset,
    dataFiles() {
      files ??= writeDataFiles(dataset);
      return files;
    },
  };
}

function writeDataFiles({ texts, splits, schema }: PreparedDataset): DataFile[] {
  return SPLIT_NAMES.flatMap((split) =>
    writeParquet({ split, texts, rows: splits[split], classNames: schema.classNames }),
  );
}
