import type { ChannelInputs } from '../action/channel-inputs.ts';
import { readRunPlace } from '../action/run-place.ts';
import { readRunTrigger } from '../action/run-trigger.ts';
import { createEmailChannel } from '../alerts/email-channel.ts';
import { createIssueChannel } from '../alerts/issue-channel.ts';
import type { Channel } from '../report/run-report.ts';
import { createWandbChannel } from '../tracking/wandb-channel.ts';

/**
 * The channels a run is told to; those without inputs are off, and in a dry run all are.
 *
 * @param endpoint base URL of the Hub, for links
 */
export function createChannels(
  { dryRun, wandb, email, githubToken, repoNames }: ChannelInputs,
  { endpoint }: { endpoint: string },
): Channel[] {
  const { GITHUB_API_URL: apiUrl = 'https://api.github.com', GITHUB_JOB: job = '' } = process.env;
  const place = readRunPlace();
  return [
    createWandbChannel({ ...wandb, apiKey: dryRun ? null : wandb.apiKey, place }),
    createEmailChannel({ ...email, smtpUrl: dryRun ? null : email.smtpUrl, place, endpoint }),
    createIssueChannel({
      token: dryRun ? null : githubToken,
      apiUrl,
      place,
      job,
      trigger: readRunTrigger(process.env),
      repoNames,
    }),
  ];
}
