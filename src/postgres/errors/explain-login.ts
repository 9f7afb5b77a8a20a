import type { ErrorContext } from './explanation.ts';
import { describeServer } from './server-address.ts';
import { serverWords } from './server-words.ts';

/** Reasons for a log-in that was refused with 28000, by the words or the routine of the server. */
interface Refusal {
  readonly said: RegExp;
  /** Functions of the server's source that report it, in every language. */
  readonly routine?: string;
  readonly means: string;
}

const REFUSALS: readonly Refusal[] = [
  {
    said: /valid client certificate|certificate authentication failed/i,
    means:
      'demands a client certificate, which this action cannot send. Have pg_hba.conf ask this user for a password (scram-sha-256) instead.',
  },
  {
    said: /\b(?:PAM|IAM)\b.*failed/i,
    means:
      'rejected the password by PAM or IAM. On Amazon RDS the password of a user with rds_iam is a token that expires after 15 minutes: create one in a step before, or give the user a password.',
  },
  {
    said: /\b(?:LDAP|RADIUS)\b.*failed/i,
    means:
      'rejected the password by LDAP or RADIUS. Check user and password in postgres-url, and that the server reaches its directory.',
  },
  {
    said: /\b(?:peer|ident)\b.*failed/i,
    means:
      'takes the user from the operating system (peer or ident), and it is another one here. Have pg_hba.conf ask this user for a password (scram-sha-256) instead.',
  },
  {
    said: /\b(?:GSSAPI|SSPI|OAuth)\b.*failed/i,
    means:
      'demands a log-in by GSSAPI, SSPI or OAuth, which this action does not support. Have pg_hba.conf ask this user for a password (scram-sha-256) instead.',
  },
  {
    said: /not permitted to log ?in/i,
    means: 'does not allow this role to log in. Have an administrator run ALTER ROLE … LOGIN.',
  },
  {
    said: /^role .* does not exist/i,
    routine: 'InitializeSessionUserId',
    means: 'has no such role that may log in. Check the user in postgres-url.',
  },
];

const NETWORK = /no pg_hba\.conf entry|pg_hba\.conf rejects/i;

/** Explains 28000: a log-in that was refused for another reason than a wrong password. */
export function explainLogin(text: string, { settings, encrypted, routine }: ErrorContext): string {
  const server = describeServer(settings);
  const { user, database } = settings;
  const refused = `${server} does not let user "${user}" into database "${database}"`;
  const refusal =
    REFUSALS.find(({ said }) => said.test(text)) ??
    REFUSALS.find((known) => routine !== undefined && known.routine === routine);
  if (refusal !== undefined) return `${refused}: it ${refusal.means}`;
  if (NETWORK.test(text) || routine === 'ClientAuthentication') {
    const letIn = "let this machine's address in (pg_hba.conf, or the provider's list of allowed addresses).";
    return encrypted
      ? `${refused} from this machine. Check the user, and ${letIn}`
      : `${refused} from this machine without encryption. Set sslmode=require or stricter in postgres-url, check the user, and ${letIn}`;
  }
  const words = serverWords(text);
  return `${refused} (SQLSTATE 28000)${words === '' ? '' : `: ${words}`}. Check the user in postgres-url and how pg_hba.conf, or the provider, lets it log in.`;
}
