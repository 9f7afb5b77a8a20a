import { randomUUID } from 'node:crypto';
import { isPassing, waitMsOf } from '../http/failed-answer.ts';
import { connectionProblem, wasNeverSent } from '../http/failed-connection.ts';
import { FailedAttempt, retry } from '../http/retry.ts';
import type { DatasetStatus } from '../report/dataset-report.ts';
import { redactRepoNames } from '../report/redact.ts';
import type { Channel, RunPlace, RunReport } from '../report/run-report.ts';
import { type WebhookFormat, type WebhookMessage, webhookMessage } from './webhook-message.ts';

export interface WebhookOptions {
  /** Address that reports are posted to, a secret; null or empty turns the channel off. */
  readonly url: string | null;
  /** `slack`, `teams` or `json`; empty to recognise it by the host. */
  readonly format: string;
  readonly place: RunPlace;
  /** Names of repos on the Hub as they were given: they may be private, while a chat may be read by many. */
  readonly repoNames: readonly string[];
  /** Time in milliseconds each answer may take. */
  readonly timeoutMs?: number;
}

interface Webhook {
  readonly url: URL;
  readonly format: WebhookFormat;
  /** Key of the signature, from the URL's fragment, which is never sent. */
  readonly secret: Buffer | null;
}

const CHANNEL = 'Webhook';
const TIMEOUT_MS = 10_000;
const RETRY_DELAYS_MS = [1000];
const LONGEST_WAIT_MS = 5000;
const FORMATS: readonly WebhookFormat[] = ['slack', 'teams', 'json'];
const LOCAL_HOSTS: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);
/** Statuses that people want to hear of; the others need nobody. */
const NEWS: ReadonlySet<DatasetStatus> = new Set(['published', 'awaiting-approval', 'held', 'failed']);

/**
 * Posts a message to a chat or a program when a run published a version, when one waits for approval, when a dataset
 * is held, and when a dataset or the run failed. Other runs are not reported.
 *
 * A request that was turned away, or never arrived, is repeated once with the same id.
 */
export function createWebhookChannel(options: WebhookOptions): Channel {
  return {
    name: CHANNEL,
    async report(run) {
      if (!options.url) return { channel: CHANNEL, state: 'off', detail: '' };
      try {
        const webhook = readWebhook(options.url, options.format);
        if (!isNews(run)) return { channel: CHANNEL, state: 'off', detail: 'The run has no news.' };
        return { channel: CHANNEL, state: 'delivered', detail: await post(run, webhook, options) };
      } catch (error) {
        return {
          channel: CHANNEL,
          state: 'failed',
          detail: error instanceof Error ? error.message : String(error),
        };
      }
    },
  };
}

function isNews({ outcome, failure, datasets }: RunReport): boolean {
  if (outcome === 'cancelled') return false;
  return failure !== null || datasets.some(({ status }) => NEWS.has(status));
}

/** @throws Error that names neither the URL nor a part of its path */
function readWebhook(text: string, format: string): Webhook {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new Error('webhook-url must be an address that starts with https://.');
  }
  if (url.protocol === 'http:' && !LOCAL_HOSTS.has(url.hostname)) {
    throw new Error('webhook-url must start with https://, because the address itself is a secret.');
  }
  if (/\.webhook\.office\.com$/.test(url.hostname)) {
    throw new Error(
      'webhook-url is the address of an Office 365 connector, which Microsoft ended in 2026. Create a workflow “Post to a channel when a webhook request is received” in Teams, and use its address.',
    );
  }
  if (format !== '' && !FORMATS.includes(format as WebhookFormat)) {
    throw new Error('webhook-format must be slack, teams or json.');
  }
  const chosen = format === '' ? formatOf(url.hostname) : (format as WebhookFormat);
  const secret = /^#whsec_([A-Za-z0-9+/]+={0,2})$/.exec(url.hash);
  if (url.hash !== '' && secret === null) {
    throw new Error(
      'webhook-url has a part after # that is not a signing secret. Write whsec_ and the key in Base64 after #, or remove the part.',
    );
  }
  url.hash = '';
  return { url, format: chosen, secret: secret === null ? null : Buffer.from(secret[1], 'base64') };
}

function formatOf(host: string): WebhookFormat {
  if (/(?:^|\.)slack(?:-gov)?\.com$/.test(host)) return 'slack';
  return /\.(?:logic\.azure|powerplatform|powerautomate)\.(?:com|us|cn)$/.test(host) ? 'teams' : 'json';
}

/** @returns what was sent where, by the host alone */
async function post(run: RunReport, webhook: Webhook, options: WebhookOptions): Promise<string> {
  const { url, format, secret } = webhook;
  const { place, repoNames, timeoutMs = TIMEOUT_MS } = options;
  const message = webhookMessage(format, redactRepoNames(run, repoNames), {
    place,
    id: `msg_${randomUUID()}`,
    now: new Date(),
    secret,
  });
  await retry(() => send(url, message, timeoutMs), {
    delaysMs: RETRY_DELAYS_MS,
    longestWaitMs: LONGEST_WAIT_MS,
  });
  return `Sent to ${url.host} as ${format}.`;
}

async function send(url: URL, { headers, body }: WebhookMessage, timeoutMs: number): Promise<void> {
  let response: Response;
  try {
    response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'User-Agent': 'prepare-dataset', ...headers },
      body,
      // The address is a secret: it goes to no other host.
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
  } catch (error) {
    const problem = connectionProblem(error);
    const why = problem === '' ? '' : `: ${problem}`;
    throw new FailedAttempt(
      new Error(`${url.host} could not be reached${why}. Check webhook-url and the runner's network.`),
      { reason: 'nothing', canBeRepeated: wasNeverSent(error) },
    );
  }
  const { status } = response;
  const answer = await response.text().catch(() => '');
  if (response.ok) return;
  throw new FailedAttempt(new Error(explainStatus(url.host, status, answer)), {
    reason: `status ${status}`,
    canBeRepeated: isPassing(status),
    waitMs: waitMsOf(status, response.headers),
  });
}

function explainStatus(host: string, status: number, answer: string): string {
  // Slack answers with a name such as no_service; anything else may repeat what was sent.
  const name = /^[a-z_]{2,60}$/.exec(answer.trim())?.[0];
  const said = name === undefined ? '' : ` (${name})`;
  if (status >= 300 && status < 400) {
    return `${host} answered ${status}, a redirect, which is not followed because the address is a secret. Set webhook-url to the final address.`;
  }
  if ([401, 403, 404, 410].includes(status)) {
    return `${host} does not know the webhook, or refuses it: ${status}${said}. Create a new webhook, and store its address as the secret.`;
  }
  if (status === 400 || status === 413 || status === 422) {
    return `${host} refused the message: ${status}${said}. Check that webhook-format fits the receiver.`;
  }
  return `${host} answered ${status}${said}. The message was not confirmed.`;
}
