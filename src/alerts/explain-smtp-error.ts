import { oneLine } from '../text/markdown.ts';
import type { SmtpServer } from './smtp-url.ts';

/** An error of nodemailer (node_modules/nodemailer/dist/esm/errors.js names the codes). */
export interface SmtpError {
  readonly message: string;
  readonly code?: string;
  /** Code of the system error that nodemailer put its own in the place of. */
  readonly originalCode?: string;
  /** Command that failed, `CONN` when it was none. */
  readonly command?: string;
  readonly response?: string;
  readonly responseCode?: number;
}

/** Says what went wrong with a mail server, and what to do. The server's own words are quoted, so redact the result. */
export function explainSmtpError(error: SmtpError, server: SmtpServer): string {
  const host = server.host.includes(':') ? `[${server.host}]` : server.host;
  const place = `The mail server ${host}:${server.port}`;
  const said = error.response === undefined ? '' : ` It said: ${oneLine(error.response).slice(0, 300)}`;
  if (error.command === 'STARTTLS' && error.responseCode !== undefined) {
    return `${place} offers no TLS (STARTTLS), so neither password nor mail was sent. Use smtps:// if its port takes TLS from the start, or add ?tls=opportunistic to smtp-url if it is in a network of your own.${said}`;
  }
  const certificate = certificateProblem(error);
  if (certificate !== undefined)
    return `The certificate of the mail server ${host}:${server.port} ${certificate}`;
  switch (error.code) {
    case 'EAUTH':
      return `${place} refused the user or password in smtp-url (${replyCode(error)}). Check them; many providers want a password made for one application.`;
    case 'EDNS':
      return `There is no mail server named ${host} in the DNS, or the DNS did not answer. Check the host in smtp-url.`;
    case 'ETIMEDOUT':
    case 'EABORT':
      return `${place} did not answer in time. Check host and port in smtp-url, whether the port takes TLS from the start (smtps://) or STARTTLS (smtp://), and whether the runner may reach it.`;
    case 'EENVELOPE':
      return `${place} refused the sender or the recipients. Check email-from and email-to, and whether it wants a user and password.${said}`;
    case 'EMESSAGE':
      return `${place} refused the mail.${said}`;
  }
  if (error.originalCode === 'ECONNREFUSED') {
    return `Nothing accepts connections at ${host}:${server.port}. Check host and port in smtp-url.`;
  }
  if (
    /WRONG_VERSION_NUMBER|packet length too long|ERR_SSL_/i.test(`${error.originalCode} ${error.message}`)
  ) {
    return `${place} does not take TLS from the start. Use smtp:// for STARTTLS, usually at port 587, or another port.`;
  }
  const code = error.originalCode ?? error.code;
  return `${place} broke off the connection${code === undefined ? '' : ` (${code})`}. The mail may not have been sent.${said}`;
}

function replyCode({ response = '', responseCode }: SmtpError): string {
  // Code and enhanced code (RFC 3463) alone: some servers repeat the user in the text after them.
  return (
    /^\d{3}[ -]\d\.\d{1,3}\.\d{1,3}/.exec(response)?.[0].replace('-', ' ') ??
    String(responseCode ?? 'no reply')
  );
}

function certificateProblem({ originalCode = '', message }: SmtpError): string | undefined {
  const text = `${originalCode} ${message}`;
  if (/ALTNAME|altnames/.test(text))
    return 'is for another host. Use the host name it was made for in smtp-url.';
  if (/CERT_HAS_EXPIRED|certificate has expired/.test(text))
    return 'has expired. It must be renewed on the server.';
  if (
    /self[- ]signed|SELF_SIGNED|issuer certificate|ISSUER_CERT|LEAF_SIGNATURE|first certificate/i.test(text)
  ) {
    return "is not trusted. If its authority is your own, name the authority's PEM file in the step's environment variable NODE_EXTRA_CA_CERTS.";
  }
  return undefined;
}
