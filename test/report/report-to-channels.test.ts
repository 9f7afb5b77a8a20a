import { expect, test } from '@jest/globals';
import { reportToChannels } from '../../src/report/report-to-channels.ts';
import type { Channel, RunReport } from '../../src/report/run-report.ts';
import { heldReport, runReport } from '../support/reports.ts';

const SECRETS = ['s3cret', 's3cret/longer', ''];

test('keeps secrets from every channel, and from what a channel says of its delivery', async () => {
  const told: RunReport[] = [];
  const channel: Channel = {
    name: 'Echo',
    async report(run) {
      told.push(run);
      return { channel: 'Echo', state: 'failed', detail: 'refused s3cret' };
    },
  };
  const failure = { stage: 'database', message: 'at s3cret/longer or s3cret' } as const;
  const [gate] = heldReport().gates;
  const held = heldReport({ gates: [{ ...gate, measured: 's3cret is lost' }] });
  const run = runReport({ failure, datasets: [held] });
  const deliveries = await reportToChannels([channel], run, SECRETS);
  expect(deliveries).toEqual([{ channel: 'Echo', state: 'failed', detail: 'refused ***' }]);
  expect(told[0].failure?.message).toBe('at *** or ***');
  expect(told[0].datasets[0].gates[0].measured).toBe('*** is lost');
});

test('a channel that throws keeps no other from being told', async () => {
  const broken: Channel = { name: 'Broken', report: () => Promise.reject(new Error('no s3cret')) };
  const fine: Channel = {
    name: 'Fine',
    report: async () => ({ channel: 'Fine', state: 'delivered', detail: '' }),
  };
  expect(await reportToChannels([broken, fine], runReport(), SECRETS)).toEqual([
    { channel: 'Broken', state: 'failed', detail: 'no ***' },
    { channel: 'Fine', state: 'delivered', detail: '' },
  ]);
});
