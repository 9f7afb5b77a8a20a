import { conditionOf, isKnownCode } from './conditions.ts';
import { describeDuration } from './duration.ts';
import { explainLogin } from './explain-login.ts';
import type { ErrorContext, Explanation } from './explanation.ts';
import { describeServer } from './server-address.ts';
import {
  type DeniedObject,
  quoteIdentifier,
  readColumnName,
  readDeniedObject,
  readRelationName,
} from './server-message.ts';
import { serverWords } from './server-words.ts';
import { isNamedIn } from './statement-origin.ts';

/** Where the lock that a read waits for can be seen. */
const BLOCKERS =
  'SELECT pid, pg_blocking_pids(pid), query FROM pg_stat_activity WHERE cardinality(pg_blocking_pids(pid)) > 0';

/**
 * Explains an error that PostgreSQL reported. Its own words are passed on only while no rows are read and they cannot
 * quote data: before a session exists, when they come from poolers (`Tenant or user not found`), and about a SELECT
 * that it describes. Once rows are read, any identifier in them may be the text of a row (`text::regclass`).
 *
 * @param code SQLSTATE (https://www.postgresql.org/docs/current/errcodes-appendix.html)
 * @param text PostgreSQL's message
 */
export function explainServerError(code: string, text: string, context: ErrorContext): Explanation {
  const { settings, phase } = context;
  const { user, database, statementTimeoutMs } = settings;
  const server = describeServer(settings);
  const where = `in database "${database}" of ${server}`;
  switch (code) {
    case '28P01':
      if (phase !== 'connect') break;
      return {
        message:
          `${server} rejected the password of user "${user}". Check both in postgres-url, where special characters ` +
          'must be percent-encoded (@ as %40).',
      };
    case '28000':
      if (phase !== 'connect') break;
      return { message: explainLogin(text, context) };
    case '3D000':
      if (phase !== 'connect') break;
      return {
        message: `${server} has no database "${database}". Check the name at the end of postgres-url.`,
      };
    case '42P01':
      if (phase === 'read') break;
      return {
        message:
          `The ${described('table', readRelationName(text))} does not exist ${where}. Check that postgres-url names the right ` +
          `database. If the table is in a schema that is not on the search_path of user "${user}", add ` +
          `search_path=<schema> to postgres-url.${hintOf(context)}`,
      };
    case '42703':
      if (phase === 'read') break;
      return {
        message: `The ${described('column', readColumnName(text))} does not exist ${where}. ${whereColumnsAre(context)}${hintOf(context)}`,
      };
    case '42501':
      return { message: explainDenial(text, context) };
    case '42883':
      if (/\bsha256\(/.test(text)) {
        return {
          message: `${server} is older than version 11, which is the first with sha256(). Upgrade it.`,
        };
      }
      if (phase !== 'describe') break;
      return {
        message: `A function or an operator of the SELECT does not exist for the types it is used with, ${where}: ${serverWords(text)}. ${whatColumnsHold(context)}${hintOf(context)}`,
      };
    case '42804':
      if (phase !== 'describe') break;
      return {
        message: `A column that the query reads is of a type it cannot use, ${where}: ${serverWords(text)}. ${whatColumnsHold(context)}${hintOf(context)}`,
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
        message: text.includes('conflict with recovery')
          ? `${server} is a standby and cancelled the query to replay changes of its primary. Read from the primary, or raise ` +
            'max_standby_streaming_delay or set hot_standby_feedback = on on the standby.'
          : `${server} ended the query because of changes that were made at the same time (SQLSTATE 40001). Run again. A standby does that while it replays changes of its primary: read from the primary, or set hot_standby_feedback = on on the standby.`,
        retryable: true,
      };
    case '55P03':
      return {
        message: `A table that is read was locked by another session for longer than the lock_timeout, which is 1 min unless the role or postgres-url sets another, on ${server} (SQLSTATE 55P03). The usual cause is a migration, VACUUM FULL, REINDEX or REFRESH MATERIALIZED VIEW. Run again when it has ended. To find the session that blocks the action, run this while the action waits: ${BLOCKERS};`,
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
  return explainOther(code, text, context);
}

const REFUSALS = { connect: 'refused the session', describe: 'refused the SELECT' } as const;

function explainOther(code: string, text: string, context: ErrorContext): Explanation {
  const { phase, settings } = context;
  const server = describeServer(settings);
  const { means, fix, retryable = false, ofRow = false } = conditionOf(code);
  if (phase !== 'read') {
    return {
      message: `${server} ${REFUSALS[phase]} (SQLSTATE ${code}): ${serverWords(text)}.${hintOf(context)}`,
      retryable,
    };
  }
  const number = isKnownCode(code) ? ` (SQLSTATE ${code})` : '';
  const look = ofRow
    ? ' To see the row, run the SELECT in psql, because this action shows no text of a row.'
    : '';
  return { message: `${server} ended the query: ${means}${number}. ${fix}${look}`, retryable };
}

/** Returns PostgreSQL's hint about a SELECT that the user wrote, as a sentence after others. */
function hintOf({ phase, origin, hint }: ErrorContext): string {
  return phase === 'describe' && hint !== undefined && origin?.source.origin === 'file'
    ? ` PostgreSQL's hint: ${serverWords(hint)}`
    : '';
}

function whereColumnsAre({ origin }: ErrorContext): string {
  switch (origin?.source.origin) {
    case 'built-in':
      return 'Check its name; the columns of the built-in datasets are listed in docs/reference/built-in.md of the action.';
    case 'preset':
      return 'The SELECT is that of a preset: docs/reference/presets.md of the action names the versions it was written for.';
    default:
      return 'Correct its name in the SELECT.';
  }
}

function whatColumnsHold({ origin }: ErrorContext): string {
  switch (origin?.source.origin) {
    case 'built-in':
      return 'docs/reference/built-in.md of the action lists what the columns of the built-in datasets must hold.';
    case 'preset':
      return 'The SELECT is that of a preset: docs/reference/presets.md of the action names the versions it was written for.';
    default:
      return 'Add a cast to the SELECT, or correct it.';
  }
}

function explainDenial(text: string, context: ErrorContext): string {
  const { user } = context.settings;
  const server = describeServer(context.settings);
  const role = quoteIdentifier(user);
  const denied = shownDenial(text, context);
  const remedy = (grant: string) => `Have its owner run: ${grant} TO ${role};`;
  const subject = `User "${user}" may not`;
  switch (denied?.kind) {
    case 'table':
      return `${subject} read table "${denied.name}" of ${server}. ${remedy(`GRANT SELECT ON ${quoteIdentifier(denied.name)}`)}`;
    case 'schema':
      return `${subject} use schema "${denied.name}" of ${server}. ${remedy(`GRANT USAGE ON SCHEMA ${quoteIdentifier(denied.name)}`)}`;
    case 'database':
      return `${subject} connect to database "${denied.name}" of ${server}. ${remedy(`GRANT CONNECT ON DATABASE ${quoteIdentifier(denied.name)}`)}`;
    default:
      return `${subject} read what the query needs from ${server}. Grant it SELECT on the tables and USAGE on their schema.`;
  }
}

/**
 * Returns the name of an object, if it may be shown: while rows are read it may be a row's text, unless the SELECT
 * contains it.
 */
function shownDenial(text: string, { phase, origin }: ErrorContext): DeniedObject | undefined {
  const denied = readDeniedObject(text);
  if (phase !== 'read' || denied === undefined) return denied;
  return origin !== undefined && isNamedIn(origin, denied.name) ? denied : undefined;
}

function described(kind: string, name: string | undefined): string {
  return name === undefined ? `${kind} that the query names` : `${kind} "${name}"`;
}

function timeLimit(milliseconds: number): string {
  return milliseconds === 0 ? '' : ` of ${describeDuration(milliseconds)}`;
}
