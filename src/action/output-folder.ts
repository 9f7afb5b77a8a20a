import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

const DATA_FILE = /^(train|eval|test)-\d{5}-of-\d{5}\.parquet$/;

/**
 * Writes a version's files to `<root>/<label>/…` and removes the data files of an earlier version from there.
 *
 * @throws Error that names the folder when it cannot be written
 */
export function createOutputFolder(root: string) {
  return {
    async write(
      label: string,
      files: readonly { path: string; chunks: readonly Uint8Array[] }[],
    ): Promise<void> {
      const folder = path.resolve(root, label);
      try {
        const dataFolder = path.join(folder, 'data');
        await mkdir(dataFolder, { recursive: true });
        for (const name of await readdir(dataFolder)) {
          if (DATA_FILE.test(name)) await rm(path.join(dataFolder, name));
        }
        for (const file of files) await writeFile(path.join(folder, file.path), file.chunks);
      } catch (cause) {
        const code = cause instanceof Error && 'code' in cause ? ` (${cause.code})` : '';
        throw new Error(
          `The files of ${label} could not be written to ${folder}${code}. Check output-dir, its rights and the free space on the disk.`,
          { cause },
        );
      }
    },
  };
}
