import { PREPARE_DATASET, type PrepareDatasetReading } from '../action/prepare-dataset-inputs.ts';
import { readRunPlace } from '../action/run-place.ts';
import { readRunTrigger } from '../action/run-trigger.ts';
import { createEmailChannel } from '../alerts/email-channel.ts';
import { createIssueChannel } from '../alerts/issue-channel.ts';
import { createWebhookChannel } from '../alerts/webhook-channel.ts';
import type { Channel } from '../report/run-report.ts';
import { createWandbChannel } from '../tracking/wandb-channel.ts';
import { wandbAddress } from './wandb-address.ts';

/**
 * Creates the channels to which a run is reported. Channels without inputs are off, and in a dry run all are. They
 * report problems with their inputs themselves, because no channel may fail a publish.
 *
 * @param options.endpoint base URL of the Hub, for links
 * @param options.dryRun true to report nothing outside
 */
export function createChannels(
  { texts, environment }: PrepareDatasetReading,
  { endpoint, dryRun }: { endpoint: string; dryRun: boolean },
): Channel[] {
  const { GITHUB_API_URL: apiUrl = 'https://api.github.com', GITHUB_JOB: job = '' } = environment;
  const place = readRunPlace(environment);
  const secret = (text: string) => (dryRun || text === '' ? null : text);
  const repoNames = [
    texts['department-dataset'],
    texts['urgency-dataset'],
    texts['prepare-dataset-space-id'],
  ];
  return [
    createWandbChannel({
      apiKey: secret(texts['wandb-api-key']),
      ...wandbAddress(texts),
      config: settingsOf(texts),
      place,
    }),
    createEmailChannel({
      smtpUrl: secret(texts['smtp-url']),
      to: texts['email-to'],
      from: texts['email-from'],
      place,
      endpoint,
    }),
    createIssueChannel({
      token: secret(texts['github-token']),
      apiUrl,
      place,
      job,
      trigger: readRunTrigger(environment),
      repoNames,
    }),
    createWebhookChannel({
      url: secret(texts['webhook-url']),
      format: texts['webhook-format'],
      place,
      repoNames,
    }),
  ];
}

/** Returns the settings of a run that W&B shows. */
function settingsOf(texts: PrepareDatasetReading['texts']): Record<string, string> {
  const settings = Object.entries(PREPARE_DATASET.inputs).filter(([, spec]) => 'isSetting' in spec);
  return Object.fromEntries(
    settings.map(([name]) => [name.replaceAll('-', '_'), texts[name as keyof typeof texts]]),
  );
}
