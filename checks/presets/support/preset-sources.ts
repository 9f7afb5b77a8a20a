import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readConfig } from '../../../src/config/read-config.ts';
import type { DatasetDefinition } from '../../../src/model/definition.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');

/** The datasets that one of the configurations beside this folder declares, as the action reads them. */
export async function declaredDatasets(name: string): Promise<DatasetDefinition[]> {
  const folders = { workspace: ROOT, presetsFolder: path.join(ROOT, 'presets') };
  return readConfig(await configuration(name), folders);
}

/** Text of one of the configurations beside this folder, as the input `config` takes it. */
export function configuration(name: string): Promise<string> {
  return readFile(path.join(import.meta.dirname, '../config', `${name}.yml`), 'utf8');
}
