import type { DatasetDefinition } from '../dataset/definition.ts';
import { checkWorkflow } from '../retraining/target-names.ts';
import { readDatasets } from './dataset-inputs.ts';
import {
  InputError,
  InputReader,
  type InputSources,
  parseEndpoint,
  parseToken,
  required,
} from './input-reader.ts';

/** Inputs of `dashboard`. */
export interface DashboardInputs {
  /** Those that are shown. */
  readonly datasets: readonly DatasetDefinition[];
  /** Null when none was given. */
  readonly hfToken: string | null;
  readonly hubEndpoint: string;
  /** Null when none was given. */
  readonly githubToken: string | null;
  /** File name or id of the workflow whose runs are shown. */
  readonly workflow: string;
  /** File the dashboard is written to. */
  readonly path: string;
}

/** @throws InputError that names every unusable input */
export function readDashboardInputs(sources: InputSources): DashboardInputs {
  const reader = new InputReader(sources);
  const datasets = readDatasets(reader, sources, { isRequired: true });
  const inputs = {
    datasets,
    hfToken: reader.read('hf-token', parseToken),
    hubEndpoint: reader.read('hub-endpoint', parseEndpoint),
    githubToken: reader.optional('github-token'),
    workflow: reader.read('workflow', parseWorkflow),
    path: reader.read('path', required('the file the dashboard is written to')),
  };
  reader.check();
  return inputs;
}

function parseWorkflow(text: string): string {
  const workflow = required('file name or id of the workflow whose runs are shown')(
    text || currentWorkflow(),
  );
  const problem = checkWorkflow(workflow);
  if (problem !== null) throw new InputError(`is ${problem}`);
  return workflow;
}

/** File name of the workflow that runs this, from `owner/repo/.github/workflows/name.yml@refs/heads/main`. */
function currentWorkflow({ GITHUB_WORKFLOW_REF: ref = '' }: NodeJS.ProcessEnv = process.env): string {
  return /\/([^/@]+\.ya?ml)@/.exec(ref)?.[1] ?? '';
}
