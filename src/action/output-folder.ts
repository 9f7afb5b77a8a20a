import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { OwnFileError, readPieces } from '../files/own-file.ts';
import type { FileContent } from '../model/file.ts';
import type { OutputFolder, RowId, RowIdFolder } from '../model/output-folder.ts';
import type { SplitName } from '../model/rows.ts';

const DATA_FILE = /^(train|eval|test)-\d{5}-of-\d{5}\.parquet$/;

/** File with the ids of dropped rows and the reasons. */
const DROPPED_FILE = 'dropped.jsonl';
/** File with the ids of rows that are worth another look and the reasons. */
const REVIEW_FILE = 'review.jsonl';
/** Files with the ids of the rows of a content. */
const ROW_IDS_FILE = /^row_ids-[0-9a-f]{16}\.jsonl$/;
/** What a dataset is called, and so the folder with its files. */
const DATASET_NAME = /^\w[\w.-]*$/;

/** Name of the file with the ids of the rows of a content: 64 bits of its hash identify it. */
function rowIdsFile(contentSha256: string): string {
  return `row_ids-${contentSha256.slice(0, 16)}.jsonl`;
}

/** One file of a version. */
type OutputFile = FileContent & {
  /** Path below the dataset's folder, with `/`. */
  readonly path: string;
  /** Bytes of the content. */
  readonly size: number;
};

/**
 * Writes the files of a version, the list of dropped rows and the list of rows to review to `<root>/<dataset>/…`, and removes the data files of an
 * earlier version there. The root may be a link. Below it nothing is written through a link: a link at the path of a
 * file is replaced, and one at the path of a folder is refused.
 *
 * @throws Error that names the folder if it cannot be written; OwnFileError for a file that cannot be read again
 */
export function createOutputFolder(root: string): OutputFolder & RowIdFolder {
  return {
    root,
    async write(dataset: string, files: readonly OutputFile[]): Promise<void> {
      const folder = path.resolve(root, dataset);
      try {
        await mkdir(root, { recursive: true });
        const dataFolder = path.join(folder, 'data');
        await ensureFolder(folder);
        await ensureFolder(dataFolder);
        for (const name of await readdir(dataFolder)) {
          if (DATA_FILE.test(name)) await rm(path.join(dataFolder, name));
        }
        for (const file of files) {
          await replaceFile(path.join(folder, file.path), file.chunks ?? readPieces(file.file, 0, file.size));
        }
      } catch (cause) {
        throw notWritten(dataset, folder, cause);
      }
    },
    /** @param lines the dropped rows, as JSON Lines in pieces */
    writeDropped(dataset: string, lines: Iterable<Uint8Array>): Promise<void> {
      return writeList(dataset, DROPPED_FILE, lines);
    },
    /** @param lines the rows, as JSON Lines in pieces; null removes the file of an earlier run */
    writeReview(dataset: string, lines: Iterable<Uint8Array> | null): Promise<void> {
      return writeList(dataset, REVIEW_FILE, lines);
    },
    async writeRowIds(dataset, ids, { contentSha256, before }) {
      const lines = 'lines' in ids ? ids.lines() : readPieces(ids.file, 0, ids.size);
      await writeList(dataset, rowIdsFile(contentSha256), lines);
      if (contentSha256 === before) return;
      const kept = [contentSha256, ...(before === null ? [] : [before])].map(rowIdsFile);
      const folder = path.resolve(root, dataset);
      try {
        for (const name of await readdir(folder))
          if (ROW_IDS_FILE.test(name) && !kept.includes(name)) await rm(path.join(folder, name));
      } catch (cause) {
        throw notWritten(dataset, folder, cause);
      }
    },
    async idsOf(dataset, { contentSha256, splits }) {
      if (!DATASET_NAME.test(dataset)) return null;
      const file = path.join(root, dataset, rowIdsFile(contentSha256));
      const stats = await lstat(file).catch(() => null);
      return stats?.isFile() === true ? readRowIds(file, splits) : null;
    },
    async writeDifference(dataset, name, lines) {
      await writeList(dataset, name, lines);
      return path.join(root, dataset, name);
    },
  };

  async function writeList(
    dataset: string,
    name: string,
    lines: Iterable<Uint8Array> | AsyncIterable<Uint8Array> | null,
  ): Promise<void> {
    const folder = path.resolve(root, dataset);
    try {
      await mkdir(root, { recursive: true });
      await ensureFolder(folder);
      const file = path.join(folder, name);
      if (lines === null) await rm(file, { force: true });
      else await replaceFile(file, lines);
    } catch (cause) {
      throw notWritten(dataset, folder, cause);
    }
  }
}

/** A file of ids is not what this product wrote. */
class RowIdsError extends Error {}

/**
 * Reads ids, a piece of the file in memory at a time. Lines end at `\n` only, because an id may have other line separators.
 *
 * @param sizes rows of each split
 * @throws RowIdsError that names the file and the line if the file is not a list of the ids of these rows
 */
async function* readRowIds(file: string, sizes: Readonly<Record<SplitName, number>>): AsyncGenerator<RowId> {
  const evalStart = sizes.train;
  const testStart = evalStart + sizes.eval;
  const end = testStart + sizes.test;
  let [number, rest] = [0, ''];
  const pieces: AsyncIterable<string> = createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 18 });
  for await (const piece of pieces) {
    const lines = `${rest}${piece}`.split('\n');
    rest = lines.pop()!;
    for (const line of lines) {
      const split = number < evalStart ? 'train' : number < testStart ? 'eval' : 'test';
      const row = number < end ? parseRowId(line, split) : null;
      number++;
      if (row === null) throw noRowIds(file, number);
      yield row;
    }
  }
  if (rest !== '' || number !== end) throw noRowIds(file, number + 1);
}

/** @returns null if a line is not the id of a row of the split */
function parseRowId(line: string, split: SplitName): RowId | null {
  try {
    const row = JSON.parse(line);
    if (row.split === split && typeof row.id === 'string' && typeof row.source === 'string')
      return { split, id: row.id, source: row.source };
  } catch {}
  return null;
}

function noRowIds(file: string, line: number): RowIdsError {
  return new RowIdsError(
    `Line ${line} of ${file} is not the id of the row at its place in the version. Remove the file, or restore it as prepare-dataset wrote it.`,
  );
}

/** Something that is not a folder has the name of a folder. */
class NoFolderError extends Error {}

/** Creates a folder, which may exist already. @throws NoFolderError if something else, or a link, has its name */
async function ensureFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    if (!(await lstat(folder)).isDirectory()) throw new NoFolderError(folder);
  }
}

/** Moves a file to a path, and replaces whatever is there. */
async function replaceFile(
  file: string,
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<void> {
  const draft = path.join(path.dirname(file), `.${randomUUID()}.tmp`);
  try {
    await writeFile(draft, chunks, { flag: 'wx' });
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

function notWritten(dataset: string, folder: string, cause: unknown): Error {
  if (cause instanceof OwnFileError || cause instanceof RowIdsError) return cause;
  return new Error(`The files of ${dataset} could not be written to ${folder}${explain(cause)}`, { cause });
}

function explain(cause: unknown): string {
  if (cause instanceof NoFolderError) {
    return `: ${cause.message} is a link, or not a folder, and nothing is written through a link. Remove it, or choose another output-dir.`;
  }
  const code = codeOf(cause);
  const reason = code === undefined ? '' : ` (${code})`;
  return `${reason}. Check output-dir, its permissions and the free space on the disk.`;
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
