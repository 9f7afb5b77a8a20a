import { expect, test } from '@jest/globals';
import { TASK_NAMES } from '../../src/model/tasks.ts';
import { describedColumns, describedTask, ordinaryTask, taskDefinition } from '../support/tasks.ts';

const TASK = 'text-classification';

test('says of each column what it is read for and published as, and of the others that they are not', () => {
  const definition = taskDefinition(TASK, {
    columns: { text: 'message', group: 'citizen', predicted: 'guess' },
    publishAs: { text: 'grievance' },
    keep: ['district', 'message'],
  });
  const columns = describedColumns(TASK, ['message', 'citizen', 'guess', 'district', 'note']);
  const { reading } = describedTask(definition, { corrections: columns, confirmed: null, pending: null });
  expect(reading).toEqual({
    source: 'answers',
    corrections: [
      { name: 'id', type: 'bigint', uses: [{ role: 'id', publishedAs: null }] },
      { name: 'text', type: 'text', uses: [] },
      {
        name: 'label',
        type: 'text',
        uses: [{ role: 'label', publishedAs: { name: 'label', type: 'class' } }],
      },
      {
        name: 'message',
        type: 'text',
        uses: [
          { role: 'text', publishedAs: { name: 'grievance', type: 'string' } },
          { role: 'keep', publishedAs: { name: 'message', type: 'string' } },
        ],
      },
      { name: 'citizen', type: 'text', uses: [{ role: 'group', publishedAs: null }] },
      { name: 'guess', type: 'text', uses: [{ role: 'predicted', publishedAs: null }] },
      {
        name: 'district',
        type: 'text',
        uses: [{ role: 'keep', publishedAs: { name: 'district', type: 'string' } }],
      },
      { name: 'note', type: 'text', uses: [] },
    ],
    confirmed: null,
  });
});

test('describes the confirmed rows by their own columns', () => {
  const definition = taskDefinition(TASK);
  const [id, text, label] = describedColumns(TASK);
  const confirmed = [label, { ...text, type: 'character varying' }, { ...id, type: 'uuid' }];
  const { reading } = describedTask(definition, { corrections: [id, text, label], confirmed, pending: null });
  expect(reading.confirmed?.map(({ name, type, uses }) => [name, type, uses[0].role])).toEqual([
    ['label', 'text', 'label'],
    ['text', 'character varying', 'text'],
    ['id', 'uuid', 'id'],
  ]);
});

test.each(TASK_NAMES)('%s: every column has the role it is called by', (task) => {
  const { shape, reading } = ordinaryTask(task);
  for (const { name, uses } of reading.corrections) expect(uses.map(({ role }) => role)).toEqual([name]);
  const published = reading.corrections.flatMap(({ uses }) =>
    uses.flatMap(({ publishedAs }) => publishedAs ?? []),
  );
  expect(published).toEqual([...shape.texts, ...shape.values]);
});
