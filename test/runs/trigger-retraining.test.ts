import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { GITHUB_ACTIONS } from '../../src/action/github-actions.ts';
import { readInputs } from '../../src/action/read-inputs.ts';
import { TRIGGER_RETRAINING } from '../../src/action/retraining-inputs.ts';
import type { NewVersion } from '../../src/retraining/new-version.ts';
import { type StartedRetraining, started } from '../../src/retraining/outcome.ts';
import { runTriggerRetraining } from '../../src/runs/trigger-retraining.ts';
import { openMarksIn } from '../../src/wire/repos.ts';
import { startHub, TOKENS } from '../hub/hub-scene.ts';
import { configOf, ODD_NAMES } from '../support/configs.ts';
import { environmentOf } from '../support/inputs.ts';
import type { LocalHub } from '../support/local-hub/server.ts';
import { Step } from '../support/step.ts';

const TAG = 'v20261123_010000';
const WORKSPACE = 'GITHUB_WORKSPACE';

let hub: LocalHub;
let step: Step;
let startedFor: NewVersion[];
let outcome: Partial<StartedRetraining>;

beforeAll(async () => {
  [hub, step] = await Promise.all([startHub(), Step.start()]);
});

afterAll(() => Promise.all([hub.close(), step.close()]));

beforeEach(() => {
  for (const name of ODD_NAMES) {
    const repo = hub.createRepo(`owner/${name}`);
    repo.tags.set(TAG, { commit: repo.head.id, message: '' });
  }
  hub.clearRequests();
  startedFor = [];
  outcome = { id: '7', url: 'https://example.org/7', stage: 'RUNNING' };
});

describe('runTriggerRetraining', () => {
  test('starts the targets of each dataset of a file once, whatever the datasets are called', async () => {
    const first = await run(ODD_NAMES, { config: configOf(ODD_NAMES) });
    expect([first.exitCode, JSON.parse(first.outputs.triggered)]).toEqual([0, ODD_NAMES]);
    expect(new Map(startedFor.map((version) => [version.name, version]))).toEqual(
      new Map(
        ODD_NAMES.map((name) => [
          name,
          { name, repo: `owner/${name}`, tag: TAG, commit: `commit of ${name}` },
        ]),
      ),
    );
    expect(JSON.parse(first.outputs.results)[0]).toEqual({
      label: 'constructor',
      kind: 'space',
      result: 'triggered',
      stage: 'RUNNING',
      id: '7',
      url: 'https://example.org/7',
    });
    expect(first.summary).toContain(
      `| null | [\`${TAG}\`](${hub.url}/datasets/owner/null/tree/${TAG}) | [the Space owner/retrain](https://example.org/7) | ✅ started, \`RUNNING\`, not waited for |`,
    );
    const second = await run(ODD_NAMES, { config: configOf(ODD_NAMES) });
    expect([second.exitCode, second.outputs.triggered, startedFor.length]).toEqual([
      0,
      '[]',
      ODD_NAMES.length,
    ]);
    expect(second.log).toContain('::notice title=constructor%3A not triggered again::');
  });

  test('fails when a target failed, and says why in annotation, output and summary', async () => {
    outcome = { problem: 'It broke.', mayStillRun: false, stage: 'ERROR' };
    const { exitCode, outputs, log, summary } = await run(['runs'], { config: configOf(['runs']) });
    expect([exitCode, outputs.triggered]).toEqual([1, '[]']);
    expect(JSON.parse(outputs.results)).toMatchObject([{ label: 'runs', result: 'failed', stage: 'ERROR' }]);
    expect(log).toContain('::error title=runs%3A the Space owner/retrain failed::It broke.');
    expect(summary).toContain('❌ failed, `ERROR` | It broke. |');
  });

  test('starts nothing in a dry run', async () => {
    const { exitCode, log } = await run(['all'], { config: configOf(['all']), 'dry-run': 'true' });
    expect([exitCode, startedFor, hub.requests]).toEqual([0, [], []]);
    expect(log).toContain(`Dry run: all ${TAG}: the Space owner/retrain would be triggered.`);
  });

  test('tells what is wrong with a file on its lines, with the rest of the inputs, and lists all in the summary', async () => {
    await writeFile(path.join(step.folder, 'datasets.yml'), 'version: 2\ndatasets:\n  all: {task: chat}\n');
    const { exitCode, outputs, log, summary } = await run(['all'], {
      config: 'datasets.yml',
      force: 'maybe',
    });
    expect([exitCode, outputs]).toEqual([1, { triggered: '[]', results: '[]' }]);
    const annotated = [...log.matchAll(/^::error file=datasets\.yml,line=(\d+),col=\d+::(.*)$/gm)];
    expect(annotated.length).toBeGreaterThan(2);
    const [, failure] = /^::error::(.*)$/m.exec(log)!;
    expect(failure.split('%0A')).toEqual([
      'The inputs cannot be used.',
      '- force must be true or false, not "maybe"',
      `- datasets.yml: ${annotated.length} problems between lines 1 and 3, each reported as an error`,
    ]);
    expect(summary).toContain('❌ The inputs cannot be used.\n\n- force must be true or false');
    expect(summary.match(/^- datasets\.yml/gm)).toHaveLength(annotated.length);
  });

  test('names the datasets there are for names that are none of theirs', async () => {
    const config = configOf(['all', 'runs']);
    const unknown = await run(['toString'], { config });
    expect(unknown.log).toContain('- targets names "toString", but the datasets are all, runs');
    expect(unknown.log).toContain('- updated must be a JSON array of names of datasets (all, runs)');
  });
});

function run(names: readonly string[], inputs: Readonly<Record<string, string>>) {
  const versions = names.map((name) => [name, { tag: TAG, commit: `commit of ${name}` }]);
  const given = {
    updated: JSON.stringify(names),
    versions: JSON.stringify(Object.fromEntries(versions)),
    targets: names.map((name) => `${name}: {space: owner/retrain}`).join('\n'),
    'hf-token': TOKENS.writer,
    'hub-endpoint': hub.url,
  };
  const environment = environmentOf({ ...given, ...inputs }, { [WORKSPACE]: step.folder });
  const createStarter = () => ({
    missing: async () => null,
    start: async (_: unknown, version: NewVersion) => {
      startedFor.push(version);
      return started(outcome);
    },
  });
  return step.run((signal) =>
    runTriggerRetraining(
      readInputs(GITHUB_ACTIONS, TRIGGER_RETRAINING, environment),
      { openMarks: openMarksIn(GITHUB_ACTIONS), createStarter },
      signal,
    ),
  );
}
