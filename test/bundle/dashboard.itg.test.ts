import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { growingVersions, withChanges } from '../support/dashboard.ts';
import type { ListedRun } from '../support/local-github/github-state.ts';
import { type LocalGitHub, startLocalGitHub } from '../support/local-github/server.ts';
import { type LocalHub, startLocalHub } from '../support/local-hub/server.ts';
import { runBundle } from '../support/run-bundle.ts';

const HUB_TOKEN = 'hf_CANARY_reader';
const GITHUB_TOKEN = 'ghs_CANARY';
let hub: LocalHub;
let github: LocalGitHub;
let folder: string;

beforeAll(async () => {
  [hub, github] = await Promise.all([startLocalHub(), startLocalGitHub()]);
  folder = await mkdtemp(path.join(tmpdir(), 'dashboard-'));
  hub.addToken({ token: HUB_TOKEN, user: 'owner', role: 'read' });
  github.addToken(GITHUB_TOKEN, { permissions: ['actions=read'], repositories: ['owner/app'] });
  github.createRepository('owner/app').history.set(
    'retrain.yml',
    Array.from({ length: 120 }, (_, index) => listedRun(120 - index)),
  );
  const repo = hub.createRepo('owner/urgency');
  for (const version of withChanges(growingVersions('urgency', ['NORMAL', '<img src=x>'], 65))) {
    const { id } = repo.commitTexts('owner', { 'dataset_metadata.json': JSON.stringify(version) });
    repo.tags.set(version.version_tag, { commit: id, message: '' });
  }
  const odd = repo.commitTexts('owner', { 'dataset_metadata.json': '{"version_tag": [' });
  repo.tags.set('v20290101_000000', { commit: odd.id, message: '' });
  repo.tags.set('not-a-version', { commit: odd.id, message: '' });
});

afterAll(() => Promise.all([hub.close(), github.close(), rm(folder, { recursive: true })]));

describe('dashboard', () => {
  test('shows the versions on the Hub and the runs on GitHub', async () => {
    const file = path.join(folder, 'pages', 'index.html');
    const { exitCode, outputs, masked } = await run({ path: file });
    expect([exitCode, outputs]).toEqual([0, { path: file }]);
    expect(masked).toEqual(expect.arrayContaining([HUB_TOKEN, GITHUB_TOKEN]));
    const page = await readFile(file, 'utf8');
    for (const part of ['#120', 'retrain.yml', 'owner/urgency', '7 more not shown'])
      expect(page).toContain(part);
    expect(page).toContain('Prepare the datasets');
    const [before, now] = [...hub.repo('owner/urgency').tags.keys()]
      .filter((tag) => tag < 'v2029')
      .sort()
      .slice(-2);
    expect(page).toContain(
      `From <span class="tag">${before}</span> to <span class="tag">${now}</span>: 154 rows added, 7 removed, 3 relabelled.`,
    );
    expect(page).toContain('<th scope="row"><bdi>&lt;img src=x&gt;</bdi> → <bdi>NORMAL</bdi></th><td>2</td>');
    expect(page).not.toContain('<img src=x>');
    expect(page).not.toContain('WEBPACK');
    for (const secret of [HUB_TOKEN, GITHUB_TOKEN]) expect(page).not.toContain(secret);
  });

  test('a part that cannot be read is missing with its reason, and warned of', async () => {
    const { exitCode, log } = await run({ 'department-dataset': 'owner/missing', workflow: 'other.yml' });
    expect(exitCode).toBe(0);
    expect(log).toContain('::warning title=Runs%3A not shown::GitHub could not list the runs of other.yml');
    expect(log).toContain(
      '::warning title=department%3A not shown::The Hub does not find datasets/owner/missing',
    );
    expect(await readFile(path.join(folder, 'index.html'), 'utf8')).toContain('The Hub does not find');
  });

  test('a stray version tag without metadata is left out, and the other versions are shown', async () => {
    const repo = hub.createRepo('owner/stray');
    repo.tags.set('v20250101_000000', { commit: repo.head.id, message: '' });
    expect((await run({ 'urgency-dataset': 'owner/stray' })).log).toContain(
      '::warning title=urgency%3A not shown::None of the newest 1 versions can be read.',
    );
    for (const version of growingVersions('urgency', ['NORMAL'], 3)) {
      const { id } = repo.commitTexts('owner', { 'dataset_metadata.json': JSON.stringify(version) });
      repo.tags.set(version.version_tag, { commit: id, message: '' });
    }
    const { exitCode, log } = await run({ 'urgency-dataset': 'owner/stray' });
    expect([exitCode, log]).toEqual([0, expect.not.stringContaining('not shown')]);
    const page = await readFile(path.join(folder, 'index.html'), 'utf8');
    expect(page).toContain('v20260406_021500');
    expect(page).toContain('1 more not shown');
  });

  test('shows from the tags of a model which versions it was promoted on', async () => {
    const [first, second] = [...hub.repo('owner/urgency').tags.keys()].toSorted().slice(-4);
    const model = hub.createModel('owner/urgency-classifier');
    const commit = model.commitTexts('owner', { 'README.md': '# A model' }).id;
    for (const name of [`promoted-${first}`, `promoted-${second}`, 'production', `rolled-back-${second}`])
      model.tags.set(name, { commit, message: '' });
    const { exitCode } = await run({ models: 'urgency: owner/urgency-classifier' });
    expect(exitCode).toBe(0);
    const page = await readFile(path.join(folder, 'index.html'), 'utf8');
    expect(page).toContain(
      `<bdi>owner/urgency-classifier</bdi>: in production is <code>promoted-${first}</code>.`,
    );
    expect(page).toContain(`<th scope="row">${second}</th><td>Rolled back</td></tr>`);
  });

  test('fails when nothing can be read', async () => {
    const { exitCode, log } = await run({ 'urgency-dataset': 'owner/missing', workflow: 'other.yml' });
    expect(exitCode).toBe(1);
    expect(log).toContain('::error::Neither the runs nor any dataset could be read');
  });
});

function run(inputs: Readonly<Record<string, string>>) {
  const given = {
    'urgency-dataset': 'owner/urgency',
    'hf-token': HUB_TOKEN,
    'hub-endpoint': hub.url,
    'github-token': GITHUB_TOKEN,
    path: path.join(folder, 'index.html'),
  };
  const environment = {
    GITHUB_API_URL: github.url,
    GITHUB_REPOSITORY: 'owner/app',
    GITHUB_WORKFLOW_REF: 'owner/app/.github/workflows/retrain.yml@refs/heads/main',
  };
  return runBundle({ ...given, ...inputs }, { folder: 'dashboard', environment });
}

function listedRun(number: number): ListedRun {
  const at = (seconds: number) => new Date(Date.UTC(2026, 5, number) + seconds * 1000).toISOString();
  return {
    id: 1000 + number,
    run_number: number,
    html_url: `https://github.com/owner/app/actions/runs/${1000 + number}`,
    event: 'schedule',
    status: 'completed',
    conclusion: number % 10 === 0 ? 'timed_out' : 'success',
    run_started_at: at(0),
    updated_at: at(90),
    steps: [{ name: 'Prepare the datasets', started_at: at(5), completed_at: at(80) }],
  };
}
