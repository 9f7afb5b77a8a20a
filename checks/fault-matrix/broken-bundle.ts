import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What a defect is found by. */
export type FoundBy = 'pairs' | 'tampering' | 'kills';

/** Ways to break a publish, which the matrix must catch, each as a change of the bundle's text. */
const DEFECTS = {
  'tag-before-commit': {
    foundBy: 'pairs',
    text: 'return repo.commit({',
    replacement: 'await repo.tag(version.tag, state.commit, version.title);\n    return repo.commit({',
  },
  'no-parent': { foundBy: 'pairs', text: 'parentCommit: parent,', replacement: '' },
  'no-reading-back': {
    foundBy: 'tampering',
    text: 'if (wrong.length > 0 || stale.length > 0) {',
    replacement: 'if (false) {',
  },
  'unchanged-unseen': {
    foundBy: 'tampering',
    text: 'const broken = await differingFiles(repo, state, expected);',
    replacement: 'const broken = []; return broken;',
  },
  'told-too-late': { foundBy: 'kills', text: 'ports.tell(report);', replacement: '' },
  'never-told-again': {
    foundBy: 'kills',
    text: 'isNew: !isAnnounced,',
    replacement: 'isNew: tagRestored,',
  },
} as const satisfies Readonly<
  Record<string, { readonly foundBy: FoundBy; readonly text: string; readonly replacement: string }>
>;

export type Defect = keyof typeof DEFECTS;

/** What a defect is found by. */
export function finderOf(defect: Defect): FoundBy {
  return DEFECTS[defect].foundBy;
}

export const DEFECT_NAMES = Object.keys(DEFECTS) as Defect[];

/** Copies a bundle with a defect in it. @returns the path of the copy's script */
export async function breakBundle(script: string, defect: Defect): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'broken-bundle-'));
  await cp(path.dirname(script), folder, { recursive: true });
  const copy = path.join(folder, path.basename(script));
  const { text, replacement } = DEFECTS[defect];
  const parts = (await readFile(copy, 'utf8')).split(text);
  if (parts.length !== 2) throw new Error(`"${text}" is in the bundle ${parts.length - 1} times`);
  await writeFile(copy, parts.join(replacement));
  return copy;
}
