import { expect, jest, test } from '@jest/globals';
import { HubError } from '../../src/hub/hub-error.ts';
import type { Space } from '../../src/hub/space.ts';

const delays: number[] = [];
jest.unstable_mockModule('node:timers/promises', () => ({
  async setTimeout(ms: number) {
    delays.push(ms);
  },
}));
const { restartSpace } = await import('../../src/hub/restart-space.ts');

/** A Space that was RUNNING, is BUILDING after its restart, and then comes to these stages. */
function spaceThatComesTo(...later: (string | Error)[]): Space {
  const stages = ['RUNNING', ...later];
  const space = {
    name: 'owner/space',
    async stage() {
      const stage = stages.length > 1 ? stages.shift() : stages[0];
      if (stage instanceof Error) throw stage;
      return stage;
    },
    restart: async () => 'BUILDING',
    setVariable: async () => {},
    logsUrl: () => 'https://hub/logs',
  };
  return space as unknown as Space;
}

const restart = (space: Space) => {
  delays.length = 0;
  return restartSpace(space, { waitFor: 'RUNNING', timeoutMs: 600_000 });
};

test('looks every second for half a minute, then ever more rarely', async () => {
  const stages = Array.from({ length: 36 }, () => 'BUILDING');
  expect(await restart(spaceThatComesTo(...stages, 'RUNNING'))).toMatchObject({
    stage: 'RUNNING',
    problem: null,
  });
  const seconds = delays.map((ms) => ms / 1000);
  expect(seconds).toEqual([...Array<number>(30).fill(1), 2, 3, 5, 8, 10, 10, 10]);
});

test.each([[429], [500], [503], [undefined]])('goes on after a look answered with %s', async (status) => {
  const space = spaceThatComesTo(new HubError('away', { status }), 'RUNNING');
  expect(await restart(space)).toEqual({ stage: 'RUNNING', problem: null, isUnsettled: false });
  expect(delays).toHaveLength(2);
});

test.each([[401], [404], [428]])('ends with a look answered with %s', async (status) => {
  const space = spaceThatComesTo(new HubError('No such Space.', { status }), 'RUNNING');
  expect(await restart(space)).toEqual({ stage: 'BUILDING', problem: 'No such Space.', isUnsettled: true });
});
