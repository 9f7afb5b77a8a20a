import { describe, expect, test } from '@jest/globals';
import { redactRun } from '../../src/report/redact.ts';
import { datasetReport, RUN_PLACE, runReport } from '../support/reports.ts';
import { LOGIN, mailServer, tell, trustMailServers } from './email-scene.ts';

trustMailServers();

describe('a mail server that takes the mail', () => {
  test('gets it over STARTTLS with a login, with two bodies that tell the run', async () => {
    const server = await mailServer();
    const delivery = await tell(`smtp://${LOGIN}@localhost:${server.port}`);
    expect(delivery).toEqual({ channel: 'E-mail', state: 'delivered', detail: 'Sent to 2 of 2 recipients.' });
    const [mail] = server.mails;
    expect(mail).toMatchObject({
      encrypted: true,
      user: 'alerts',
      recipients: ['a@example.org', 'b@example.org'],
    });
    const { subject, from, headers, text, html } = mail.parsed;
    expect(subject).toBe(
      '[owner/app] Prepare dataset: department published v20261123_010203, urgency skipped',
    );
    expect(from?.text).toBe('"Datasets" <datasets@example.org>');
    expect(headers.get('auto-submitted')).toBe('auto-generated');
    expect(text).toContain(
      'The preparation by the workflow “Prepare datasets” of owner/app succeeded. It started at 2026-11-23 01:02 UTC and took 12.3 s.',
    );
    expect(text).toContain('Run 4711: https://github.com/owner/app/actions/runs/4711');
    expect(text).toContain('urgency: skipped\n----------------\n\nOnly 10 usable rows');
    expect(text).toContain(
      'Class          train  eval  test  Total\nNORMAL             6     1     0      7\nURGENT             2     0     1      3',
    );
    expect(html).toContain('<a href="https://hub.example/datasets/owner/department/tree/v20261123_010203">');
    expect(html).toContain('>HIGHLY URGENT</td>');
    expect(html).toContain('<p>Only 10 usable rows, and min-dataset-len asks for 1000.</p>');
  });

  test('gets it over TLS from the first byte', async () => {
    const server = await mailServer({ secure: true });
    expect(await tell(`smtps://${LOGIN}@localhost:${server.port}`)).toMatchObject({ state: 'delivered' });
    expect(server.mails[0]).toMatchObject({ encrypted: true, user: 'alerts' });
  });

  test.each([
    ['opportunistic', { hideSTARTTLS: true }, false],
    ['opportunistic', {}, true],
    ['off', {}, false],
  ])('gets it with tls=%s and %j, encrypted: %s', async (tls, options, encrypted) => {
    const server = await mailServer(options);
    const delivery = await tell(`smtp://localhost:${server.port}?tls=${tls}`);
    expect(delivery).toMatchObject({ state: 'delivered' });
    expect(server.mails[0]).toMatchObject({ encrypted });
  });

  test('refuses one of the recipients: the others get it, and nobody is named', async () => {
    const server = await mailServer();
    const { detail } = await tell(`smtp://localhost:${server.port}`, {
      to: 'a@example.org, b@refused.example',
    });
    expect(detail).toBe('Sent to 1 of 2 recipients; the mail server refused 1.');
  });
});

describe('the mail', () => {
  const hostile = 'x\r\nBcc: thief@example.org\r\n\r\n<script>alert(1)</script> "&\u202E';

  test('gets no header, recipient or markup from a label, a class or a reason', async () => {
    const server = await mailServer();
    const contents = datasetReport().contents!;
    const classBalance = { [hostile]: { train: 1, eval: 0, test: 0 } };
    const dataset = datasetReport({
      name: hostile,
      reason: hostile,
      shape: { ...datasetReport().shape, classNames: [hostile] },
      classRows: [1],
      contents: { ...contents, classBalance },
    });
    const place = { ...RUN_PLACE, workflow: hostile, repository: hostile };
    await tell(`smtp://localhost:${server.port}`, { place }, runReport({ datasets: [dataset] }));
    const [{ parsed, raw, recipients }] = server.mails;
    expect(parsed.subject).toMatch(/^\[x Bcc: thief@example\.org <script>/);
    expect(parsed.headers.has('bcc')).toBe(false);
    expect(raw.split('\r\n\r\n')[0]).not.toMatch(/^bcc:/im);
    expect(recipients).toEqual(['a@example.org', 'b@example.org']);
    expect(parsed.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &quot;&amp;');
    expect(parsed.html).not.toContain('<script');
    expect(parsed.text).toContain('Bcc: thief@example.org <script>alert(1)</script> "&');
    expect(`${parsed.html}${parsed.text}`).not.toContain('\u202E');
  });

  test('holds no secret, and no text that an error or an unknown class may quote', async () => {
    const server = await mailServer();
    const counts = {
      ...datasetReport().counts!,
      unknownClassNames: [{ name: 'my street is dark', rows: 1 }],
    };
    const error = new Error('failed', { cause: new Error('row "my street is dark"') });
    const unjudged = [{ text: 'rows of “s3cret”', isExpected: false, rows: 3 }];
    const failed = datasetReport({ status: 'failed', reason: 'It said: s3cret', error, counts, unjudged });
    const failure = { stage: 'database' as const, message: 'postgresql://u:s3cret@host is\ns3cret\n- too' };
    const spacePause = { channel: 'Space to pause', state: 'failed' as const, detail: 'refused s3cret' };
    const run = runReport({ outcome: 'failure', datasets: [failed], failure, spacePause });
    await tell(`smtp://${LOGIN}@localhost:${server.port}`, {}, redactRun(run, ['', 's3cret']));
    const [{ parsed }] = server.mails;
    const told = `${parsed.subject}${parsed.text}${parsed.html}`;
    expect(told).toContain('It said: ***');
    expect(told).toContain('rows of “***”: 3.');
    expect(told).toContain('Space to pause: refused ***');
    expect(told).toContain('<li>too</li>');
    expect(told).not.toMatch(/s3cret|my street|pass\/word/);
  });

  test.each([
    [runReport({ outcome: 'cancelled', datasets: [] }), 'Prepare dataset: cancelled'],
    [
      runReport({ outcome: 'failure', datasets: [], failure: { stage: 'database', message: 'Gone.' } }),
      'Prepare dataset: the database could not be read',
    ],
    [
      runReport({ outcome: 'failure', datasets: [datasetReport({ status: 'failed' })] }),
      'Prepare dataset: urgency failed',
    ],
  ])('has a subject that tells how the run ended', async (run, title) => {
    const server = await mailServer();
    await tell(`smtp://localhost:${server.port}`, {}, run);
    expect(server.mails[0].parsed.subject).toBe(`[owner/app] ${title}`);
  });
});

describe('settings', () => {
  test.each([null, ''])('without smtp-url (%j) nothing is sent', async (smtpUrl) => {
    expect(await tell(smtpUrl)).toEqual({ channel: 'E-mail', state: 'off', detail: '' });
  });

  test.each([
    ['http://localhost', {}, 'smtp-url is not the address of a mail server'],
    ['smtp://localhost', { to: null }, 'email-to has no e-mail address'],
    ['smtp://localhost', { from: 'nobody' }, 'email-from is not an e-mail address'],
  ])('that cannot be used are told: %s %j', async (smtpUrl, options, detail) => {
    const delivery = await tell(smtpUrl, options);
    expect(delivery.state).toBe('failed');
    expect(delivery.detail).toContain(detail);
  });
});
