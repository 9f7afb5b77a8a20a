import { describe, expect, test } from '@jest/globals';
import { RowCollector } from '../../src/engine/rows/collect-rows.ts';
import type { CollectedDataset } from '../../src/engine/rows/dataset-collector.ts';
import { TextRanker } from '../../src/engine/rows/rank.ts';
import { TextIndex } from '../../src/engine/rows/text-index.ts';
import { ValueUnpacker } from '../../src/engine/rows/values.ts';
import type { DatasetShape } from '../../src/model/shape.ts';
import { PII_KINDS, type PiiAction, type PiiSettings } from '../../src/model/trust.ts';
import { openPiiReader } from '../../src/pii/pii-reader.ts';
import { SHARES, textDatasets, textShape } from '../support/shapes.ts';
import { ordinaryTask } from '../support/tasks.ts';

const CLASSES = ['bad', 'good'];
const SETTINGS: PiiSettings = { find: PII_KINDS, action: 'count', region: 'NP' };

type Row = readonly (string | Buffer | null)[];

function collect(datasets: readonly CollectedDataset[], rows: readonly Row[]) {
  const collector = new RowCollector(datasets, new TextIndex(new TextRanker(42)), 42, {
    openPii: openPiiReader,
  });
  for (const row of rows) {
    collector.add(
      'corrections',
      row.map((field) => (typeof field === 'string' ? Buffer.from(field) : field)),
    );
  }
  return collector.finish().map(({ rows: kept, counts, dropped }, number) => {
    const texts = Array.from({ length: kept.length }, (_, row) => Buffer.from(kept.textAt(row)).toString());
    const { shape } = datasets[number];
    const unpacker = kept.valueMemory === null ? null : new ValueUnpacker(shape, kept.valueMemory);
    const values = Array.from({ length: unpacker === null ? 0 : kept.length }, (_, row) =>
      unpacker!
        .at(kept.valueNumbers![row])
        .map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString() : value)),
    );
    return { texts, values, counts, dropped };
  });
}

/** A dataset of a text, a class and two kept columns, in this order, and then the id. */
function keptDataset(action: PiiAction): CollectedDataset {
  const { values, ...rest } = textShape(CLASSES);
  const kept = [
    { name: 'place', type: 'string' },
    { name: 'tags', type: 'strings' },
  ] as const;
  const shape: DatasetShape = { ...rest, values: [...values, ...kept] };
  const layout = {
    texts: [0],
    values: [1, 2, 3],
    member: 1,
    group: null,
    id: 4,
    predicted: null,
    annotator: null,
    time: null,
  };
  return {
    shape,
    layout,
    isIdItem: false,
    annotators: 'unanimous',
    pii: { ...SETTINGS, action },
    shares: SHARES,
  };
}

function textDataset(action: PiiAction | null): CollectedDataset {
  const [dataset] = textDatasets(textShape(CLASSES));
  return { ...dataset, pii: action === null ? null : { ...SETTINGS, action } };
}

describe('rows of a text', () => {
  const rows: Row[] = [
    ['call 9841000123 or 9851000124', 'good', '1'],
    ['call 9841000125 or 9851000126', 'good', '2'],
    ['mail  <b>a@example.org</b>, 9841000123', 'bad', '3'],
    ['nothing', 'bad', '4'],
    ['lost 9841000123', 'ugly', '5'],
    [Buffer.from([0xff, 0x40]), 'bad', '6'],
    [null, 'bad', '7'],
  ];
  const FOUND = {
    email: { rows: 1, finds: 1 },
    phone: { rows: 3, finds: 5 },
    iban: { rows: 0, finds: 0 },
    card: { rows: 0, finds: 0 },
  };

  test.each(['count', 'hold'] as const)('%s leaves them as they are, and counts those of use', (action) => {
    const [{ texts, counts }] = collect([textDataset(action)], rows);
    expect(texts).toEqual([rows[0][0], rows[1][0], 'mail a@example.org, 9841000123', 'nothing']);
    expect(counts.pii).toEqual({ action, rows: 3, found: FOUND });
    expect(counts.dropped.pii).toBe(0);
  });

  test('redact replaces what was found before copies are looked for', () => {
    const [{ texts, counts }] = collect([textDataset('redact')], rows);
    expect(texts).toEqual(['call [PHONE] or [PHONE]', 'mail [EMAIL], [PHONE]', 'nothing']);
    expect(counts.dropped).toMatchObject({ duplicate: 1, pii: 0, unknownClass: 1, invalidUtf8: 1 });
    expect(counts.pii).toEqual({ action: 'redact', rows: 3, found: FOUND });
  });

  test('drop leaves them out, and lists them', () => {
    const [{ texts, counts, dropped }] = collect([textDataset('drop')], rows);
    expect(texts).toEqual(['nothing']);
    expect(counts.dropped).toMatchObject({ pii: 4, unknownClass: 0, duplicate: 0 });
    expect(counts.stages).toEqual({ fetched: 7, cleaned: 1, labelled: 1, deduplicated: 1 });
    expect(counts.pii).toMatchObject({ rows: 4, found: { phone: { rows: 4, finds: 6 } } });
    expect(dropped.length).toBe(6);
  });

  test('nothing is said where nobody looked', () => {
    const [{ counts }] = collect([textDataset(null)], rows);
    expect('pii' in counts).toBe(false);
    expect(counts.dropped.pii).toBe(0);
  });

  test('datasets with the same text each have it as they asked', () => {
    const both = textDatasets(textShape(CLASSES), textShape(CLASSES), textShape(CLASSES));
    const actions = ['redact', null, 'redact'] as const;
    const datasets = both.map((dataset, number) => {
      const action = actions[number];
      return { ...dataset, pii: action === null ? null : { ...SETTINGS, action } };
    });
    const text = 'call 9841000123';
    const [redacted, whole, again] = collect(datasets, [[text, 'good', 'bad', 'good', '1']]);
    expect([redacted.texts, whole.texts, again.texts]).toEqual([['call [PHONE]'], [text], ['call [PHONE]']]);
    expect(again.counts.pii).toMatchObject({ rows: 1, found: { phone: { rows: 1, finds: 1 } } });
  });
});

