import { HUB_INPUTS } from './hub-inputs.ts';
import { parseBoolean, parseMinutes, parseSpaceName, required } from './parsers.ts';
import type { ActionSpec, InputValues } from './read-inputs.ts';

const STAGES = [
  'RUNNING',
  'PAUSED',
  'SLEEPING',
  'STOPPED',
  'BUILDING',
  'RUNNING_BUILDING',
  'APP_STARTING',
  'RUNNING_APP_STARTING',
];

/** Inputs of `pause-space`. */
export const PAUSE_SPACE = {
  action: 'pause-space',
  inputs: {
    'space-id': {
      parse: (name: string) => parseSpaceName(required('the Space to pause, as owner/name')(name)),
    },
    ...HUB_INPUTS,
    wait: { parse: parseBoolean },
    'dry-run': { parse: parseBoolean },
  },
} as const satisfies ActionSpec;

/** Inputs of `restart-space`. */
export const RESTART_SPACE = {
  action: 'restart-space',
  inputs: {
    'space-id': { parse: parseSpaceNames },
    ...HUB_INPUTS,
    'factory-reboot': { parse: parseBoolean },
    'wait-for': { parse: parseStage },
    'timeout-minutes': { parse: parseMinutes },
    'dry-run': { parse: parseBoolean },
  },
} as const satisfies ActionSpec;

export type RestartInputs = InputValues<typeof RESTART_SPACE>;

function parseSpaceNames(text: string): string[] {
  const names = text.split(/[\s,]+/).filter((name) => name !== '');
  required('the Space to restart, as owner/name, or several, one a line')(names.join());
  return [...new Set(names.map(parseSpaceName))];
}

/** Parses a stage to wait for; null if the text is empty. */
export function parseStage(text: string): string | null {
  const stage = text.toUpperCase();
  if (stage === '') return null;
  if (STAGES.includes(stage)) return stage;
  throw new Error(`must be one of ${STAGES.join(', ')}, or empty, not ${JSON.stringify(text)}`);
}
