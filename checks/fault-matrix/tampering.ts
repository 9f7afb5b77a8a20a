import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LocalHub } from '../../test/support/local-hub/server.ts';
import { PeerProxy } from '../../test/support/peer-proxy.ts';
import { viewHub } from '../../test/support/publish-lab/check-hub.ts';
import { checkEnd, checkReaders, checkRun } from '../../test/support/publish-lab/check-run.ts';
import { type PublishLab, REPO } from '../../test/support/publish-lab/publish-lab.ts';
import type { NamedTrial } from './kills.ts';
import { BUDGETS_MS } from './try-fault.ts';

const DATA_FILES = ['train', 'eval', 'test'].map((split) => `data/${split}-00000-of-00001.parquet`);
const FILES = [...DATA_FILES, 'README.md', 'dataset_metadata.json', 'row_index.parquet'];
const OTHER_OF: Readonly<Record<string, string>> = {
  [FILES[0]]: FILES[1],
  [FILES[1]]: FILES[2],
  [FILES[2]]: FILES[0],
  [FILES[3]]: FILES[4],
  [FILES[4]]: FILES[3],
  [FILES[5]]: FILES[0],
};

/** What is done to one file, and to what: a commit on its way, or `main` after a good publish. */
export interface Tampering {
  readonly situation: 'new' | 'older-version' | 'published';
  readonly file: string;
  readonly damage: 'dropped' | 'swapped' | 'truncated';
}

/** Every damage to every file, on its way and afterwards. */
export function listTamperings(): Tampering[] {
  return (['new', 'older-version', 'published'] as const).flatMap((situation) =>
    FILES.flatMap((file) =>
      (['dropped', 'swapped', 'truncated'] as const).map((damage) => ({ situation, file, damage })),
    ),
  );
}

/**
 * Has one file of a commit damaged on its way, or on `main` after a good publish, and then publishes undisturbed. What
 * is not whole is never tagged, and in the end `main` and one tag more hold the reviews. Where a version before it is
 * tagged and its metadata are lost, a run is held, and a person who allows it gets the version.
 */
export async function tryTampering(
  lab: PublishLab,
  tampering: Tampering,
  bundles: string,
): Promise<NamedTrial> {
  const script = path.join(bundles, 'prepare-dataset', 'index.js');
  const { situation, file, damage } = tampering;
  const name = `${situation}, ${file} ${damage}`;
  const hub = await lab.hub(situation === 'published' ? 'new' : situation);
  const proxy = await PeerProxy.start(hub.url);
  try {
    const violations: string[] = [];
    const logs: string[] = [];
    const expect = (isTrue: boolean, problem: string) => isTrue || violations.push(problem);
    const start = await viewHub(hub);
    if (situation !== 'published') {
      const kind = { rewrite: (body: Buffer) => damageCommit(body, tampering, hub) };
      proxy.faults.add({ method: 'POST', path: /\/commit\//, when: 'before', times: 99, kind });
    }
    const first = await lab.publish(proxy, { script, fastClock: true });
    logs.push(first.log);
    const middle = await viewHub(hub);
    if (situation === 'published') {
      expect(first.exitCode === 0, 'the publish without damage failed');
      damageMain(hub, tampering);
    } else if (damage === 'dropped' && middle.problems.length === 0 && middle.currentTags.length === 1) {
      // The version before holds the very same file, so that nothing is missing.
      return { name, violations: checkReaders({ before: start, after: middle }), log: first.log };
    } else {
      expect(first.outputs['urgency-status'] === 'failed', 'the damage was not noticed');
      expect(middle.tags.size === start.tags.size, 'what is not whole was tagged');
    }
    await proxy.heal();
    await sleepIntoNextSecond();
    const damaged = await viewHub(hub);
    const isRefused = damaged.tags.size > 0 && damaged.problems.includes('main: data without metadata');
    if (isRefused) {
      const refused = await lab.publish(proxy, { script });
      logs.push(refused.log);
      expect(refused.outputs['urgency-status'] === 'held', 'published over metadata that are lost');
      expect(refused.log.includes('breaking-changes: allow'), 'the way out is not named');
      expect((await viewHub(hub)).tags.size === damaged.tags.size, 'a held version was tagged');
    }
    const inputs: Record<string, string> = isRefused ? { gates: 'breaking-changes: allow' } : {};
    const clean = await lab.publish(proxy, { script, inputs });
    logs.push(clean.log);
    const end = await viewHub(hub);
    const second = { run: clean, before: middle, after: end };
    expect(clean.outputs['urgency-status'] === 'published', `then ${clean.outputs['urgency-status']}`);
    if (situation === 'published') {
      const { problems } = end;
      violations.push(...problems);
      expect(end.currentTags.length === 2, `${end.currentTags.length} tagged versions`);
      const again = await lab.publish(proxy, { script });
      expect(again.outputs['urgency-status'] === 'unchanged', 'a third run publishes it again');
    } else {
      violations.push(
        ...checkReaders(second),
        ...checkRun(second, BUDGETS_MS.undisturbed),
        ...checkEnd(second),
      );
    }
    return { name, violations: [...new Set(violations)], log: logs.join('\n--- then\n') };
  } finally {
    await Promise.all([proxy.close(), hub.close()]);
  }
}

interface Line {
  readonly key: string;
  readonly value: { path: string; content?: string; oid?: string; size?: number };
}

/** The body of a commit with one file damaged. */
function damageCommit(body: Buffer, { file, damage }: Tampering, hub: LocalHub): Buffer {
  const lines = body
    .toString()
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Line => JSON.parse(line));
  const other = lines.find(({ value }) => value.path === OTHER_OF[file]);
  const damaged = lines.flatMap((line): Line[] => {
    if (line.value.path !== file) return [line];
    if (damage === 'dropped') return [];
    if (damage === 'swapped') return [{ ...line, value: { ...other!.value, path: file } }];
    return [{ ...line, value: truncated(line, hub) }];
  });
  return Buffer.from(damaged.map((line) => JSON.stringify(line)).join('\n'));
}

function truncated({ value }: Line, hub: LocalHub): Line['value'] {
  if (value.content !== undefined) {
    const content = Buffer.from(value.content, 'base64');
    return { ...value, content: content.subarray(0, content.length / 2).toString('base64') };
  }
  const half = Buffer.alloc(Math.floor((value.size ?? 2) / 2), 1);
  return { ...value, oid: hub.addLargeFile(half), size: half.length };
}

/** Damages a file of the head of `main`. */
function damageMain(hub: LocalHub, { file, damage }: Tampering): void {
  if (damage === 'dropped') {
    hub.commitAs('somebody', REPO, { [file]: null });
    return;
  }
  const content = hub.readFile(REPO, 'main', damage === 'swapped' ? OTHER_OF[file] : file);
  const text = content
    .subarray(0, damage === 'truncated' ? content.length / 2 : undefined)
    .toString('latin1');
  hub.commitAs('somebody', REPO, { [file]: text });
}

/** A version's tag names its second, and one whose metadata are lost cannot be known to be taken. */
async function sleepIntoNextSecond(): Promise<void> {
  await sleep(1000 - (Date.now() % 1000) + 20);
}
