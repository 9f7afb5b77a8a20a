import { randomUUID } from 'node:crypto';
import { lstat, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { OwnFileError, readPieces } from '../files/own-file.ts';
import type { FileContent } from '../model/file.ts';

const DATA_FILE = /^(train|eval|test)-\d{5}-of-\d{5}\.parquet$/;

/** File with the ids of dropped rows and the reasons. */
const DROPPED_FILE = 'dropped.jsonl';
/** File with the ids of rows that are worth another look and the reasons. */
const REVIEW_FILE = 'review.jsonl';

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
export function createOutputFolder(root: string) {
  return {
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
  };

  async function writeList(dataset: string, name: string, lines: Iterable<Uint8Array> | null): Promise<void> {
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
  if (cause instanceof OwnFileError) return cause;
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
