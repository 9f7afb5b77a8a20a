import { describe, expect, test } from '@jest/globals';
import { DatasetRepo } from '../../src/hub/dataset-repo.ts';
import { sumClassRows } from '../../src/model/rows.ts';
import { DEFAULT_TRUST } from '../../src/model/trust.ts';
import { EarlierIndexes } from '../../src/publish/earlier-index.ts';
import { lookAhead } from '../../src/publish/found.ts';
import { listOwnedOnce } from '../../src/publish/owned-datasets.ts';
import {
  type PublishPorts,
  type PublishSettings,
  publishDataset,
} from '../../src/publish/publish-dataset.ts';
import { hubOptions, requestLines, startHub } from '../hub/hub-scene.ts';
import type { LocalHub } from '../support/local-hub/server.ts';
import { SETTINGS } from '../support/metadata.ts';
import { currentRules } from '../support/previous.ts';
import { preparation, publish, REPO } from './publish-scene.ts';

function dryRunOf(hub: LocalHub): PublishSettings {
  return {
    dryRun: true,
    endpoint: hub.url,
    parameters: SETTINGS,
    trust: DEFAULT_TRUST,
    splits: currentRules(),
    usedRepos: [REPO],
    listOwned: (repo) => repo.siblings(),
    indexes: new EarlierIndexes(async () => new DatasetRepo(REPO, hubOptions(hub))),
    ledgerTag: null,
    runUrl: null,
    classRows: sumClassRows(preparation().dataset.shape, preparation().dataset.classBalance),
  };
}

/** A repo that is gone whenever somebody looks. */
class DeletedRepo extends DatasetRepo {
  override async state(): Promise<null> {
    return null;
  }
}

test('says that a repo was deleted after it was looked up', async () => {
  const hub = await startHub();
  try {
    await publish(hub);
    const repo = new DeletedRepo(REPO, hubOptions(hub));
    const found = lookAhead(new DatasetRepo(REPO, hubOptions(hub)));
    const settings = { ...dryRunOf(hub), dryRun: false };
    const ports = {
      outputFolder: { write: async () => {} },
      now: () => new Date(),
    } as unknown as PublishPorts;
    await expect(publishDataset(preparation(), { repo, found }, settings, ports)).rejects.toThrow(
      `datasets/${REPO} was deleted in the meantime. Run the workflow again.`,
    );
  } finally {
    await hub.close();
  }
});

test('uploads files as any server with the Hub’s API takes them, not by Xet', async () => {
  const hub = await startHub();
  const transfers: unknown[] = [];
  const watched: typeof fetch = async (input, init) => {
    if (String(input).endsWith('/objects/batch')) transfers.push(JSON.parse(String(init?.body)).transfers);
    return fetch(input, init);
  };
  try {
    await publish(hub, { hub: { fetch: watched } });
  } finally {
    await hub.close();
  }
  expect(transfers).toEqual([['basic', 'multipart']]);
});

test('tells the size of what was built', async () => {
  const hub = await startHub();
  let told = 0;
  let written = 0;
  const ports = {
    outputFolder: {
      async write(_: string, files: readonly { chunks: readonly Uint8Array[] }[]) {
        written = Buffer.concat(files.flatMap(({ chunks }) => chunks)).length;
      },
    },
    progress: {
      builtVersion(_: string, __: string, bytes: number) {
        told = bytes;
      },
    },
    now: () => new Date(),
  } as unknown as PublishPorts;
  const settings = dryRunOf(hub);
  try {
    const repo = new DatasetRepo(REPO, hubOptions(hub));
    await publishDataset(preparation(), { repo, found: lookAhead(repo) }, settings, ports);
  } finally {
    await hub.close();
  }
  expect(written).toBeGreaterThan(1000);
  expect(told).toBe(written);
});

test('a dry run says what would become of a repo that is not there, is empty, or holds another version', async () => {
  const hub = await startHub();
  const settings = dryRunOf(hub);
  const ports = {
    outputFolder: null,
    progress: { builtVersion() {} },
    now: () => new Date(),
  } as unknown as PublishPorts;
  const repo = new DatasetRepo(REPO, hubOptions(hub));
  const reason = async () =>
    (await publishDataset(preparation(), { repo, found: lookAhead(repo) }, settings, ports)).reason;
  try {
    expect(await reason()).toBe('A private repo would be created, and the first version published in it.');
    await repo.create('private');
    expect(await reason()).toBe('The first version would be published.');
    const { tag } = await publish(hub, { prefix: 'other' });
    expect(await reason()).toBe(`A new version would be published, after ${tag}.`);
  } finally {
    await hub.close();
  }
});

