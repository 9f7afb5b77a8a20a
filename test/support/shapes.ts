import type { CollectedDataset } from '../../src/engine/rows/dataset-collector.ts';
import type { DatasetShape } from '../../src/model/shape.ts';
import { parseSplit } from '../../src/model/split-shares.ts';

/** The shares of a dataset that names none. */
export const SHARES = parseSplit('80/10/10');

/** A dataset of one text and one class. */
export function textShape(
  classNames: readonly string[],
  { name = 'urgency', text = 'grievance' } = {},
): DatasetShape {
  return {
    name,
    task: 'text-classification',
    clean: 'python',
    classNames,
    texts: [{ name: text, type: 'string' }],
    values: [{ name: 'label', type: 'class' }],
    isFolded: false,
    card: {
      title: `Sambodhan grievances by ${name}`,
      about: 'Officers corrected them.',
      languages: ['en', 'ne'],
      license: null,
      tags: [],
    },
  };
}

/** Datasets of one text and one class each, whose rows hold the text then the class of each dataset, and the id. */
export function textDatasets(...shapes: readonly DatasetShape[]): CollectedDataset[] {
  return shapes.map((shape, index) => {
    const field = 1 + index;
    const id = 1 + shapes.length;
    const layout = {
      texts: [0],
      values: [field],
      member: field,
      group: null,
      id,
      predicted: null,
      annotator: null,
      time: null,
    };
    return { shape, layout, isIdItem: false, annotators: 'unanimous', pii: null, shares: SHARES };
  });
}
