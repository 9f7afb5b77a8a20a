import type { ExpectedFile } from '../model/file.ts';
import type { DatasetMetadata, PreviousVersion } from './metadata.ts';

/**
 * Returns the text of metadata with another row index. Where groups decide the splits, `splits_since` becomes the version
 * itself: nothing knows any more in which split a text was that left.
 *
 * @param text metadata of a version, which were read before
 */
export function withRowIndex(
  text: string,
  { path, size, sha256 }: Pick<ExpectedFile, 'path' | 'size' | 'sha256'>,
): string {
  const metadata: DatasetMetadata = JSON.parse(text);
  const files = metadata.files.map((file) => (file.path === path ? { path, size, sha256 } : file));
  const { split_key: key, version_tag: tag, splits_since: since } = metadata;
  const changed = { ...metadata, splits_since: key?.group == null ? since : tag, files };
  return `${JSON.stringify(changed, null, 4)}\n`;
}

/**
 * Returns whether metadata are those of a version after lines of its row index were erased: the tag names the version as it
 * was before until the erasure has moved it.
 *
 * @param text metadata at the tag
 * @param before what these say
 */
export function isErasedFrom(
  { text, before }: { readonly text: string | null; readonly before: PreviousVersion | null },
  erased: { readonly text: string | null; readonly rowIndex: PreviousVersion['rowIndex'] },
): boolean {
  if (text === null || before === null || before.rowIndex === null || erased.rowIndex === null) return false;
  return withRowIndex(text, erased.rowIndex) === erased.text;
}
