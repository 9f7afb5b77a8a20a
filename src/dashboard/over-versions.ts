import type { Chart } from './chart.ts';
import { axisTexts } from './format.ts';
import type { Html } from './html.ts';
import type { DatasetVersion } from './published-version.ts';
import { renderTable } from './table.ts';

type Versions = readonly DatasetVersion[];

/** The category axis of a chart with a value for each version. */
export function overVersions(versions: Versions): Pick<Chart, 'categories'> {
  return { categories: axisTexts(versions.map(({ publishedAt }) => publishedAt)) };
}

/** A table with a row for each version, the newest first; of one version, with a row for each column, which fits a telephone. */
export function versionTable(
  caption: string,
  columns: readonly Html[],
  versions: Versions,
  valuesOf: (version: DatasetVersion, index: number) => readonly string[],
): Html {
  if (versions.length === 1) {
    const values = valuesOf(versions[0], 0);
    return renderTable(
      caption,
      ['', versions[0].tag],
      columns.map((column, index) => [column, values[index]]),
    );
  }
  const rows = versions.map((version, index) => [version.tag, ...valuesOf(version, index)]);
  return renderTable(caption, ['Version', ...columns], rows.toReversed());
}
