import { parseSpaceName } from './dataset-inputs.ts';
import {
  InputReader,
  type InputSources,
  inputText,
  numberIn,
  parseBoolean,
  parseEndpoint,
  parseToken,
  required,
} from './input-reader.ts';
import { SUB_ACTION_DEFAULTS } from './sub-action-defaults.ts';

/** Inputs of the actions that act on the Hub. */
export interface HubInputs {
  /** Null when none was given. */
  readonly hfToken: string | null;
  /** Without a trailing slash. */
  readonly hubEndpoint: string;
  readonly dryRun: boolean;
}

/** Inputs of `pause-space`. */
export interface PauseInputs extends HubInputs {
  readonly space: string;
  readonly wait: boolean;
}

/** Inputs of `restart-space`. */
export interface RestartInputs extends HubInputs {
  readonly spaces: readonly string[];
  readonly factoryReboot: boolean;
  /** Null when nothing is waited for. */
  readonly waitFor: string | null;
  readonly timeoutMinutes: number;
}

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
const A_WEEK_IN_MINUTES = 7 * 24 * 60;

/** Where the inputs of a sub-action come from. */
export function subActionSources(action: string): InputSources {
  const variables = { 'hf-token': 'HF_TOKEN', 'hub-endpoint': 'HF_ENDPOINT' };
  return { defaults: SUB_ACTION_DEFAULTS[action], variables };
}

/** The Hugging Face token that was given, whether or not it can be used; to be masked. */
export function givenHubToken(sources: InputSources): string[] {
  const token = inputText('hf-token', sources);
  return token === '' ? [] : [token];
}

/** Reads the inputs all of them have. */
export function readHubInputs(reader: InputReader): HubInputs {
  return {
    hfToken: reader.read('hf-token', parseToken),
    hubEndpoint: reader.read('hub-endpoint', parseEndpoint),
    dryRun: reader.read('dry-run', parseBoolean),
  };
}

/** @throws InputError that names every unusable input */
export function readPauseInputs(sources: InputSources): PauseInputs {
  const reader = new InputReader(sources);
  const inputs = {
    ...readHubInputs(reader),
    space: reader.read('space-id', (name) =>
      parseSpaceName(required('the Space to pause, as owner/name')(name)),
    ),
    wait: reader.read('wait', parseBoolean),
  };
  reader.check();
  return inputs;
}

/** @throws InputError that names every unusable input */
export function readRestartInputs(sources: InputSources): RestartInputs {
  const reader = new InputReader(sources);
  const inputs = {
    ...readHubInputs(reader),
    spaces: reader.read('space-id', (text) => {
      const names = text.split(/[\s,]+/).filter((name) => name !== '');
      required('the Space to restart, as owner/name, or several, one a line')(names.join());
      return [...new Set(names.map(parseSpaceName))];
    }),
    factoryReboot: reader.read('factory-reboot', parseBoolean),
    waitFor: reader.read('wait-for', parseStage),
    timeoutMinutes: reader.read('timeout-minutes', numberIn(0, A_WEEK_IN_MINUTES, 'any')),
  };
  reader.check();
  return inputs;
}

/** Parses a stage to wait for; null when there is none. */
export function parseStage(text: string): string | null {
  const stage = text.toUpperCase();
  if (stage === '') return null;
  if (STAGES.includes(stage)) return stage;
  throw new Error(`must be one of ${STAGES.join(', ')}, or empty, not ${JSON.stringify(text)}`);
}
