import path from 'node:path';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { URGENCIES } from './complaints.ts';

const SPLITS = ['train', 'eval', 'test'];

/** A row of the published dataset `urgency`. */
export interface PublishedRow {
  readonly text: string;
  readonly label: number;
  readonly className: string;
  readonly split: string;
}

/** Reads the rows of `urgency` in the files that a run published. @param folder where it left them */
export async function publishedRows(folder: string): Promise<PublishedRow[]> {
  const rows = await Promise.all(
    SPLITS.map(async (split) => {
      const name = path.join(folder, 'datasets', 'urgency', 'data', `${split}-00000-of-00001.parquet`);
      const objects = await parquetReadObjects({ file: await asyncBufferFromFile(name), compressors });
      return objects.map(({ grievance, label }) => {
        return { text: String(grievance), label: Number(label), className: URGENCIES[Number(label)], split };
      });
    }),
  );
  return rows.flat();
}
