import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What a defect is found by. */
export type FoundBy = 'pairs' | 'tampering' | 'kills';

/** Ways to break a publish, which the matrix must catch, each as a change of the bundle's text. */
const DEFECTS = {
  'tag-before-commit': {
    foundBy: 'pairs',
    text: 'const made = await repo.commit(commitOf(repo, version, parent.state, { isNewRepo }));',
    replacement:
      'await repo.tag(version.tag, parent.state.commit, version.title);\n    const made = await repo.commit(commitOf(repo, version, parent.state, { isNewRepo }));',
  },
  'no-parent': { foundBy: 'pairs', text: 'parentCommit: parent,', replacement: '' },
  'offered-twice': { foundBy: 'pairs', text: 'open = proposal;', replacement: '{}' },
  'no-reading-back': {
    foundBy: 'tampering',
    text: 'if (wrong.length > 0 || stale.length > 0) {',
    replacement: 'if (false) {',
  },
  'unchanged-unseen': {
    foundBy: 'tampering',
    text: 'const broken = await differingFiles(repo, state, rowIndex === null ? expected : [...expected, rowIndex]);',
    replacement: 'const broken = []; return broken;',
  },
  'announced-too-late': { foundBy: 'kills', text: 'ports.report(report);', replacement: '' },
  'never-announced-again': {
    foundBy: 'kills',
    text: 'isNewVersion: !isAnnounced }',
    replacement: 'isNewVersion: !isTagged }',
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

/** A bundle in a folder of its own. */
export interface BundleCopy {
  readonly script: string;
  remove(): Promise<void>;
}

/** Copies a bundle, and the presets it reads; with a defect in it or, to show that a copy is as good, without. */
export async function copyBundle(script: string, defect: Defect | null): Promise<BundleCopy> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bundle-copy-'));
  const source = path.dirname(script);
  const target = path.join(folder, 'dist', path.basename(source));
  await cp(source, target, { recursive: true });
  await cp(path.resolve(source, '../../presets'), path.join(folder, 'presets'), { recursive: true });
  const copy = path.join(target, path.basename(script));
  if (defect !== null) await breakScript(copy, defect);
  return { script: copy, remove: () => rm(folder, { recursive: true }) };
}

async function breakScript(script: string, defect: Defect): Promise<void> {
  const { text, replacement } = DEFECTS[defect];
  const parts = (await readFile(script, 'utf8')).split(text);
  if (parts.length !== 2) throw new Error(`"${text}" is in the bundle ${parts.length - 1} times`);
  await writeFile(script, parts.join(replacement));
}
