import type { Delivery } from './delivery.ts';
import { redact, redactRun } from './redact.ts';
import type { Channel, RunReport } from './run-report.ts';

/**
 * Reports a run to every channel, side by side.
 *
 * @param secrets texts that no channel may pass on, and that no delivery holds
 * @returns what happened to each, in their order
 */
export function reportToChannels(
  channels: readonly Channel[],
  run: RunReport,
  secrets: readonly string[],
): Promise<Delivery[]> {
  const redacted = redactRun(run, secrets);
  return Promise.all(
    channels.map(async (channel) => {
      try {
        const delivery = await channel.report(redacted);
        return { ...delivery, detail: redact(delivery.detail, secrets) };
      } catch (error) {
        const detail = error instanceof Error ? error.message : String(error);
        return { channel: channel.name, state: 'failed' as const, detail: redact(detail, secrets) };
      }
    }),
  );
}
