import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Ways to break the order of a publish, which the matrix must catch. */
export type Defect = 'tag-before-commit' | 'no-parent';

const DEFECTS: Readonly<Record<Defect, readonly [text: string, replacement: string]>> = {
  'tag-before-commit': [
    'const result = await repo.commit({',
    'await repo.tag(version.tag, state.commit, version.title);\n        const result = await repo.commit({',
  ],
  'no-parent': ['parentCommit: parent,', ''],
};

export const DEFECT_NAMES = Object.keys(DEFECTS) as Defect[];

/** Copies a bundle with a defect in it. @returns the path of the copy's script */
export async function breakBundle(script: string, defect: Defect): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'broken-bundle-'));
  await cp(path.dirname(script), folder, { recursive: true });
  const copy = path.join(folder, path.basename(script));
  const [text, replacement] = DEFECTS[defect];
  const parts = (await readFile(copy, 'utf8')).split(text);
  if (parts.length !== 2) throw new Error(`"${text}" is in the bundle ${parts.length - 1} times`);
  await writeFile(copy, parts.join(replacement));
  return copy;
}
