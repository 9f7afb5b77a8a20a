import { spawnSync } from 'node:child_process';
import path from 'node:path';

const COUNTER = path.join(import.meta.dirname, 'start-counter.ts');
const BUNDLE = path.resolve(import.meta.dirname, '../../dist/prepare-dataset/index.js');

/** What the root action loads and runs before its first words to the database; the same in each run. */
export function startCosts(): Record<string, number> {
  const env = {
    'INPUT_POSTGRES-URL': 'postgresql://user:password@127.0.0.1:1/db',
    'INPUT_DEPARTMENT-DATASET': 'owner/name',
    'INPUT_HF-TOKEN': 'hf_token',
    'INPUT_HUB-ENDPOINT': 'http://127.0.0.1:1',
  };
  const flags = ['--disable-warning=ExperimentalWarning', '--no-opt', '--import', COUNTER];
  const { stdout, stderr } = spawnSync(process.execPath, [...flags, BUNDLE], { env, encoding: 'utf8' });
  const counted = /^\{"bytes":.*\}$/m.exec(stdout)?.[0];
  if (counted === undefined) throw new Error(`the bundle spoke to no database:\n${stdout}${stderr}`);
  const { bytes, blocks } = JSON.parse(counted);
  return {
    'prepare-dataset: bytes loaded before its first words': bytes,
    'prepare-dataset: blocks run before its first words': blocks,
  };
}
