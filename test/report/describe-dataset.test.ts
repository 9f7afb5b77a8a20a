import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { SHOWN } from '../../src/report/describe-dataset.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../src/report/facts');

test('every fact is shown to each reader that it describes itself to', async () => {
  const modules = await Promise.all(readdirSync(FOLDER).map((file) => import(path.join(FOLDER, file))));
  const facts = modules.flatMap((module) =>
    Object.entries(module).filter(([, fact]) => typeof fact === 'object'),
  );
  const missing = facts.flatMap(([name, fact]) =>
    Object.keys(fact as object)
      .filter((reader) => reader !== 'finding')
      .filter((reader) => !(SHOWN[reader as keyof typeof SHOWN] as readonly unknown[]).includes(fact))
      .map((reader) => `${name} is not shown to ${reader}`),
  );
  expect(facts.length).toBeGreaterThan(10);
  expect(missing).toEqual([]);
});