describe('kept columns', () => {
  const rows: Row[] = [
    ['a', 'good', 'at 9841000123', '["x","9841000123\\n",null]', '1'],
    ['b', 'bad', null, '["[PHONE]"]', '2'],
    ['c', 'bad', 'x', null, '3'],
    ['a 9841000123', 'good', 'x', '["a@example.org"]', '4'],
  ];

  test('are redacted, and lists stay lists', () => {
    const [{ values, counts }] = collect([keptDataset('redact')], rows);
    expect(values).toEqual([
      [1n, 'at [PHONE]', ['x', '[PHONE]\n', null]],
      [0n, null, ['[PHONE]']],
      [0n, 'x', null],
      [1n, 'x', ['[EMAIL]']],
    ]);
    expect(counts.pii).toMatchObject({
      rows: 2,
      found: { phone: { rows: 2, finds: 3 }, email: { rows: 1, finds: 1 } },
    });
  });

  test('are left as they are where it is only counted, and drop their rows where it is dropped', () => {
    const [counted] = collect([keptDataset('count')], rows);
    expect(counted.values[0]).toEqual([1n, 'at 9841000123', ['x', '9841000123\n', null]]);
    const [dropped] = collect([keptDataset('drop')], rows);
    expect(dropped.texts).toEqual(['b', 'c']);
    expect(dropped.counts.dropped.pii).toBe(2);
  });

  test('of a row that several datasets have are as each asked', () => {
    const [redacted, counted] = collect([keptDataset('redact'), keptDataset('count')], rows.slice(0, 1));
    expect(redacted.values).toEqual([[1n, 'at [PHONE]', ['x', '[PHONE]\n', null]]]);
    expect(counted.values).toEqual([[1n, 'at 9841000123', ['x', '9841000123\n', null]]]);
  });

  test('that are no list or no text are left to who reads them', () => {
    const odd: Row[] = [
      ['a', 'good', Buffer.from([0xff, ...Buffer.from(' 9841000123')]), '[]', '1'],
      ['b', 'good', 'x', '[["9841000123"]]', '2'],
      ['c', 'good', 'x', '{', '3'],
    ];
    const [{ texts, counts }] = collect([keptDataset('redact')], odd);
    expect(texts).toEqual([]);
    expect(counts.dropped.malformed).toBe(3);
  });
});

test('the contents of messages are redacted, whatever JSON makes of them', () => {
  const { shape } = ordinaryTask('chat');
  const layout = {
    texts: [0],
    values: [],
    member: null,
    group: null,
    id: 1,
    predicted: null,
    annotator: null,
    time: null,
  };
  const pii = { ...SETTINGS, action: 'redact' } as const;
  const messages = [
    { role: 'user', content: 'call:\n9841000123\t"९८४१०००१२३"' },
    { role: 'assistant', content: 'no' },
  ];
  const [{ texts, counts }] = collect(
    [{ shape, layout, isIdItem: false, annotators: 'unanimous', pii, shares: SHARES }],
    [
      [JSON.stringify(messages), '1'],
      [JSON.stringify(messages).replace(/9(?=84)/, '\\u0039'), '2'],
    ],
  );
  expect(texts.map((text) => JSON.parse(text))).toEqual([
    [{ role: 'user', content: 'call:\n[PHONE]\t"[PHONE]"' }, messages[1]],
  ]);
  expect(counts.pii).toMatchObject({ rows: 2, found: { phone: { rows: 2, finds: 4 } } });
  expect(counts.dropped.duplicate).toBe(1);
});

test('texts of a pair are looked at each', () => {
  const { shape } = ordinaryTask('text-pair-classification');
  const layout = {
    texts: [0, 1],
    values: [2],
    member: 2,
    group: null,
    id: 3,
    predicted: null,
    annotator: null,
    time: null,
  };
  const pii = { ...SETTINGS, action: 'redact' } as const;
  const [{ texts, counts }] = collect(
    [{ shape, layout, isIdItem: false, annotators: 'unanimous', pii, shares: SHARES }],
    [['a@example.org', 'b@example.org and 9841000123', 'bug', '1']],
  );
  expect(texts).toEqual(['[EMAIL]\u001f[EMAIL] and [PHONE]']);
  expect(counts.pii).toMatchObject({ rows: 1, found: { email: { rows: 1, finds: 2 } } });
});
