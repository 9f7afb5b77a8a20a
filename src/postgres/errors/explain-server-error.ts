import type { ErrorContext, Explanation } from './explanation.ts';
import { describeServer } from './server-address.ts';
import { quoteIdentifier, readColumnName, readDeniedObject, readRelationName } from './server-message.ts';

const WHAT_COLUMNS_HOLD =
  'docs/built-in.md of the action lists what the columns of the built-in datasets must hold.';
/** Of what PostgreSQL says so much is passed on. */
const LONGEST_TEXT = 300;

/**
 * Explains an error PostgreSQL reported. Its own words are passed on only while no rows are read and they cannot quote
 * data: before a session exists, when they come from poolers (`Tenant or user not found`), and about a SELECT that it
 * describes.
 *
 * @param code SQLSTATE (https://www.postgresql.org/docs/current/errcodes-appendix.html)
 * @param text PostgreSQL's message
 */
export function explainServerError(code: string, text: string, context: ErrorContext): Explanation {
  const { settings, encrypted } = context;
  const { user, database, statementTimeoutMs } = settings;
  const server = describeServer(settings);
  const where = `in database "${database}" of ${server}`;
  switch (code) {
    case '28P01':
      return {
        message:
          `${server} rejected the password of user "${user}". Check both in postgres-url, where special characters ` +
          'must be percent-encoded (@ as %40).',
      };
    case '28000':
      return {
        message: encrypted
          ? `${server} does not let user "${user}" into database "${database}" from this machine. Check the user, and ` +
            "let this machine's address in (pg_hba.conf, or the provider's list of allowed addresses)."
          : `${server} does not let user "${user}" into database "${database}" from this machine without encryption. Set ` +
            "sslmode=require or stricter in postgres-url, check the user, and let this machine's address in (pg_hba.conf, " +
            "or the provider's list of allowed addresses).",
      };
    case '3D000':
      return {
        message: `${server} has no database "${database}". Check the name at the end of postgres-url.`,
      };
    case '42P01':
      return {
        message:
          `There is no ${described('table', readRelationName(text))} ${where}. Check that postgres-url names the right ` +
          `database. A table in a schema that is not on the search_path of user "${user}" is found by ` +
          'search_path=<schema> in postgres-url.',
      };
    case '42703':
      return {
        message:
          `There is no ${described('column', readColumnName(text))} ${where}. Check its name; those of the built-in datasets ` +
          'are listed in docs/built-in.md of the action.',
      };
    case '42501':
      return { message: explainDenial(text, context) };
    case '42883':
      if (/\bsha256\(/.test(text)) {
        return {
          message: `${server} is older than version 11, which is the first with sha256(). Upgrade it.`,
        };
      }
      return {
        message: `Columns that the query compares are of types that do not compare, ${where}${words(text, context)}. ${WHAT_COLUMNS_HOLD}`,
      };
    case '42804':
      return {
        message: `A column that the query reads is of a type it cannot use, ${where}${words(text, context)}. ${WHAT_COLUMNS_HOLD}`,
      };
    case '22021':
    case '22P05':
      return {
        message: `A text that the query reads is no valid text ${where}, so that it cannot be sent as UTF-8. Look for texts written in another encoding, and mend or leave them out by a view.`,
      };
    case '57014':
      return {
        message: text.includes('user request')
          ? `The query was cancelled on ${server} by an administrator.`
          : `${server} stopped the query at the statement timeout${timeLimit(statementTimeoutMs)}. Raise it with ` +
            'statement_timeout=<milliseconds> in postgres-url (0 for no limit).',
      };
    case '40001':
      return {
        message:
          `${server} is a standby and cancelled the query to replay changes of its primary. Read from the primary, or raise ` +
          'max_standby_streaming_delay or set hot_standby_feedback = on on the standby.',
        retryable: true,
      };
    case '40P01':
      return {
        message: `${server} ended the query to resolve a deadlock. Run again later.`,
        retryable: true,
      };
    case '55P03':
      return {
        message:
          `A table that the query reads was locked longer than the lock_timeout of ${server} allows. Run again when the ` +
          'migration or maintenance that holds the lock has ended.',
        retryable: true,
      };
    case '53300':
      return {
        message: `${server} has no connection left for user "${user}". Run again later, raise its connection limit, or connect through a pooler.`,
        retryable: true,
      };
    case '57P01':
    case '57P02':
      return {
        message: `${server} ended the session, as it does when it restarts or an administrator ends it.`,
        retryable: true,
      };
    case '57P03':
      return { message: `${server} is starting up or shutting down. Run again later.`, retryable: true };
  }
  return { message: explainOther(code, text, context), retryable: code.startsWith('08') };
}

/** PostgreSQL's own words about a SELECT, where they can quote no data. */
function words(text: string, { phase }: ErrorContext): string {
  return phase === 'describe' ? `: ${text.replace(/\s+/g, ' ').slice(0, LONGEST_TEXT)}` : '';
}

const REFUSALS = { connect: 'refused the session', describe: 'refused the SELECT' } as const;

function explainOther(code: string, text: string, { phase, settings }: ErrorContext): string {
  const server = describeServer(settings);
  if (phase === 'read') return `${server} reported an error (SQLSTATE ${code}). Its log says what is wrong.`;
  return `${server} ${REFUSALS[phase]} (SQLSTATE ${code}): ${text.replace(/\s+/g, ' ').slice(0, LONGEST_TEXT)}.`;
}

function explainDenial(text: string, { settings }: ErrorContext): string {
  const { user } = settings;
  const role = quoteIdentifier(user);
  const denied = readDeniedObject(text);
  const remedy = (grant: string) => `Have its owner run: ${grant} TO ${role};`;
  const subject = `User "${user}" may not`;
  switch (denied?.kind) {
    case 'table':
      return `${subject} read table "${denied.name}" of ${describeServer(settings)}. ${remedy(`GRANT SELECT ON ${quoteIdentifier(denied.name)}`)}`;
    case 'schema':
      return `${subject} use schema "${denied.name}" of ${describeServer(settings)}. ${remedy(`GRANT USAGE ON SCHEMA ${quoteIdentifier(denied.name)}`)}`;
    case 'database':
      return `${subject} connect to database "${denied.name}" of ${describeServer(settings)}. ${remedy(`GRANT CONNECT ON DATABASE ${quoteIdentifier(denied.name)}`)}`;
    default:
      return `${subject} read what the query needs from ${describeServer(settings)}. Grant it SELECT on the tables and USAGE on their schema.`;
  }
}

function described(kind: string, name: string | undefined): string {
  return name === undefined ? `such ${kind} as the query names` : `${kind} "${name}"`;
}

function timeLimit(milliseconds: number): string {
  if (milliseconds === 0) return '';
  if (milliseconds % 60_000 === 0) return ` of ${milliseconds / 60_000} min`;
  return milliseconds % 1000 === 0 ? ` of ${milliseconds / 1000} s` : ` of ${milliseconds} ms`;
}
