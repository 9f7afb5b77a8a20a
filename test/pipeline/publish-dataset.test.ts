import { expect, test } from '@jest/globals';
import { DEFAULT_TRUST } from '../../src/dataset/trust.ts';
import { sumClassRows } from '../../src/dataset/version/class-rows.ts';
import { DatasetRepo } from '../../src/hub/dataset-repo.ts';
import { lookUp } from '../../src/pipeline/found.ts';
import type { PublishSettings } from '../../src/pipeline/publish-dataset.ts';
import { publishDataset } from '../../src/pipeline/publish-dataset.ts';
import type { PipelinePorts } from '../../src/pipeline/settings.ts';
import { hubOptions, startHub } from '../hub/hub-scene.ts';
import { metadata } from '../support/metadata.ts';
import { preparation, publish, REPO } from './publish-scene.ts';

function dryRunOf(endpoint: string): PublishSettings {
  const { parameters } = metadata();
  return {
    dryRun: true,
    visibility: 'private',
    endpoint,
    parameters,
    trust: DEFAULT_TRUST,
    classRows: sumClassRows(preparation().dataset.shape, preparation().dataset.classBalance),
  };
}

/** A repo that is gone whenever somebody looks. */
class DeletedRepo extends DatasetRepo {
  override async state(): Promise<null> {
    return null;
  }
}

test('says that a repo was deleted while its version was found unchanged', async () => {
  const hub = await startHub();
  try {
    await publish(hub);
    const repo = new DeletedRepo(REPO, hubOptions(hub));
    const found = lookUp(new DatasetRepo(REPO, hubOptions(hub)));
    const settings = {
      dryRun: false,
      visibility: 'private',
      endpoint: hub.url,
      trust: DEFAULT_TRUST,
    } as PublishSettings;
    const ports = {
      outputFolder: { write: async () => {} },
      now: () => new Date(),
    } as unknown as PipelinePorts;
    await expect(publishDataset(preparation(), { repo, found }, settings, ports)).rejects.toThrow(
      `datasets/${REPO} was deleted meanwhile. Run the workflow again.`,
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
  } as unknown as PipelinePorts;
  const settings = dryRunOf(hub.url);
  try {
    const repo = new DatasetRepo(REPO, hubOptions(hub));
    await publishDataset(preparation(), { repo, found: lookUp(repo) }, settings, ports);
  } finally {
    await hub.close();
  }
  expect(written).toBeGreaterThan(1000);
  expect(told).toBe(written);
});

test('a dry run says what would become of a repo that is not there, is empty, or holds another version', async () => {
  const hub = await startHub();
  const settings = dryRunOf(hub.url);
  const ports = {
    outputFolder: null,
    progress: { builtVersion() {} },
    now: () => new Date(),
  } as unknown as PipelinePorts;
  const repo = new DatasetRepo(REPO, hubOptions(hub));
  const reason = async () =>
    (await publishDataset(preparation(), { repo, found: lookUp(repo) }, settings, ports)).reason;
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
