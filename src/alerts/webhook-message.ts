import { createHmac } from 'node:crypto';
import { describeOutcome } from '../report/describe-run.ts';
import type { RunPlace, RunReport } from '../report/run-report.ts';
import { type ChatPart, writeChat } from '../report/write-chat.ts';

/** What a webhook expects: a message of Slack, an Adaptive Card of Microsoft Teams, or JSON for a program. */
export type WebhookFormat = 'slack' | 'teams' | 'json';

export interface WebhookMessage {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Characters that Slack allows in a section and in a header, and blocks in a message. */
const LONGEST_TEXT = 3000;
const LONGEST_HEADER = 150;
const MOST_BLOCKS = 50;
/** Bytes of the lines of a message; Teams refuses one of over 28 KB. */
const TEAMS_BYTES = 24_000;

/**
 * Returns the request that reports a run to a webhook. Like an issue, it names no repo: no runner masks a secret name
 * there.
 *
 * @param id identifies the message: a repeated one has the same
 * @param secret key of the signature of JSON, in bytes; null for none
 */
export function webhookMessage(
  format: WebhookFormat,
  run: RunReport,
  { place, id, now, secret }: { place: RunPlace; id: string; now: Date; secret: Buffer | null },
): WebhookMessage {
  switch (format) {
    case 'slack':
      return { headers: {}, body: JSON.stringify(slackMessage(run, place)) };
    case 'teams':
      return { headers: {}, body: JSON.stringify(teamsMessage(run, place)) };
    case 'json': {
      const body = JSON.stringify(eventOf(run, place, now));
      return { headers: standardHeaders(body, { id, now, secret }), body };
    }
  }
}

/** @see https://docs.slack.dev/reference/block-kit/blocks */
function slackMessage(run: RunReport, place: RunPlace): object {
  const { title, parts } = writeChat(describeOutcome(run, place));
  const blocks = parts.slice(0, MOST_BLOCKS - 1).map((part) => ({ type: 'section', text: slackText(part) }));
  const header = {
    type: 'header',
    text: { type: 'plain_text', text: shorten(title, LONGEST_HEADER), emoji: false },
  };
  return { text: slackEscape(shorten(title, LONGEST_TEXT)), blocks: [header, ...blocks] };
}

function slackText(part: ChatPart): object {
  if (part.kind === 'text')
    return { type: 'plain_text', text: shorten(part.text, LONGEST_TEXT), emoji: false };
  return { type: 'mrkdwn', text: `<${slackEscape(part.url)}|${slackEscape(part.text)}>` };
}

/** @see https://docs.slack.dev/messaging/formatting-message-text#escaping */
function slackEscape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('|', '¦');
}

/**
 * Returns the message that a workflow “when a Teams webhook request is received” posts. Runs of text, unlike text
 * blocks, have no Markdown.
 *
 * @see https://adaptivecards.io/explorer/RichTextBlock.html
 */
function teamsMessage(run: RunReport, place: RunPlace): object {
  const { title, parts } = writeChat(describeOutcome(run, place));
  const textRun = (text: string, style: object = {}) => ({
    type: 'RichTextBlock',
    inlines: [{ type: 'TextRun', text, ...style }],
  });
  const lines = parts.flatMap((part) => (part.kind === 'text' ? part.text.split('\n') : []));
  const body = [textRun(shorten(title, LONGEST_TEXT), { weight: 'Bolder' })];
  let bytes = 0;
  for (const line of lines) {
    const written = textRun(shorten(line, LONGEST_TEXT));
    bytes += Buffer.byteLength(JSON.stringify(written));
    if (bytes > TEAMS_BYTES) {
      body.push(textRun('… The run has the rest.'));
      break;
    }
    body.push(written);
  }
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    body,
    actions: parts.flatMap((part) =>
      part.kind === 'link' ? [{ type: 'Action.OpenUrl', title: part.text, url: part.url }] : [],
    ),
  };
  const attachment = { contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content };
  return { type: 'message', attachments: [attachment] };
}

function eventOf(run: RunReport, place: RunPlace, now: Date): object {
  const { title } = describeOutcome(run, place);
  return {
    type: 'prepare_dataset.run',
    timestamp: now.toISOString(),
    data: {
      title,
      outcome: run.outcome,
      repository: place.repository,
      workflow: place.workflow,
      run_id: place.runId,
      run_url: place.url,
      failure: run.failure?.message ?? null,
      datasets: run.datasets.map((report) => ({
        name: report.name,
        status: report.status,
        tag: report.tag,
        num_samples: report.contents?.numSamples ?? null,
        reason: report.reason,
      })),
    },
  };
}

/** @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md */
function standardHeaders(
  body: string,
  { id, now, secret }: { id: string; now: Date; secret: Buffer | null },
): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const headers = { 'webhook-id': id, 'webhook-timestamp': timestamp };
  if (secret === null) return headers;
  const signature = createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { ...headers, 'webhook-signature': `v1,${signature}` };
}

function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  // A character outside the basic plane has two halves, of which none may be left alone.
  return `${text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
