import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { type ModelScores, parseScores, scoreLines } from '../../src/dashboard/scores.ts';
import { growingVersions, historyOf } from '../support/dashboard.ts';

const REPO = 'owner/tone';
/** As `metadata_update` of huggingface_hub 2.4 writes it. */
const CARD = `---
datasets:
- owner/tone
model-index:
- name: owner/tone-classifier
  results:
  - task:
      type: text-classification
    dataset:
      name: owner/tone
      type: owner/tone
      split: test
      revision: v20260406_021500
    metrics:
    - type: accuracy
      value: 0.9166666666666666
      name: Accuracy
    - type: f1
      value: 0.89 ± 0.02
---

# tone-classifier
`;

describe('the card of a model', () => {
  test('tells each metric with the revision and the split it was measured on', () => {
    const shared = { revision: 'v20260406_021500', split: 'test' };
    expect(parseScores(CARD, REPO)).toEqual([
      { ...shared, metric: 'Accuracy', value: 0.9166666666666666 },
      { ...shared, metric: 'f1', value: '0.89 ± 0.02' },
    ]);
  });

  test('tells nothing of other datasets, whose name may differ by more than case', () => {
    expect(parseScores(CARD, 'Owner/Tone')).toHaveLength(2);
    expect(parseScores(CARD, 'owner/ton')).toEqual([]);
  });

  test.each([
    ['no value', { value: null }],
    ['a value that is no number', { value: Number.NaN }],
    ['a value of several', { value: [0.9] }],
    ['no name', { type: ' ' }],
  ])('with %s leaves that metric out', (_, change) => {
    const metrics = [
      { type: 'accuracy', value: 1, ...change },
      { type: 'f1', value: 0 },
    ];
    const results = [{ dataset: { type: REPO, revision: 'v1' }, metrics }];
    const card = `---\n${stringify({ 'model-index': [{ results }] })}---\n`;
    expect(parseScores(card, REPO)).toEqual([{ revision: 'v1', split: null, metric: 'f1', value: 0 }]);
  });

  test.each([
    ['no front matter', '# A model'],
    ['broken YAML', '---\nmodel-index: [\n---\n'],
    ['an alias of everything', `---\na: &a [1]\nmodel-index: ${'['.repeat(5000)}\n---\n`],
    ['no list', '---\nmodel-index: {results: 1}\n---\n'],
    ['too much', `---\nmodel-index:\n${'- {}\n'.repeat(200_000)}---\n`],
  ])('with %s tells nothing', (_, card) => {
    expect(parseScores(card, REPO)).toEqual([]);
  });

  test('of any shape tells scores that are what they should be', () => {
    const any = () => fc.oneof(fc.jsonValue(), fc.constantFrom(REPO, '__proto__', '\u202E', Number.NaN));
    const list = (value: fc.Arbitrary<unknown>) => fc.oneof(any(), fc.array(value, { maxLength: 3 }));
    const metric = fc.record({ type: any(), name: any(), value: any() }, { requiredKeys: [] });
    const dataset = fc.record({ type: fc.constant(REPO), revision: any(), split: any() });
    const result = fc.record({ dataset: fc.oneof(any(), dataset), metrics: list(metric) });
    const index = list(fc.record({ results: list(result) }));
    fc.assert(
      fc.property(index, (value) => {
        const scores = parseScores(`---\n${stringify({ 'model-index': value })}---\n`, REPO);
        for (const { revision, metric, split, value: told } of scores) {
          expect([typeof revision, typeof metric]).toEqual(['string', 'string']);
          expect(split === null || split !== '').toBe(true);
          expect(typeof told === 'string' ? told !== '' : Number.isFinite(told)).toBe(true);
          expect(`${metric}${split}${told}`).not.toMatch(/[\p{Cc}\p{Cf}]/u);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('metrics over versions', () => {
  const { versions } = historyOf('tone', growingVersions('tone', ['yes', 'no'], 3));
  const known = versions.map((version, index) => ({ ...version, commit: `c0ffee${index}` }));
  const score = (revision: string, value: number, metric = 'Accuracy') => {
    return { revision, metric, split: 'test', value };
  };
  const model = (name: string, ...scores: ModelScores['scores']): ModelScores => {
    return { model: name, scores, missing: null };
  };

  test('have a value for each version that was told by its tag or its commit, the last one of several', () => {
    const told = model('o/m', score(known[2].tag, 0.5), score('c0ffee0', 0.3), score(known[2].tag, 0.7));
    expect(scoreLines(known, [told])).toEqual([
      { model: 'o/m', name: 'Accuracy on test', values: [0.3, null, 0.7] },
    ]);
  });

  test('of versions that are not shown are left out, and no unknown commit is taken for one', () => {
    expect(scoreLines(versions, [model('o/m', score('v20200101_000000', 1), score('null', 1))])).toEqual([]);
  });

  test('name their model where several tell something', () => {
    const [a, b] = ['o/a', 'o/b'].map((name) => model(name, score(known[0].tag, 1)));
    const names = (...models: ModelScores[]) => scoreLines(known, models).map(({ name }) => name);
    expect(names(a, b)).toEqual(['o/a: Accuracy on test', 'o/b: Accuracy on test']);
    expect(names(a, model('o/silent'))).toEqual(['Accuracy on test']);
  });
});
