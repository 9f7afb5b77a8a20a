import type { Delivery } from './delivery.ts';
import type { Channel, RunReport } from './run-report.ts';

/** Tells a run to every channel, side by side. @returns what became of each, in their order */
export function tellChannels(channels: readonly Channel[], run: RunReport): Promise<Delivery[]> {
  return Promise.all(
    channels.map(async (channel) => {
      try {
        return await channel.tell(run);
      } catch (error) {
        const detail = error instanceof Error ? error.message : String(error);
        return { channel: channel.name, state: 'failed' as const, detail };
      }
    }),
  );
}
