import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { DatasetRepo } from '../../src/hub/dataset-repo.ts';
import { sha256Of } from '../../src/model/file.ts';
import { EarlierIndexes } from '../../src/publish/earlier-index.ts';
import { hubOptions, startHub } from '../hub/hub-scene.ts';
import type { LocalHub } from '../support/local-hub/server.ts';
import { currentRules, previousVersion } from '../support/previous.ts';
import { REPO } from './publish-scene.ts';

const INDEX = 'row_index.parquet';
const TAG = 'v20261101_000000';
const CONTENT = 'the lines of an index';
const GROUPED = { rules: { seed: 42, shares: '80/10/10', method: 'stable', group: 'team' } } as const;
const rowIndex = { path: INDEX, size: CONTENT.length, sha256: sha256Of([Buffer.from(CONTENT)]) };
const { rules } = currentRules(GROUPED.rules);
const splitRules = { ...previousVersion().splitRules, ...GROUPED.rules, clean: rules.clean };
const previous = previousVersion({ versionTag: TAG, rowIndex, splitRules });
let hub: LocalHub;
let opened: number;

beforeEach(async () => {
  hub = await startHub();
  opened = 0;
});

afterEach(() => hub.close());

function indexes(): EarlierIndexes {
  return new EarlierIndexes(async () => {
    opened++;
    return new DatasetRepo(REPO, hubOptions(hub));
  });
}

/** Has `main` hold one text, and the tag another; null for no file. */
function fill(main: string | null, tagged: string | null): void {
  hub.createRepo(REPO);
  if (tagged !== null) hub.commitAs('somebody', REPO, { [INDEX]: tagged });
  hub.repo(REPO).tags.set(TAG, { commit: hub.repo(REPO).head.id, message: '' });
  hub.commitAs('somebody', REPO, { [INDEX]: main });
}

const OTHER = CONTENT.replace('lines', 'pages');

test.each([
  ['main', CONTENT, null, CONTENT],
  ['the tag, if main has none', null, CONTENT, CONTENT],
  ['the tag, if main has another of the same length', OTHER, CONTENT, CONTENT],
  ['the tag, if main has a shorter one', CONTENT.slice(1), CONTENT, CONTENT],
  ['nowhere, if both are damaged', OTHER, OTHER, null],
])('an index is read at %s', async (_, main, tagged, expected) => {
  fill(main, tagged);
  const index = await indexes().of(previous);
  const text = typeof index === 'string' ? index : Buffer.concat(index.chunks!).toString();
  expect(text).toBe(expected ?? 'lost');
});

test('an index is read once, and not for a version that has none', async () => {
  fill(CONTENT, null);
  const read = indexes();
  expect(await read.of(previousVersion())).toBe('none');
  expect(opened).toBe(0);
  expect(await read.of(previous)).toBe(await read.of(previous));
  expect(opened).toBe(1);
});

test('the ledger is the index of the last version, where groups decide by the same rules', async () => {
  fill(CONTENT, null);
  const splits = { ...currentRules(), rules };
  const ledger = await indexes().ledgerFor(previous, splits);
  expect(ledger).toMatchObject({ tag: TAG, areTextsKnown: true, content: { chunks: [expect.anything()] } });
});

test.each([
  ['nothing moves in a first version', null, rules, true],
  ['nothing moves without a group', previous, { ...rules, group: null }, true],
  ['nothing moves with sklearn', previous, { ...rules, method: 'sklearn' }, true],
  ['nothing is known by other rules', previous, { ...rules, seed: 7 }, false],
  ['nothing is known without an index', { ...previous, rowIndex: null }, rules, false],
] as const)('%s, and no index is read', async (_, version, current, areTextsKnown) => {
  const ledger = await indexes().ledgerFor(version, { ...currentRules(), rules: current });
  expect(ledger).toEqual({ content: undefined, tag: null, areTextsKnown });
  expect(opened).toBe(0);
});

test('nothing is known where the index is lost', async () => {
  fill(null, null);
  const ledger = await indexes().ledgerFor(previous, { ...currentRules(), rules });
  expect(ledger).toEqual({ content: undefined, tag: null, areTextsKnown: false });
});
