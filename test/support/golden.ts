import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from '@jest/globals';

const FOLDER = path.resolve(import.meta.dirname, '../../../shared/golden');

/**
 * Describes tests against golden files computed in Python, which lie beside the checkout. Where they are absent the
 * tests are skipped, unless `REQUIRE_SHARED` says that they must be there.
 */
export function describeGolden(name: string, body: () => void): void {
  if (existsSync(FOLDER)) describe(name, body);
  else if (process.env.REQUIRE_SHARED) test(name, () => Promise.reject(new Error(`${FOLDER} is missing`)));
  else describe.skip(`${name} (golden files are not beside the checkout)`, body);
}

/** Names of the golden files that begin so; none where there are no golden files. */
export function goldenFiles(prefix: string): string[] {
  return existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.startsWith(prefix)) : [];
}

export function readGolden(name: string) {
  return JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8'));
}
