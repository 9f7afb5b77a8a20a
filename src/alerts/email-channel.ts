import { describeRun } from '../report/describe-run.ts';
import type { ReportDocument } from '../report/document.ts';
import { redact } from '../report/redact.ts';
import type { Channel, RunPlace, RunReport } from '../report/run-report.ts';
import { writeHtml } from '../report/write-html.ts';
import { writeText } from '../report/write-text.ts';
import { oneLine } from '../text/markdown.ts';
import { explainSmtpError, type SmtpError } from './explain-smtp-error.ts';
import { type MailAddress, parseMailAddresses } from './mail-address.ts';
import { parseSmtpUrl, type SmtpServer } from './smtp-url.ts';

export interface EmailOptions {
  /** See {@link parseSmtpUrl}; null or empty turns the channel off. */
  readonly smtpUrl: string | null;
  /** Recipients, separated by commas. */
  readonly to: string | null;
  readonly from: string | null;
  readonly place: RunPlace;
  /** Base URL of the Hub, for links to the versions. */
  readonly endpoint: string;
  /** Time in milliseconds for the whole delivery. */
  readonly timeoutMs?: number;
}

const CHANNEL = 'E-mail';
const TIMEOUT_MS = 30_000;
/** Time in milliseconds in a cancelled job, which is killed 10 s after the signal and has other work to do. */
const CANCELLED_TIMEOUT_MS = 3000;
const LONGEST_SUBJECT = 200;

/** Sends one summary of a run by e-mail, as text and as HTML. */
export function createEmailChannel(options: EmailOptions): Channel {
  return {
    name: CHANNEL,
    async report(run) {
      if (!options.smtpUrl) return { channel: CHANNEL, state: 'off', detail: '' };
      try {
        return { channel: CHANNEL, state: 'delivered', detail: await sendSummary(run, options) };
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

/** @returns the number of recipients: the summary of a run may be public, while the addresses need not be */
async function sendSummary(run: RunReport, options: EmailOptions): Promise<string> {
  const server = parseSmtpUrl(options.smtpUrl ?? '');
  const to = parseMailAddresses(options.to ?? '', 'email-to');
  const [from] = parseMailAddresses(options.from ?? '', 'email-from');
  const message = describeRun(run, options.place, options.endpoint);
  const timeoutMs = Math.min(
    options.timeoutMs ?? TIMEOUT_MS,
    run.outcome === 'cancelled' ? CANCELLED_TIMEOUT_MS : Number.POSITIVE_INFINITY,
  );
  const privates = privateParts(server, [from, ...to]);
  try {
    const { accepted, rejected } = await send(message, { server, from, to, place: options.place, timeoutMs });
    const refused = rejected === 0 ? '' : `; the mail server refused ${rejected}`;
    return `Sent to ${accepted} of ${to.length} recipients${refused}.`;
  } catch (error) {
    throw new Error(redact(explainSmtpError(error as SmtpError, server), privates));
  }
}

async function send(
  message: ReportDocument,
  mail: {
    server: SmtpServer;
    from: MailAddress;
    to: readonly MailAddress[];
    place: RunPlace;
    timeoutMs: number;
  },
): Promise<{ accepted: number; rejected: number }> {
  const { createTransport } = await import('nodemailer');
  const { server, from, to, place, timeoutMs } = mail;
  const { host, port, security, credentials } = server;
  const transport = createTransport({
    host,
    port,
    secure: security === 'implicit',
    requireTLS: security === 'required',
    ignoreTLS: security === 'off',
    auth: credentials === null ? undefined : { user: credentials.user, pass: credentials.password },
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    socketCloseTimeout: 1000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const { accepted, rejected } = await transport.sendMail({
    from: { ...from },
    to: to.map((address) => ({ ...address })),
    // nodemailer encodes headers; the title is still kept to one line.
    subject: oneLine(
      place.repository === '' ? message.title : `[${place.repository}] ${message.title}`,
    ).slice(0, LONGEST_SUBJECT),
    text: writeText(message),
    html: writeHtml(message),
    // RFC 3834: keeps out-of-office programs from answering.
    headers: { 'Auto-Submitted': 'auto-generated' },
    signal: AbortSignal.timeout(timeoutMs),
  });
  return { accepted: accepted.length, rejected: rejected.length };
}

function privateParts({ credentials }: SmtpServer, addresses: readonly MailAddress[]): string[] {
  const ofServer = credentials === null ? [] : [credentials.user, credentials.password];
  return [...ofServer, ...addresses.map(({ address }) => address)];
}
