import { createRequire } from 'node:module';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { createWebhookChannel, type WebhookOptions } from '../../src/alerts/webhook-channel.ts';
import type { RunReport } from '../../src/report/run-report.ts';
import { closedUrl, type HttpServer, startHttpServer } from '../support/http/http-server.ts';
import { datasetReport, RUN_PLACE, runReport } from '../support/reports.ts';

interface Request {
  readonly headers: Record<string, string>;
  readonly body: string;
}
type AdaptiveCards = typeof import('adaptivecards');

const PATH = '/services/T0/CANARY-path';
const KEY = Buffer.from('a signing key of twenty-four').toString('base64');
const FAILURE = runReport({
  outcome: 'failure',
  datasets: [],
  failure: { stage: 'database', message: 'Nothing accepts connections at db:5432.' },
});

let server: HttpServer;
let requests: Request[];
/** Answers of the server in turn; 200 once they are used up. */
let answers: { status: number; body?: string; headers?: Record<string, string> }[];

beforeAll(async () => {
  server = await startHttpServer(async (request, response) => {
    let body = '';
    for await (const piece of request) body += piece;
    requests.push({ headers: request.headers as Record<string, string>, body });
    const { status, body: answer = 'ok', headers = {} } = answers.shift() ?? { status: 200 };
    response.writeHead(status, headers).end(answer);
  });
});

beforeEach(() => {
  requests = [];
  answers = [];
});

afterAll(() => server.close());

describe('which runs are reported', () => {
  test.each([
    ['a published version', runReport(), true],
    ['a failed run', FAILURE, true],
    ['a held dataset', runReport({ datasets: [datasetReport({ status: 'held' })] }), true],
    ['a failed dataset', runReport({ datasets: [datasetReport({ status: 'failed' })] }), true],
    ['a version that waits', runReport({ datasets: [datasetReport({ status: 'awaiting-approval' })] }), true],
    ['an unchanged dataset', runReport({ datasets: [datasetReport({ status: 'unchanged' })] }), false],
    ['a skipped dataset', runReport({ datasets: [datasetReport({ status: 'skipped' })] }), false],
    ['a cancelled run', runReport({ outcome: 'cancelled' }), false],
  ])('%s: %#', async (_, run, isSent) => {
    const { state, detail } = await report(run);
    expect(state).toBe(isSent ? 'delivered' : 'off');
    expect(requests).toHaveLength(isSent ? 1 : 0);
    expect(detail).toBe(isSent ? `Sent to ${new URL(server.url).host} as json.` : 'The run has no news.');
  });

  test('without an address the channel is off', async () => {
    expect(await report(runReport(), { url: null })).toEqual({
      channel: 'Webhook',
      state: 'off',
      detail: '',
    });
  });
});

describe('what is sent', () => {
  const hostile = runReport({
    datasets: [
      datasetReport({
        status: 'held',
        name: 'tickets',
        repo: 'owner/private-tickets',
        reason: 'gate <!channel> *bold* [x](https://evil.example) at owner/private-tickets',
      }),
    ],
  });

  test('JSON is a signed standard webhook, which its library accepts, and names no repo', async () => {
    await report(hostile, { url: `${server.url}${PATH}#whsec_${KEY}` });
    const [{ headers, body }] = requests;
    const event = new Webhook(KEY).verify(body, headers) as Record<string, unknown>;
    expect(event).toMatchObject({
      type: 'prepare_dataset.run',
      data: {
        outcome: 'success',
        repository: 'owner/app',
        run_url: 'https://github.com/owner/app/actions/runs/4711',
        datasets: [{ name: 'tickets', status: 'held', tag: null }],
      },
    });
    expect(body).not.toContain('private-tickets');
    expect(() => new Webhook(KEY).verify(body.replace('held', 'fine'), headers)).toThrow();
  });

  test('JSON without a key has an id and a time, and no signature', async () => {
    await report(runReport());
    const [{ headers }] = requests;
    expect(headers['webhook-id']).toMatch(/^msg_/);
    expect(Math.abs(Number(headers['webhook-timestamp']) - Date.now() / 1000)).toBeLessThan(60);
    expect(headers['webhook-signature']).toBeUndefined();
  });

  test('a message of Slack has its limits, and no text in it is formatted', async () => {
    const long = runReport({
      datasets: Array.from({ length: 200 }, (_, index) =>
        datasetReport({ status: 'failed', name: `set-${index}`, reason: 'x <!here> *y* '.repeat(300) }),
      ),
    });
    for (const run of [hostile, long, FAILURE]) {
      requests = [];
      await report(run, { format: 'slack' });
      const { text, blocks } = JSON.parse(requests[0].body);
      expect(text).not.toMatch(/[<>]/);
      expect(blocks.length).toBeLessThanOrEqual(50);
      expect(blocks[0].text.text.length).toBeLessThanOrEqual(150);
      const formatted = blocks.filter(({ text: { type } }: never) => type === 'mrkdwn');
      expect(formatted.map(({ text }: { text: { text: string } }) => text.text)).toEqual([
        '<https://github.com/owner/app/actions/runs/4711|Run 4711>',
      ]);
      for (const { text } of blocks) expect(text.text.length).toBeLessThanOrEqual(3000);
      expect(requests[0].body).not.toContain('private-tickets');
    }
  });

  test('a message of Teams is a card that the library of Adaptive Cards accepts, below 28 KB', async () => {
    const { AdaptiveCard, SerializationContext } = createRequire(import.meta.url)(
      'adaptivecards',
    ) as AdaptiveCards;
    const long = runReport({
      datasets: Array.from({ length: 200 }, (_, index) =>
        datasetReport({ status: 'failed', name: `set-${index}`, reason: '"विभाग" '.repeat(300) }),
      ),
    });
    for (const run of [hostile, long, FAILURE]) {
      requests = [];
      await report(run, { format: 'teams' });
      const [{ contentType, content }] = JSON.parse(requests[0].body).attachments;
      expect(contentType).toBe('application/vnd.microsoft.card.adaptive');
      const card = new AdaptiveCard();
      const context = new SerializationContext();
      card.parse(content, context);
      expect([context.eventCount, card.validateProperties().validationEvents]).toEqual([0, []]);
      expect(card.getItemCount()).toBe(content.body.length);
      expect(content.actions).toEqual([
        { type: 'Action.OpenUrl', title: 'Run 4711', url: 'https://github.com/owner/app/actions/runs/4711' },
      ]);
      expect(Buffer.byteLength(requests[0].body)).toBeLessThan(28_000);
      expect(requests[0].body).not.toContain('private-tickets');
    }
  });
});

