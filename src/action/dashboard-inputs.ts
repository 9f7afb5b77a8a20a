import { BUILT_IN_LABELS } from '../dataset/label-schema.ts';
import {
  InputReader,
  type InputSources,
  inputText,
  parseEndpoint,
  parseToken,
  required,
} from './input-reader.ts';

/** Inputs of `dashboard`. */
export interface DashboardInputs {
  /** Dataset repo of each label that was asked for, by label name. */
  readonly datasets: ReadonlyMap<string, string>;
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
  const repos = BUILT_IN_LABELS.map(({ name }): [string, string] => [
    name,
    inputText(`${name}-dataset`, sources),
  ]);
  const datasets = new Map(repos.filter(([, repo]) => repo !== ''));
  if (datasets.size === 0) {
    reader.add(
      'department-dataset and urgency-dataset are missing: give at least one of the two, as owner/name',
    );
  }
  const inputs = {
    datasets,
    hfToken: reader.read('hf-token', parseToken),
    hubEndpoint: reader.read('hub-endpoint', parseEndpoint),
    githubToken: reader.optional('github-token'),
    workflow: inputText('workflow', sources) || currentWorkflow(),
    path: reader.read('path', required('the file the dashboard is written to')),
  };
  if (inputs.workflow === '')
    reader.add('workflow is missing: file name or id of the workflow whose runs are shown');
  reader.check();
  return inputs;
}

/** File name of the workflow that runs this, from `owner/repo/.github/workflows/name.yml@refs/heads/main`. */
function currentWorkflow({ GITHUB_WORKFLOW_REF: ref = '' }: NodeJS.ProcessEnv = process.env): string {
  return /\/([^/@]+\.ya?ml)@/.exec(ref)?.[1] ?? '';
}
