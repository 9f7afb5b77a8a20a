/** How a connection to a mail server is encrypted. */
type SmtpSecurity = 'implicit' | 'required' | 'opportunistic' | 'off';

/** Where and how mail is handed in. */
export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  readonly security: SmtpSecurity;
  /** Null when the URL names no user. */
  readonly credentials: { readonly user: string; readonly password: string } | null;
}

const FORM = 'smtps://user:password@host:465 or smtp://user:password@host:587';
const STARTTLS_CHOICES = ['required', 'opportunistic', 'off'] as const;

/**
 * Reads an `smtp-url`.
 *
 * - `smtps://…` is TLS from the first byte (implicit TLS, RFC 8314, port 465).
 * - `smtp://…` is STARTTLS (RFC 3207, port 587), and it is required: a server that does not offer it, or an attacker
 *   who hides the offer, gets neither the password nor the mail. `?tls=opportunistic` takes it when it is offered,
 *   `?tls=off` does without; the password is then sent as it is, so both are for relays in a network of one's own.
 *
 * A certificate is checked wherever there is TLS. User and password are percent-decoded.
 *
 * @throws Error that says what the URL must look like, without quoting it: it holds a password
 */
export function parseSmtpUrl(text: string): SmtpServer {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (
    url === null ||
    !['smtp:', 'smtps:'].includes(url.protocol) ||
    url.hostname === '' ||
    url.port === '0'
  ) {
    throw new Error(`smtp-url is not the address of a mail server: it must look like ${FORM}.`);
  }
  const isImplicit = url.protocol === 'smtps:';
  if (!['', '/'].includes(url.pathname) || url.hash !== '') {
    throw new Error(
      `smtp-url has something after the host that cannot be used: it must look like ${FORM}, and special characters of the password must be percent-encoded.`,
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
  throw new Error('smtp-url has parameters, and smtps:// takes none: it is always TLS from the first byte.');
}

function startTls(parameters: URLSearchParams): SmtpSecurity {
  const unknown = [...parameters.keys()].filter((name) => name !== 'tls');
  const given = parameters.get('tls') ?? 'required';
  const choice = STARTTLS_CHOICES.find((known) => known === given);
  if (unknown.length === 0 && choice !== undefined) return choice;
  throw new Error(`smtp-url takes one parameter, tls, with one of ${STARTTLS_CHOICES.join(', ')}.`);
}

function credentialsOf({ username, password }: URL): SmtpServer['credentials'] {
  if (username === '' && password === '') return null;
  if (username === '' || password === '') {
    throw new Error('smtp-url names only one of user and password: give both, or neither.');
  }
  try {
    return { user: decodeURIComponent(username), password: decodeURIComponent(password) };
  } catch {
    throw new Error('The user or password in smtp-url is not percent-encoded: write % as %25.');
  }
}