describe('what goes wrong', () => {
  test('an answer that passes is asked again once, with the same id', async () => {
    answers = [{ status: 503 }];
    expect(await report(runReport())).toMatchObject({ state: 'delivered' });
    expect(requests).toHaveLength(2);
    expect(requests[1].headers['webhook-id']).toBe(requests[0].headers['webhook-id']);
  });

  test.each([
    [{ status: 404, body: 'no_service' }, /does not know the webhook, or refuses it: 404 \(no_service\)/],
    [{ status: 400, body: 'invalid_payload' }, /refused the message: 400 \(invalid_payload\)/],
    [{ status: 400, body: `<p>CANARY of the server</p>` }, /refused the message: 400\. Check/],
    [{ status: 302, headers: { location: 'https://evil.example/' } }, /answered 302, a redirect/],
    [{ status: 418 }, /answered 418/],
  ])('%j is explained', async (answer, detail) => {
    answers = [answer];
    const delivery = await report(runReport());
    expect(delivery.state).toBe('failed');
    expect(delivery.detail).toMatch(detail);
    expect(delivery.detail).not.toContain('CANARY');
    expect(requests).toHaveLength(1);
  });

  test('a server that is gone, and one that does not answer', async () => {
    const gone = await report(runReport(), { url: `${await closedUrl()}${PATH}` });
    expect(gone.detail).toMatch(/could not be reached: ECONNREFUSED\. Check webhook-url/);
    const silent = await startHttpServer(() => {});
    const late = await report(runReport(), { url: `${silent.url}${PATH}`, timeoutMs: 200 });
    await silent.close();
    expect(late).toMatchObject({ state: 'failed', detail: expect.stringContaining('could not be reached') });
    expect(`${gone.detail}${late.detail}`).not.toContain('CANARY');
  });

  test.each([
    ['not an address', '', /must be an address that starts with https/],
    ['ftp://hooks.example.org/CANARY', '', /must be an address/],
    ['http://hooks.example.org/CANARY', '', /because the address itself is a secret/],
    ['https://acme.webhook.office.com/CANARY', '', /which Microsoft ended in 2026/],
    ['https://hooks.example.org/CANARY#top', '', /part after # that is not a signing secret/],
    ['https://hooks.example.org/CANARY', 'discord', /must be slack, teams or json/],
  ])('%s with the format “%s” is refused', async (url, format, detail) => {
    const delivery = await report(runReport(), { url, format });
    expect(delivery).toMatchObject({ state: 'failed', detail: expect.stringMatching(detail) });
    expect(delivery.detail).not.toContain('CANARY');
  });
});

function report(run: RunReport, options: Partial<WebhookOptions> = {}) {
  const channel = createWebhookChannel({
    url: `${server.url}${PATH}`,
    format: '',
    place: RUN_PLACE,
    repoNames: [],
    ...options,
  });
  return channel.report(run);
}
