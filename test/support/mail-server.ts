import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A mail as it arrived. */
export interface ReceivedMail {
  readonly raw: string;
  readonly parsed: ParsedMail;
  /** True when it came over TLS. */
  readonly encrypted: boolean;
  /** Who handed it in. */
  readonly user: unknown;
  readonly recipients: readonly string[];
}

/** A real mail server on this machine. */
export interface MailServer {
  readonly port: number;
  readonly mails: readonly ReceivedMail[];
  /** Logins that were tried, as `user:password`. */
  readonly logins: readonly string[];
  close(): Promise<void>;
}

/**
 * Starts a mail server on a free port of `localhost` that takes the login `alerts:pass/word`, and refuses recipients at
 * `refused.example`.
 */
export async function startMailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const mails: ReceivedMail[] = [];
  const logins: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    closeTimeout: 100,
    onAuth({ username, password }, _session, callback) {
      logins.push(`${username}:${password}`);
      if (username === 'alerts' && password === 'pass/word') return callback(null, { user: username });
      callback(new Error(`Invalid login of ${username}`));
    },
    onRcptTo({ address }, _session, callback) {
      callback(address.endsWith('@refused.example') ? new Error(`No such mailbox ${address}`) : null);
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', async () => {
        const raw = Buffer.concat(chunks);
        const recipients = session.envelope.rcptTo.map(({ address }) => address);
        const { secure: encrypted, user } = session;
        mails.push({ raw: raw.toString(), parsed: await simpleParser(raw), encrypted, user, recipients });
        callback();
      });
    },
    ...options,
  });
  // A client that breaks off, as one that does not trust the certificate does.
  server.on('error', () => {});
  const listening = server.listen(0, 'localhost');
  await new Promise((resolve) => listening.once('listening', resolve));
  return {
    port: (listening.address() as AddressInfo).port,
    mails,
    logins,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
