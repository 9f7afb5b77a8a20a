import type { FileContent } from './file.ts';
import type { SplitName } from './rows.ts';

/** A file of lines of JSON. */
export interface LinesFile {
  readonly file: string;
  /** Its bytes. */
  readonly size: number;
}

/** Ids of rows as lines of JSON in pieces, or the file that has them. */
export type RowIdLines = { readonly lines: () => Iterable<Uint8Array> } | LinesFile;

/** A folder the files of a version are also written to. */
export interface OutputFolder {
  /** Replaces the version in the dataset's folder by these files. */
  write(
    dataset: string,
    files: readonly ({ readonly path: string; readonly size: number } & FileContent)[],
  ): Promise<void>;
  /** Replaces the dataset's list of dropped rows, one line each, whatever happens to the version. */
  writeDropped(dataset: string, lines: Iterable<Uint8Array>): Promise<void>;
  /**
   * Replaces the dataset's list of rows that are worth another look, one line each, or removes it.
   *
   * @param lines null where such rows were not searched
   */
  writeReview(dataset: string, lines: Iterable<Uint8Array> | null): Promise<void>;
  /**
   * Writes the ids of the rows of a content, one line each in the order of the data files, and removes those of other
   * contents than this one and the one before. If the content is that of the version before, none is removed.
   *
   * @param contents.contentSha256 hash of the content that the rows are
   * @param contents.before that of the version before; null for none
   */
  writeRowIds(
    dataset: string,
    ids: RowIdLines,
    contents: { readonly contentSha256: string; readonly before: string | null },
  ): Promise<void>;
}

/** A row of a version, by the id that its SELECT gave it. */
export interface RowId {
  readonly split: SplitName;
  readonly id: string;
  readonly source: string;
}

/** A folder with the ids of the rows of versions, as {@link OutputFolder.writeRowIds} wrote them. */
export interface RowIdFolder {
  /** Where it is, as the person named it. */
  readonly root: string;
  /**
   * Reads the ids of the rows of a content, in the order of the data files.
   *
   * @param content hash of the content, and rows of each split
   * @returns null if the folder does not have them
   */
  idsOf(
    dataset: string,
    content: { readonly contentSha256: string; readonly splits: Readonly<Record<SplitName, number>> },
  ): Promise<AsyncIterable<RowId> | null>;
  /**
   * Writes a list of rows to the dataset's folder.
   *
   * @returns path of the file
   */
  writeDifference(dataset: string, name: string, lines: AsyncIterable<Uint8Array>): Promise<string>;
}
