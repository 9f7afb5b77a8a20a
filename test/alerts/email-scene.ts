import { createServer, type Socket } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, afterEach, beforeAll } from '@jest/globals';
import type { SMTPServerOptions } from 'smtp-server';
import { createEmailChannel, type EmailOptions } from '../../src/alerts/email-channel.ts';
import type { Delivery } from '../../src/report/delivery.ts';
import type { RunReport } from '../../src/report/run-report.ts';
import { listen } from '../support/http/listen.ts';
import { type MailServer, startMailServer } from '../support/mail-server.ts';
import { type CertificateFiles, createAuthority } from '../support/postgres/certificates.ts';
import { RUN_PLACE, runReport } from '../support/reports.ts';

/** User and password as they stand in smtp-url. */
export const LOGIN = 'alerts:pass%2Fword';
const cleanups: (() => Promise<unknown>)[] = [];
let certificate: CertificateFiles;

/** Has the tests of a file trust the mail servers they start. */
export function trustMailServers(): void {
  const trustedBefore = getCACertificates('default');
  beforeAll(async () => {
    const authority = await createAuthority('mail test');
    certificate = await authority.issue({ dnsNames: ['localhost'] });
    setDefaultCACertificates([authority.cert]);
  });
  afterEach(async () => {
    for (const cleanup of cleanups.splice(0)) await cleanup();
  });
  afterAll(() => setDefaultCACertificates(trustedBefore));
}

/** Tells a run by the channel, with options that work. */
export function tell(
  smtpUrl: string | null,
  options: Partial<EmailOptions> = {},
  run: RunReport = runReport(),
): Promise<Delivery> {
  const channel = createEmailChannel({
    smtpUrl,
    to: 'a@example.org, Officer B <b@example.org>',
    from: 'Datasets <datasets@example.org>',
    place: RUN_PLACE,
    endpoint: 'https://hub.example',
    ...options,
  });
  return channel.report(run);
}

/** A mail server with a certificate that is trusted, closed after the test. */
export async function mailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const server = await startMailServer({ ...certificate, ...options });
  cleanups.push(() => server.close());
  return server;
}

/** A server that is no mail server, closed after the test. @returns its port */
export async function rawServer(onConnection: (socket: Socket) => void): Promise<number> {
  const { port, close } = await listen(createServer(onConnection), { host: 'localhost' });
  cleanups.push(close);
  return port;
}
