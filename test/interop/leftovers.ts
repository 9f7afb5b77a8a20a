// Publishes by the bundle onto repos that hold what other tools left there, and has Python's `datasets` load each.
// Usage: leftovers.ts <python>
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { BundleScene, TOKEN, variedReviews } from '../support/bundle-scene.ts';
import { Checks } from '../support/checks.ts';
import { runChecker } from './run-checker.ts';

const [python] = process.argv.slice(2);
const CSV = 'grievance,label\nleft by another tool,0\n';
const JSONL = '{"grievance": "left by another tool", "label": 0}\n';
const OLD_INFO = { default: { features: { old: { dtype: 'string', _type: 'Value' } }, splits: {} } };

/** Files that stand in a repo before a version is published to it, by what they are. */
const LEFTOVERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  nothing: {},
  'a CSV file beside the shards': { 'data/train-extra.csv': CSV },
  'JSON lines beside the shards': { 'data/train-000.jsonl': JSONL },
  'a parquet file that is none': { 'data/train.parquet': CSV },
  'a shard of a longer series': { 'data/train-00003-of-00004.parquet': CSV },
  'a folder of a split': { 'train/part-0.csv': CSV, 'test/part-0.csv': CSV },
  'a folder of a split in data': { 'data/train/part-0.csv': CSV },
  'files of splits at the top': { 'train.csv': CSV, 'test.jsonl': JSONL, 'validation.json': JSONL },
  'a split of another name': { 'data/validation-00000-of-00001.csv': CSV },
  'an archive': { 'data/train.zip': 'PK' },
  'dataset_infos.json': { 'dataset_infos.json': JSON.stringify(OLD_INFO) },
  'dataset_infos.json of another configuration': {
    'dataset_infos.json': JSON.stringify({ other: OLD_INFO.default }),
  },
  'dataset_infos.json that is broken': { 'dataset_infos.json': '{' },
  'dataset_infos.json that is a list': { 'dataset_infos.json': '[]' },
  'what save_to_disk writes': {
    'dataset_dict.json': '{"splits": ["train"]}',
    'train/dataset_info.json': '{}',
    'train/state.json': '{"_data_files": [{"filename": "data-00000-of-00001.arrow"}]}',
    'train/data-00000-of-00001.arrow': 'ARROW1',
  },
  'a folder of metadata for images': {
    'metadata.csv': 'file_name,text\na.png,b\n',
    'data/metadata.jsonl': '{}\n',
  },
  'a loading script': { '{repo}.py': 'raise SystemExit\n' },
  'another script': { 'prepare.py': 'raise SystemExit\n' },
  'a stand-alone YAML': { '.huggingface.yaml': 'configs:\n- config_name: old\n  data_files: train.csv\n' },
  'a broken stand-alone YAML': { '.huggingface.yaml': ': [' },
  'a card with configurations': {
    'README.md':
      '---\nconfigs:\n- config_name: old\n  data_files: data/*.csv\n  default: true\nviewer: false\n---\nText.\n',
  },
  'a card of several dataset_infos': {
    'README.md':
      '---\ndataset_info:\n- config_name: a\n  features: []\n- config_name: b\n  features: []\n---\nText.\n',
  },
};

const folder = await mkdtemp(path.join(tmpdir(), 'leftovers-'));
const scene = await BundleScene.start();
const checks = new Checks();
try {
  await scene.newDatabase();
  await scene.addReviews(variedReviews(200));
  const cases: { name: string; repo: string; tag: string }[] = [];
  for (const [number, [name, files]] of Object.entries(LEFTOVERS).entries()) {
    const repo = `owner/leftover-${number}`;
    scene.hub.createRepo(repo);
    const named = Object.entries(files).map(([file, text]) => [
      file.replace('{repo}', path.basename(repo)),
      text,
    ]);
    scene.hub.commitAs('another-tool', repo, Object.fromEntries(named));
    const { outputs } = await scene.run({ 'department-dataset': repo, 'urgency-dataset': '' });
    checks.check(
      `published over ${name}`,
      outputs['department-status'] === 'published',
      outputs['department-status'],
    );
    cases.push({ name, repo, tag: outputs['department-tag'] });
  }
  const caseFile = path.join(folder, 'cases.json');
  await writeFile(caseFile, JSON.stringify(cases));
  await runChecker(checks, python, 'check_leftovers.py', scene.hub.url, TOKEN, caseFile);
} finally {
  await Promise.all([scene.close(), rm(folder, { recursive: true })]);
}
checks.close();
