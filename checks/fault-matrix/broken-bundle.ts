import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What a defect is found by. */
export type FoundBy = 'pairs' | 'tampering' | 'kills';

interface Change {
  readonly foundBy: FoundBy;
  /** Found in the bundle once. */
  readonly text: string;
  readonly replacement: string;
  /** Name of the bundle in `dist/`, `prepare-dataset` unless it is another. */
  readonly bundle?: string;
  /** Scenario in whose pairs it shows; without one it shows in those at which commit and tag are made, in any. */
  readonly scenario?: string;
  /** Fault at which it shows there; without one any at the first request does, and kills. */
  readonly fault?: string;
}

/** Ways to break a publish, which the matrix must catch, each as a change of a bundle's text. */
const DEFECTS = {
  'tag-before-commit': {
    foundBy: 'pairs',
    text: 'const made = await repo.commit(commitOf(repo, version, parent.state, { isNewRepo }));',
    replacement:
      'await repo.tag(version.tag, parent.state.commit, version.title);\n    const made = await repo.commit(commitOf(repo, version, parent.state, { isNewRepo }));',
  },
  'no-parent': { foundBy: 'pairs', text: 'parentCommit: parent,', replacement: '' },
  'offered-twice': { foundBy: 'pairs', text: 'open = proposal;', replacement: '{}' },
  'production-before-promotion': {
    foundBy: 'pairs',
    bundle: 'promote-model',
    scenario: 'promote',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: text of the bundle
    text: 'await model.setTag(tag, commit, `Promoted: better than production on ${version}`);',
    replacement: '',
  },
  'judged-once': {
    foundBy: 'pairs',
    scenario: 'raced held',
    text: 'const gates = isAsCreated ? created.gates : options.judge(observed);',
    replacement: 'const gates = (options.judgedOnce ??= options.judge(observed));',
  },
  'index-unchecked': {
    foundBy: 'pairs',
    scenario: 'bad index',
    text: 'content?.length === size && ',
    replacement: 'content !== null || ',
  },
  'ledger-ignored': {
    foundBy: 'pairs',
    scenario: 'grouped other',
    text: 'const known = ledger.content === undefined ? {} : { ledger: ledger.content };',
    replacement: 'const known = {};',
  },
  'ledger-unneeded': {
    foundBy: 'pairs',
    scenario: 'grouped lost',
    text: 'const NOTHING_KNOWN = { content: undefined, tag: null, areTextsKnown: false };',
    replacement: 'const NOTHING_KNOWN = { content: undefined, tag: null, areTextsKnown: true };',
  },
  'surplus-left-open': {
    foundBy: 'pairs',
    scenario: 'surplus',
    text: 'for (const pullRequest of surplus)\n        await replace(repo, pullRequest, OFFERED_ELSEWHERE);\n    let offer;',
    replacement: 'let offer;',
  },
  'strangers-trusted': {
    foundBy: 'pairs',
    scenario: 'foreign offer',
    text: 'return made.author !== name;',
    replacement: 'return false;',
  },
  'tag-without-branch': {
    foundBy: 'pairs',
    bundle: 'prune-versions',
    scenario: 'erase',
    fault: 'killed before',
    text: 'hasBranch = (await history.createBranch(version, commit)) || hasBranch;',
    replacement: '',
  },
  'waiting-unchanged': {
    foundBy: 'pairs',
    scenario: 'waiting',
    text: "return isClosed ? 'unchanged' : 'awaiting-approval';",
    replacement: "return 'unchanged';",
  },
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
} as const satisfies Readonly<Record<string, Change>>;

export type Defect = keyof typeof DEFECTS;

export const DEFECT_NAMES = Object.keys(DEFECTS) as Defect[];

/** Returns how a defect is made, and what it is found by. */
export function changeOf(defect: Defect): Change {
  return DEFECTS[defect];
}

/** Bundles in a folder of their own. */
export interface BundlesCopy {
  /** What holds a folder for each. */
  readonly bundles: string;
  remove(): Promise<void>;
}

/** Copies the bundles, and the presets they read; with a defect in one or, to show that a copy is as good, without. */
export async function copyBundles(bundles: string, defect: Defect | null): Promise<BundlesCopy> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bundle-copy-'));
  const target = path.join(folder, 'dist');
  await cp(bundles, target, { recursive: true });
  await cp(path.resolve(bundles, '../presets'), path.join(folder, 'presets'), { recursive: true });
  if (defect !== null) await breakBundle(target, changeOf(defect));
  return { bundles: target, remove: () => rm(folder, { recursive: true }) };
}

async function breakBundle(
  bundles: string,
  { bundle = 'prepare-dataset', text, replacement }: Change,
): Promise<void> {
  const script = path.join(bundles, bundle, 'index.js');
  const parts = (await readFile(script, 'utf8')).split(text);
  if (parts.length !== 2) throw new Error(`"${text}" is in the bundle ${parts.length - 1} times`);
  await writeFile(script, parts.join(replacement));
}
