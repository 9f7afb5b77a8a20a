import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * Merges two changes of a text line by line, by `git merge-file`.
 *
 * @returns null when they contradict each other, or one side has no text
 */
export async function mergeTexts(
  ours: Buffer | null | undefined,
  base: Buffer,
  theirs: Buffer | null | undefined,
): Promise<Buffer | null> {
  if (ours === null || ours === undefined || theirs === null || theirs === undefined) return null;
  const folder = await mkdtemp(path.join(tmpdir(), 'merge-'));
  try {
    const sides = Object.entries({ ours, base, theirs });
    await Promise.all(sides.map(([name, text]) => writeFile(path.join(folder, name), text)));
    return await new Promise((resolve, reject) => {
      const options = { cwd: folder, encoding: 'buffer', maxBuffer: 64 << 20 } as const;
      execFile('git', ['merge-file', '-p', '-q', 'ours', 'base', 'theirs'], options, (error, merged) => {
        // Its exit code is the number of conflicts, or 255 for texts that are none.
        if (error === null) resolve(merged);
        else if (typeof error.code === 'number') resolve(null);
        else reject(error);
      });
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}
