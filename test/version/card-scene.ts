import { parse } from 'yaml';
import type { CardTexts } from '../../src/model/definition.ts';
import { type DatasetCard, writeCard } from '../../src/version/card.ts';
import { metadata } from '../support/metadata.ts';
import { textShape } from '../support/shapes.ts';

const FILES = {
  train: { paths: ['data/train-0.parquet', 'data/train-1.parquet'], numBytes: 800, fileBytes: 80 },
  eval: { paths: ['data/eval-0.parquet'], numBytes: 100, fileBytes: 10 },
  test: { paths: ['data/test-0.parquet'], numBytes: 100, fileBytes: 10 },
};

/** The card of a small version, on top of an existing one. */
export function card(
  existing: string | null,
  changes: Parameters<typeof metadata>[0] = {},
  previous: Parameters<typeof writeCard>[0]['previous'] = null,
  texts: Partial<CardTexts> = {},
): DatasetCard {
  const endpoint = 'https://huggingface.co';
  const written = metadata(changes);
  const byId = Object.entries(written.label_map).sort(([, a], [, b]) => a - b);
  const classNames = byId.map(([name]) => name);
  const plain = textShape(classNames, { name: written.label_column });
  const shape = { ...plain, card: { ...plain.card, ...texts } };
  return writeCard({ shape, metadata: written, files: FILES, previous, endpoint, existing });
}

export function frontMatter({ markdown }: DatasetCard) {
  return parse(markdown.slice(4, markdown.indexOf('\n---\n')));
}
