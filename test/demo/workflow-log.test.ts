import { describe, expect, test } from '@jest/globals';
import { readLog, wordsOf } from '../support/workflow-log.ts';

const shown = (log: string) => readLog(log).map(wordsOf);

describe('readLog', () => {
  test('shows groups as headings, and annotations by their kind and title', () => {
    const log = [
      '::group::Read corrections',
      '::warning title=urgency%3A labels::2 rows, 50%25 of them:%0Alook',
      '[0.1 s] urgency: read 3 rows',
      '::endgroup::',
      '::error::Failed.',
      '::notice file=a%2Cb.yml,line=3,title=A%2C b::told',
    ];
    expect(shown(log.join('\r\n'))).toEqual([
      'Read corrections',
      'warning: urgency: labels: 2 rows, 50% of them:\nlook',
      '[0.1 s] urgency: read 3 rows',
      'error: Failed.',
      'notice: A, b: told',
    ]);
  });

  test('shows no other command, and no empty line', () => {
    expect(shown('::add-mask::secret\n\n::debug::why\n::save-state name=a::b\nsaid\n')).toEqual(['said']);
  });

  test('decodes an escaped percent sign once', () => {
    expect(shown('::warning title=a%253A::%250A')).toEqual(['warning: a%3A: %0A']);
  });
});
