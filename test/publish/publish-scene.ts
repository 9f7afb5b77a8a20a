import type { Preparation } from '../../src/engine/engine.ts';
import { DatasetRepo } from '../../src/hub/dataset-repo.ts';
import type { HubFetchOptions } from '../../src/hub/hub-fetch.ts';
import { hubFeatures } from '../../src/model/features.ts';
import { parseSplit } from '../../src/model/split-shares.ts';
import { DEFAULT_TRUST } from '../../src/model/trust.ts';
import type { PublishOptions } from '../../src/publish/attempt.ts';
import { lookAhead, lookUpAfter } from '../../src/publish/found.ts';
import { publishVersion } from '../../src/publish/publish-version.ts';
import { buildVersion } from '../../src/version/build-version.ts';
import { hubOptions } from '../hub/hub-scene.ts';
import { URGENCY } from '../support/built-in.ts';
import type { LocalHub } from '../support/local-hub/server.ts';
import { SETTINGS, smallCounts } from '../support/metadata.ts';
import { prepareInMemory } from '../support/prepare.ts';
import { currentRules } from '../support/previous.ts';
import { labelledTexts } from '../support/texts.ts';

const counts = smallCounts();

export const REPO = 'owner/urgency';
const NOW = new Date('2026-11-23T01:02:03Z');

/** How the version of a test is published, where it differs from the usual. */
export interface PublishChanges extends Partial<PublishOptions> {
  /** Texts that differ make a version that differs. */
  readonly prefix?: string;
  readonly now?: Date;
  /** Bound of a data file, to make several of a split. */
  readonly maxShardBytes?: number;
  readonly hub?: Partial<HubFetchOptions>;
}

function prepare(
  prefix: string,
  { maxShardBytes, rows: length = 40 }: { maxShardBytes?: number; rows?: number } = {},
) {
  const rows = Array.from({ length }, (_, row) => [`${prefix} ${row}`, row % 2] as const);
  const left = labelledTexts(rows);
  const { dataset, write, index } = prepareInMemory(
    URGENCY,
    { rows: left, counts },
    { fractions: parseSplit('80/10/10'), method: 'stable', seed: 42, dropNearDuplicates: 'none' },
    maxShardBytes,
  );
  return { dataset, files: write(), rowIndex: index };
}

/** What {@link publish} publishes. */
export function preparation(
  prefix = 'first',
  rows?: number,
): Pick<Preparation, 'dataset' | 'dataFiles' | 'rowIndex'> {
  const { dataset, files, rowIndex } = prepare(prefix, { rows });
  return { dataset, dataFiles: async () => files, rowIndex };
}

/** Publishes a small version, built anew as often as it is asked for. */
export async function publish(hub: LocalHub, changes: PublishChanges = {}) {
  const { prefix = 'first', now = NOW, maxShardBytes, hub: client, ...changed } = changes;
  const { dataset, files: dataFiles, rowIndex } = prepare(prefix, { maxShardBytes });
  const { contentSha256 } = dataset;
  const retries: string[] = [];
  const builtOn: (string | null)[] = [];
  const repo = new DatasetRepo(REPO, hubOptions(hub, client));
  const options: PublishOptions = {
    repo,
    name: URGENCY.name,
    trust: DEFAULT_TRUST,
    usedRepos: [REPO],
    listOwned: async () => null,
    judge: () => [],
    describe: (tag) => tag,
    contentSha256,
    features: JSON.stringify(hubFeatures(URGENCY)),
    classNames: URGENCY.classNames,
    visibility: 'private',
    dataFiles: async () => dataFiles,
    build: async (previous, existingCard) => {
      builtOn.push(previous?.versionTag ?? null);
      const endpoint = hub.url;
      const settings = { parameters: SETTINGS, splits: currentRules(), maxShrinkage: 30 };
      const about = { repo: REPO, endpoint, ...settings, previous, existingCard, now };
      return buildVersion({ dataset, dataFiles, rowIndex: await rowIndex(null), ...about });
    },
    onRetry: (reason) => retries.push(reason),
    retryDelaysMs: [1, 1, 1],
    ...changed,
  };
  const { tag, commit, ...publication } = await publishVersion(
    options,
    await lookUpAfter(repo, await lookAhead(repo)),
  );
  if (tag === null || commit === null) throw new Error(publication.reason);
  return { ...publication, tag, commit, retries, builtOn };
}
