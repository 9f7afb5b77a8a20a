import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { TRUST_FIELDS } from '../../src/config/describe-trust.ts';
import { readGates } from '../../src/config/read-config.ts';
import { blocksOf, filesIn, pages, readText } from './markdown.ts';

/** Every value of the input `gates` in the documentation and the examples, and where it stands. */
function gatesShown(): [name: string, gates: string][] {
  const blocks = pages().flatMap((file) =>
    blocksOf(file)
      .filter(({ language }) => language === 'yaml')
      .map(({ line, text }) => ({ name: `${file}:${line}`, text })),
  );
  const examples = filesIn('examples', '.yml').map((name) => ({ name, text: readText(name) }));
  return [...blocks, ...examples].flatMap(({ name, text }) =>
    [...gatesIn(parse(text))].map((gates): [string, string] => [name, gates]),
  );
}

function* gatesIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  const { gates } = value as { gates?: unknown };
  if (typeof gates === 'string') yield gates;
  for (const part of Object.values(value)) yield* gatesIn(part);
}

test.each(gatesShown())('the gates shown in %s can be read', (_, gates) => {
  expect(Object.keys(readGates(gates)).length).toBeGreaterThan(0);
});

test('docs/reference/gates.md explains every setting, and shows them as an input', () => {
  const text = readText('docs/reference/gates.md');
  expect(Object.keys(TRUST_FIELDS).filter((key) => !text.includes(`\`${key}`))).toEqual([]);
  expect(gatesShown().map(([name]) => name)).toContainEqual(
    expect.stringContaining('docs/reference/gates.md'),
  );
});
