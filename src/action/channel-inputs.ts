import { inputText } from './input-reader.ts';
import { ROOT_SOURCES } from './inputs.ts';

/** Inputs that are no secret and say what a run was asked to do. */
const SETTINGS = [
  'department-dataset',
  'urgency-dataset',
  'min-dataset-len',
  'correct-ratio',
  'random-state',
  'split',
  'split-method',
];

const REPOS = ['department-dataset', 'urgency-dataset', 'prepare-dataset-space-id'];

/**
 * Inputs of the channels a run is told to, as they were given: what is wrong with them is the channel's to tell,
 * because none of them may fail a publish.
 */
export interface ChannelInputs {
  readonly dryRun: boolean;
  readonly wandb: {
    readonly apiKey: string | null;
    readonly project: string;
    readonly entity: string | null;
    readonly baseUrl: string;
    /** Settings of the run that are shown there. */
    readonly config: Readonly<Record<string, string>>;
  };
  readonly email: { readonly smtpUrl: string | null; readonly to: string; readonly from: string };
  readonly githubToken: string | null;
  /** Repos on the Hub that the inputs name, in whatever form; empty where none is named. */
  readonly repoNames: readonly string[];
}

export function readChannelInputs(): ChannelInputs {
  const text = (name: string) => inputText(name, ROOT_SOURCES);
  const optional = (name: string) => text(name) || null;
  return {
    dryRun: text('dry-run').toLowerCase() !== 'false',
    wandb: {
      apiKey: optional('wandb-api-key'),
      project: text('wandb-project-name'),
      entity: optional('wandb-entity'),
      baseUrl: text('wandb-base-url').replace(/\/+$/, ''),
      config: Object.fromEntries(SETTINGS.map((name) => [name.replaceAll('-', '_'), text(name)])),
    },
    email: { smtpUrl: optional('smtp-url'), to: text('email-to'), from: text('email-from') },
    githubToken: optional('github-token'),
    repoNames: REPOS.map(text),
  };
}
