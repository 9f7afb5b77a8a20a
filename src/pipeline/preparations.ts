import type { CollectedRows } from '../dataset/collect-rows.ts';
import type { LabelSchema } from '../dataset/label-schema.ts';
import { type DataFile, writeParquet } from '../dataset/parquet.ts';
import { type PreparedDataset, prepareDataset } from '../dataset/prepare.ts';
import { SPLIT_NAMES } from '../dataset/rows.ts';
import type { PipelinePorts, PipelineSettings } from './settings.ts';

/** A dataset that is ready to be published. */
export interface Preparation {
  readonly dataset: PreparedDataset;
  /** Its data files, written when they are first asked for: a version that has not changed needs none. */
  dataFiles(): readonly DataFile[];
}

/** Splits rows and writes data files, once for the same rows, and ahead of time where there is time. */
export class Preparations {
  readonly #settings: PipelineSettings;
  readonly #ports: PipelinePorts;
  readonly #made = new Map<CollectedRows, Preparation>();

  constructor(settings: PipelineSettings, ports: PipelinePorts) {
    this.#settings = settings;
    this.#ports = ports;
  }

  /** Does the work now that {@link of} would do later; what it throws is thrown there. */
  makeAhead(schema: LabelSchema, rows: CollectedRows): void {
    const isUsable = rows.texts.length >= this.#settings.parameters.min_dataset_len;
    if (!isUsable || this.#ports.signal?.aborted) return;
    try {
      this.of(schema, rows).dataFiles();
    } catch {
      // Told by the label's own report, when its turn comes.
    }
  }

  /** The dataset of a label's rows. @throws Error when there are too few rows to split */
  of(schema: LabelSchema, rows: CollectedRows): Preparation {
    const made = this.#made.get(rows) ?? this.#make(schema, rows);
    this.#made.set(rows, made);
    return made;
  }

  #make(schema: LabelSchema, rows: CollectedRows): Preparation {
    const { parameters, fractions } = this.#settings;
    const dataset = prepareDataset(schema, rows, {
      fractions,
      method: parameters.split_method,
      seed: parameters.random_state,
    });
    this.#ports.progress.preparedRows(schema.name, rows.texts.length);
    let files: DataFile[] | undefined;
    return {
      dataset,
      dataFiles() {
        files ??= writeDataFiles(dataset);
        return files;
      },
    };
  }
}

function writeDataFiles({ texts, splits, schema }: PreparedDataset): DataFile[] {
  return SPLIT_NAMES.flatMap((split) =>
    writeParquet({ split, texts, rows: splits[split], classNames: schema.classNames }),
  );
}