describe('a repo that does not exist', () => {
  const ports = {
    outputFolder: null,
    progress: { builtVersion() {} },
    now: () => new Date(),
  } as unknown as PublishPorts;

  async function tryOut(changes: Partial<PublishSettings>, options: { hub?: LocalHub } = {}) {
    const hub = options.hub ?? (await startHub());
    try {
      hub.createRepo('owner/urgancy');
      const repo = new DatasetRepo(REPO, hubOptions(hub));
      const settings = { ...dryRunOf(hub), ...changes };
      const outcome = await publishDataset(preparation(), { repo, found: lookAhead(repo) }, settings, ports);
      const [gate] = outcome.gates.filter((result) => result.gate === 'similar-repo');
      const lists = requestLines(hub).filter((line) => line === 'GET /api/datasets').length;
      return { outcome, gate, lists, exists: hub.hasRepo(REPO) };
    } finally {
      await hub.close();
    }
  }

  test('is not created beside one that was probably meant', async () => {
    const { outcome, gate, exists } = await tryOut({ dryRun: false });
    expect([outcome.status, exists]).toEqual(['held', false]);
    expect(gate).toEqual({
      gate: 'similar-repo',
      verdict: 'failed',
      measured:
        'the repo does not exist, while its owner has one whose name differs only in one character, at place 4',
      limit: 'no name may be almost the same',
      advice: expect.stringContaining('similar-repo: allow'),
    });
    expect(JSON.stringify(outcome)).not.toContain('urgancy');
  });

  test('would be held, says a dry run', async () => {
    const { outcome } = await tryOut({});
    expect([outcome.status, outcome.reason]).toEqual(['dry-run', expect.stringMatching(/^similar-repo: /)]);
  });

  test('is created where that is allowed, or the run uses the other one too', async () => {
    const allowed = await tryOut({ dryRun: false, trust: { ...DEFAULT_TRUST, similarRepo: 'allow' } });
    expect([allowed.outcome.status, allowed.lists, allowed.gate]).toEqual(['published', 0, undefined]);
    const used = await tryOut({ dryRun: false, usedRepos: [REPO, 'owner/urgancy'] });
    expect([used.outcome.status, used.gate.verdict]).toEqual(['published', 'passed']);
  });

  test('is created when the Hub does not tell which others there are', async () => {
    const hub = await startHub();
    hub.faults.add({ path: /^\/api\/datasets$/, when: 'before', kind: { status: 403 } });
    const { outcome, gate, exists } = await tryOut({ dryRun: false }, { hub });
    expect([outcome.status, gate.verdict, exists]).toEqual(['published', 'not-judged', true]);
  });

  test('costs a request that one which exists does not', async () => {
    const hub = await startHub();
    hub.createRepo(REPO);
    expect(await tryOut({}, { hub })).toMatchObject({ lists: 0, gate: undefined });
  });
});

describe('after another commit', () => {
  /** Publishes 40 rows over as many, while somebody else publishes so many. */
  async function raceWith(rows: number, trust: Partial<PublishSettings['trust']> = {}) {
    const hub = await startHub();
    const built: string[] = [];
    const ports: PublishPorts = {
      outputFolder: null,
      progress: { builtVersion: (_, tag) => void built.push(tag), retryingCommit() {} },
      now: () => new Date('2026-11-24T00:00:00Z'),
    };
    const publishRows = async (prefix: string, count: number, isOurs = false) => {
      const repo = new DatasetRepo(REPO, hubOptions(hub));
      const settings = {
        ...dryRunOf(hub),
        dryRun: false,
        trust: { ...DEFAULT_TRUST, ...(isOurs && trust) },
      };
      return publishDataset(preparation(prefix, count), { repo, found: lookAhead(repo) }, settings, ports);
    };
    try {
      await publishRows('old', 40);
      const run = async () => void (await publishRows('other', rows));
      hub.faults.add({ method: 'POST', path: /\/commit\/main$/, when: 'before', kind: { run } });
      const outcome = await publishRows('ours', 40, true);
      const { commits, discussions, tags } = hub.repo(REPO);
      return { outcome, commits: commits.length, offers: discussions.length, tags: tags.size };
    } finally {
      await hub.close();
    }
  }

  test('the version is judged again by what it replaces now, and published', async () => {
    const { outcome, commits } = await raceWith(50);
    expect(outcome).toMatchObject({ status: 'published', previous: { numSamples: 50 } });
    expect(outcome.gates).toContainEqual(
      expect.objectContaining({ gate: 'max-shrinkage', measured: expect.stringContaining('20.0 %') }),
    );
    expect(commits).toBe(4);
  });

  test('a gate holds it that did not before', async () => {
    const { outcome, commits, tags } = await raceWith(100);
    expect(outcome).toMatchObject({ status: 'held', tag: null, previous: { numSamples: 100 } });
    expect(outcome.reason).toContain('max-shrinkage: 60.0 %');
    expect([commits, tags]).toEqual([3, 2]);
  });

  test('a gate has it offered that did not hold it before', async () => {
    const { outcome, commits, offers } = await raceWith(100, { onGate: 'pull-request' });
    expect(outcome).toMatchObject({ status: 'awaiting-approval', pullRequest: { number: 1 } });
    expect([commits, offers]).toEqual([3, 1]);
  });
});

test('datasets of one owner list what they have once', async () => {
  const asked: string[] = [];
  const repoOf = (name: string) =>
    ({
      name,
      async siblings() {
        asked.push(name);
        return [name];
      },
    }) as unknown as DatasetRepo;
  const listOwned = listOwnedOnce();
  const names = ['owner/a', 'Owner/b', 'other/c'];
  expect(await Promise.all(names.map((name) => listOwned(repoOf(name))))).toEqual([
    ['owner/a'],
    ['owner/a'],
    ['other/c'],
  ]);
  expect(asked).toEqual(['owner/a', 'other/c']);
});
