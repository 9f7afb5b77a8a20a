import type { ChannelInputs } from '../action/channel-inputs.ts';
import type { Channel, RunPlace } from '../pipeline/run-report.ts';

/** The channels this run is told to; a dry run is told to none. */
export function createChannels(_inputs: ChannelInputs, _place: RunPlace | null): Channel[] {
  return [];
}
