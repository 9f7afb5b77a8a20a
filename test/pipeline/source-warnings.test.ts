import { expect, test } from '@jest/globals';
import type { SourceDefinition } from '../../src/model/definition.ts';
import { changingSource, noConfirmedRows } from '../../src/pipeline/source-warnings.ts';
import { targetOf } from '../support/built-in.ts';
import { statementOf } from '../support/statements.ts';
import { taskDefinition } from '../support/tasks.ts';

const definition = taskDefinition('text-classification');

function source(confirmed: string | null, origin: SourceDefinition['origin'] = 'file'): SourceDefinition {
  const statement = confirmed === null ? null : statementOf(confirmed);
  return { ...definition.source, origin, corrections: statementOf('SELECT 1 LIMIT 5'), confirmed: statement };
}

test('only what a file says itself is looked through, its corrections and its confirmed rows', () => {
  const both = changingSource(source('SELECT random()'));
  expect(both.map(({ message }) => message.split(' ')[0])).toEqual(['LIMIT', 'random()']);
  expect(changingSource(source(null))).toHaveLength(1);
  for (const origin of ['preset', 'built-in'] as const) {
    expect(changingSource(source('SELECT random()', origin))).toEqual([]);
  }
});

test('a SELECT of confirmed rows that gives none is warned about where some were wanted', () => {
  const warnings = (of: SourceDefinition, { corrections = 10, confirmed = 0, ratio = 0.5 } = {}) =>
    noConfirmedRows(targetOf({ ...definition, source: of }, { correctRatio: ratio }), {
      corrections,
      confirmed,
    });
  const none = source('SELECT id FROM t WHERE false');
  expect(warnings(none)).toEqual([
    expect.objectContaining({
      message: expect.stringMatching(
        /gives no row, although 10 corrections were read\. Check its conditions/,
      ),
      isHarmless: false,
    }),
  ]);
  expect(warnings(source('SELECT id FROM t WHERE id NOT IN (SELECT id FROM r)'))[0].message).toMatch(
    / Use NOT EXISTS: /,
  );
  expect(warnings(none, { confirmed: 1 })).toEqual([]);
  expect(warnings(none, { corrections: 1 })).toEqual([]);
  expect(warnings(none, { ratio: 0 })).toEqual([]);
  expect(warnings(source(null))).toEqual([]);
  expect(warnings(source('SELECT 1', 'preset'))).toEqual([]);
  expect(warnings(source('SELECT 1', 'built-in'))).toEqual([]);
});
