import { expect, test } from '@jest/globals';
import { blocksOf, readText } from './markdown.ts';

test('the entry for SchemaStore names the schema by its own address, and no file of another tool', () => {
  const [{ text }] = blocksOf('CONTRIBUTING.md').filter(({ section }) => section === 'SchemaStore');
  const { name, description, fileMatch, url } = JSON.parse(text);
  const schema = JSON.parse(readText('config.schema.json'));
  expect(url).toBe(schema.$id);
  expect(schema.$schema).toBe('http://json-schema.org/draft-07/schema#');
  expect(description.length).toBeLessThan(100);
  for (const pattern of fileMatch) expect(pattern).toMatch(new RegExp(`(^|/)${name}\\.ya?ml$`));
});
