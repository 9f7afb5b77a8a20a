import { describe, expect, test } from '@jest/globals';
import { hasSeveralClasses, TASK_NAMES, type Task } from '../../src/model/tasks.ts';
import { writeCard } from '../../src/version/card.ts';
import { metadata } from '../support/metadata.ts';
import { ordinaryTask } from '../support/tasks.ts';

const FILE = { paths: ['data/train-0.parquet'], numBytes: 800, fileBytes: 80 };

/** The card of a small version of a task, of whose rows one is malformed. */
function cardOf(task: Task): string {
  const { shape } = ordinaryTask(task);
  const told = metadata();
  const rows = { train: 4, eval: 1, test: 0 };
  const balance = Object.fromEntries(shape.classNames.map((name) => [name, rows]));
  const dropped = { ...told.quality.dropped, malformed: 1 };
  return writeCard({
    shape,
    metadata: { ...told, quality: { ...told.quality, class_balance: balance, dropped } },
    files: { train: FILE, eval: FILE, test: FILE },
    previous: null,
    endpoint: 'https://huggingface.co',
    existing: null,
  }).markdown;
}

const UNFIT = 'a kept value that its column cannot hold';

describe('the card of', () => {
  test.each(TASK_NAMES)('%s has classes only where the task has them', (task) => {
    const card = cardOf(task);
    const hasClasses = ordinaryTask(task).shape.classNames.length > 0;
    expect(card.includes('## Labels')).toBe(hasClasses);
    expect(card.includes('| With an unknown class |')).toBe(hasClasses);
    expect(card.includes('a row may have several, or none')).toBe(hasSeveralClasses(task));
    expect(card).toContain('| Version | `v20261123_010203` |');
    expect(card).not.toMatch(/undefined|NaN/);
  });

  test.each<[Task, string, string, string]>([
    ['text-classification', 'labels that disagree on the same text', 'text', UNFIT],
    [
      'text-pair-scoring',
      'scores that disagree on the same pair',
      'pair',
      `a score that is not a number, or ${UNFIT}`,
    ],
    [
      'chat',
      'further columns that disagree on the same conversation',
      'conversation',
      `messages that are not a list of role and content, or ${UNFIT}`,
    ],
    [
      'unpaired-preference',
      'labels that disagree on the same answer',
      'answer',
      `messages that are not a list of role and content, or ${UNFIT}`,
    ],
  ])('%s speaks of its rows in its own words', (task, conflict, text, malformed) => {
    const card = cardOf(task);
    expect(card).toContain(`| With ${conflict} (1 ${text}) | 2 |`);
    expect(card).toContain(`| With ${malformed} | 1 |`);
    expect(card).toContain(`Each ${text} is in one split only.`);
  });
});
