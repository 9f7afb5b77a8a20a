import { isUtf8 } from 'node:buffer';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { quote } from './problems.ts';

export const MAX_BYTES = 1024 * 1024;

/** A text with the path of its file in the workspace, with `/`; or why it cannot be read. */
export type TextFile<F extends string | null = string> =
  | { readonly text: string; readonly file: F }
  | { readonly problem: string };

/**
 * Reads a text file in the workspace. Links may not lead out of the workspace.
 *
 * @param given path as written
 * @param options.from folder that it is relative to
 */
export function readWorkspaceFile(
  given: string,
  { workspace, from }: { workspace: string; from: string },
): TextFile {
  const named = quote(given);
  try {
    const root = realpathSync(workspace);
    const real = realpathSync(path.resolve(from, given));
    const file = path.relative(root, real);
    if (file.split(path.sep)[0] === '..' || path.isAbsolute(file)) {
      return { problem: `The file ${named} is outside the workspace. Name a file of the repository.` };
    }
    const stats = statSync(real);
    if (stats.isDirectory()) return { problem: `${named} is a folder. Name a file in it.` };
    if (!stats.isFile()) return { problem: `${named} is not a file that can be read.` };
    if (stats.size > MAX_BYTES) return { problem: `The file ${named} is larger than 1 MiB.` };
    const bytes = readFileSync(real);
    if (!isUtf8(bytes)) {
      return { problem: `The file ${named} is not UTF-8 in line ${brokenLine(bytes)}. Save it as UTF-8.` };
    }
    return { text: withoutMark(bytes.toString()), file: file.replaceAll(path.sep, '/') };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      return {
        problem: `The workspace has no file ${named}. Check the path, and that the repository is checked out.`,
      };
    }
    return { problem: `The file ${named} could not be read (${code}).` };
  }
}

/** Returns a text without the byte order mark that it may start with. */
export function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

/** Returns the number of the first line that is not UTF-8, from 1. */
function brokenLine(bytes: Buffer): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const newline = bytes.indexOf(0x0a, start);
    const end = newline === -1 ? bytes.length : newline + 1;
    if (!isUtf8(bytes.subarray(start, end))) break;
    start = end;
  }
  return line;
}
