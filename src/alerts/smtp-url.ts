/** How a connection to a mail server is encrypted. */
type SmtpSecurity = 'implicit' | 'required' | 'opportunistic' | 'off';

/** Address of a mail server and how to log in. */
export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  readonly security: SmtpSecurity;
  /** Null if the URL names no user. */
  readonly credentials: { readonly user: string; readonly password: string } | null;
}

const FORM = 'smtps://user:password@host:465 or smtp://user:password@host:587';
const STARTTLS_CHOICES = ['required', 'opportunistic', 'off'] as const;

/**
 * Parses an `smtp-url`.
 *
 * - `smtps://…` is TLS from the first byte (implicit TLS, RFC 8314, port 465).
 * - `smtp://…` is STARTTLS (RFC 3207, port 587), and TLS is required: a server that does not offer it, or an attacker
 *   who hides the offer, gets neither the password nor the mail. `?tls=opportunistic` uses TLS if it is offered, and
 *   `?tls=off` never does. The password is then sent in clear, so both are only for relays in a network of one's own.
 *
 * With TLS, the certificate is always checked. User and password are percent-decoded.
 *
 * @throws Error with the form that the URL must have, without the URL, which holds a password
 */
export function parseSmtpUrl(text: string): SmtpServer {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (
    url === null ||
    !['smtp:', 'smtps:'].includes(url.protocol) ||
    url.hostname === '' ||
    url.port === '0'
  ) {
    throw new Error(`smtp-url is not the address of a mail server. It must look like ${FORM}.`);
  }
  const isImplicit = url.protocol === 'smtps:';
  if (!['', '/'].includes(url.pathname) || url.hash !== '') {
    throw new Error(
      `smtp-url has something after the host that cannot be used. It must look like ${FORM}, with special characters of the password percent-encoded.`,
    );
  }
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: url.port === '' ? (isImplicit ? 465 : 587) : Number(url.port),
    security: isImplicit ? implicitOnly(url.searchParams) : startTls(url.searchParams),
    credentials: credentialsOf(url),
  };
}

function implicitOnly(parameters: URLSearchParams): SmtpSecurity {
  if (parameters.size === 0) return 'implicit';
  throw new Error(
    'smtp-url has parameters, but smtps:// takes none, because it always uses TLS from the first byte. Remove them.',
  );
}

function startTls(parameters: URLSearchParams): SmtpSecurity {
  const unknown = [...parameters.keys()].filter((name) => name !== 'tls');
  const given = parameters.get('tls') ?? 'required';
  const choice = STARTTLS_CHOICES.find((known) => known === given);
  if (unknown.length === 0 && choice !== undefined) return choice;
  throw new Error(`smtp-url takes one parameter, tls, with the value ${STARTTLS_CHOICES.join(', ')}.`);
}

function credentialsOf({ username, password }: URL): SmtpServer['credentials'] {
  if (username === '' && password === '') return null;
  if (username === '' || password === '') {
    throw new Error('smtp-url has only a user or only a password. Give both, or neither.');
  }
  try {
    return { user: decodeURIComponent(username), password: decodeURIComponent(password) };
  } catch {
    throw new Error('The user or password in smtp-url is not percent-encoded. Write % as %25.');
  }
}
