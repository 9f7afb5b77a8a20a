import { classesOf } from '../model/features.ts';
import type { FileContent } from '../model/file.ts';
import { isRecord } from '../text/json.ts';
import { COMPRESSORS, openContent } from './parquet-content.ts';

/** Reads the first rows of a data file that this action wrote, with the names of classes in the place of their ids. */
export async function firstRows(content: FileContent, count: number): Promise<Record<string, unknown>[]> {
  const { parquetMetadataAsync, parquetReadObjects } = await import('hyparquet');
  const file = await openContent(content);
  const metadata = await parquetMetadataAsync(file);
  const written = metadata.key_value_metadata?.find(({ key }) => key === 'huggingface')?.value;
  const features: unknown = JSON.parse(written ?? '{}').info?.features ?? {};
  const rowEnd = Math.min(count, Number(metadata.num_rows));
  const rows = await parquetReadObjects({ file, metadata, compressors: COMPRESSORS, rowEnd });
  return rows.map((row) => withClassNames(row, isRecord(features) ? features : {}));
}

function withClassNames(
  row: Readonly<Record<string, unknown>>,
  features: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const named = Object.entries(features).map(([column, feature]) => {
    const value = row[column] ?? null;
    const classes = classesOf({ column: feature });
    if (classes === null || value === null) return [column, value];
    const nameOf = (id: unknown) => classes[Number(id)] ?? null;
    return [column, Array.isArray(value) ? value.map(nameOf) : nameOf(value)];
  });
  return Object.fromEntries(named);
}
