import { oneLine } from '../text/markdown.ts';
import type { SmtpServer } from './smtp-url.ts';

/** An error of nodemailer (node_modules/nodemailer/dist/esm/errors.js names the codes). */
export interface SmtpError {
  readonly message: string;
  readonly code?: string;
  /** Code of the system error that nodemailer replaced by its own. */
  readonly originalCode?: string;
  /** Command that failed, `CONN` if there was none. */
  readonly command?: string;
  readonly response?: string;
  readonly responseCode?: number;
}

/**
 * Returns what went wrong with a mail server, and how to fix it. The server's own words are quoted, so redact the
 * result.
 */
export function explainSmtpError(error: SmtpError, server: SmtpServer): string {
  const host = server.host.includes(':') ? `[${server.host}]` : server.host;
  const place = `The mail server ${host}:${server.port}`;
  const said = error.response === undefined ? '' : ` It answered: ${oneLine(error.response).slice(0, 300)}`;
  if (error.command === 'STARTTLS' && error.responseCode !== undefined) {
    return `${place} offers no TLS (STARTTLS), so neither password nor mail was sent. If its port uses TLS from the start, write smtps://. If it is in a network of your own, add ?tls=opportunistic to smtp-url.${said}`;
  }
  const certificate = certificateProblem(error);
  if (certificate !== undefined)
    return `The certificate of the mail server ${host}:${server.port} ${certificate}`;
  switch (error.code) {
    case 'EAUTH':
      return `${place} refused the user or password in smtp-url (${replyCode(error)}). Check them; many providers require an app password.`;
    case 'EDNS':
      return `No mail server named ${host} was found in the DNS, or the DNS did not answer. Check the host in smtp-url.`;
    case 'ETIMEDOUT':
    case 'EABORT':
      return `${place} did not answer in time. Check host and port in smtp-url, whether the port uses TLS from the start (smtps://) or STARTTLS (smtp://), and whether the runner can reach it.`;
    case 'EENVELOPE':
      return `${place} refused the sender or the recipients. Check email-from and email-to, and whether the server requires a user and password.${said}`;
    case 'EMESSAGE':
      return `${place} refused the mail.${said}`;
  }
  if (error.originalCode === 'ECONNREFUSED') {
    return `Nothing accepts connections at ${host}:${server.port}. Check host and port in smtp-url.`;
  }
  if (
    /WRONG_VERSION_NUMBER|packet length too long|ERR_SSL_/i.test(`${error.originalCode} ${error.message}`)
  ) {
    return `${place} does not use TLS from the start. Use smtp:// for STARTTLS, usually at port 587, or another port.`;
  }
  const code = error.originalCode ?? error.code;
  return `${place} closed the connection${code === undefined ? '' : ` (${code})`}. The mail may not have been sent.${said}`;
}

function replyCode({ response = '', responseCode }: SmtpError): string {
  // Only the code and the enhanced code (RFC 3463): some servers repeat the user in the text after them.
  return (
    /^\d{3}[ -]\d\.\d{1,3}\.\d{1,3}/.exec(response)?.[0].replace('-', ' ') ??
    String(responseCode ?? 'no reply')
  );
}

function certificateProblem({ originalCode = '', message }: SmtpError): string | undefined {
  const text = `${originalCode} ${message}`;
  if (/ALTNAME|altnames/.test(text))
    return 'is for another host. Use the host name of the certificate in smtp-url.';
  if (/CERT_HAS_EXPIRED|certificate has expired/.test(text)) return 'has expired. Renew it on the server.';
  if (
    /self[- ]signed|SELF_SIGNED|issuer certificate|ISSUER_CERT|LEAF_SIGNATURE|first certificate/i.test(text)
  ) {
    return "is not trusted. If your own authority issued it, set NODE_EXTRA_CA_CERTS in the step's environment to the PEM file of that authority.";
  }
  return undefined;
}
