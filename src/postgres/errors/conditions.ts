/** Meaning of an SQLSTATE while a SELECT is described or its rows are read. */
interface Condition {
  /** Ends the sentence "PostgreSQL ended the query: …". */
  readonly means: string;
  /** How to fix it, one or more sentences. */
  readonly fix: string;
  /** True if the same attempt may succeed a few seconds later. */
  readonly retryable?: true;
  /** True if one value of one row is the cause, which psql shows. */
  readonly ofRow?: true;
}

const RETRY_LATER = 'Run again later.';
const TEST_JSON = 'Test the text before it is parsed, for example with IS JSON of PostgreSQL 16 or newer.';
const ASK_SERVER = "The server's log says what happened.";

/** The conditions that reading can meet (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
const CONDITIONS: Readonly<Record<string, Condition>> = {
  '08P01': {
    means: 'a message was rejected as a violation of the protocol, by PostgreSQL or by a pooler before it',
    fix: 'If postgres-url names a pooler, have it work in transaction or session mode, or name the database itself.',
    retryable: true,
  },
  '21000': {
    means: 'a subquery that is used as one value gave several rows',
    fix: 'Aggregate them, or take one with ORDER BY and LIMIT 1.',
    ofRow: true,
  },
  '22001': {
    means: 'a text is longer than its type allows',
    fix: 'Cast it to text, or shorten it with left().',
    ofRow: true,
  },
  '22003': {
    means: 'a number is out of the range of its type',
    fix: 'Cast it to a larger type, such as bigint or numeric, before it is computed with.',
    ofRow: true,
  },
  '22007': {
    means: 'a text that is cast to a date or a time is not one',
    fix: 'Test the text before the cast, for example with pg_input_is_valid() of PostgreSQL 16 or newer.',
    ofRow: true,
  },
  '22008': {
    means: 'a date or a time is out of range',
    fix: 'Leave such rows out, or replace the value with NULL.',
    ofRow: true,
  },
  '22012': {
    means: 'a number was divided by zero',
    fix: 'Divide by NULLIF(divisor, 0).',
    ofRow: true,
  },
  '22021': {
    means: 'a text contains bytes that are not characters of its encoding, so it cannot be sent as UTF-8',
    fix: 'Repair such texts, or leave them out by a view.',
    ofRow: true,
  },
  '22023': {
    means: 'a function was given a value that it does not accept',
    fix: 'Test the value before the call.',
    ofRow: true,
  },
  '22032': { means: 'a text that is parsed as JSON is not JSON', fix: TEST_JSON, ofRow: true },
  '22P02': {
    means: 'a text cannot be read as the type that it is cast to, such as a number, json, uuid or an enum',
    fix: 'Test the text before the cast, for example with pg_input_is_valid() of PostgreSQL 16 or newer, or cast it by a CASE.',
    ofRow: true,
  },
  '22P05': {
    means:
      'a text holds a character that cannot be converted: one that UTF-8 does not have, or \\u0000 in a json value',
    fix: 'Repair such texts, or leave them out by a view.',
    ofRow: true,
  },
  '2201B': {
    means: 'a regular expression is not valid',
    fix: 'Correct the pattern. If it comes from a column, test it before it is used.',
    ofRow: true,
  },
  '2202E': {
    means: 'an array was used with a wrong number of dimensions or a wrong subscript',
    fix: 'Test the array with array_ndims() before it is used.',
    ofRow: true,
  },
  '23502': {
    means: 'a NULL was cast to a domain that allows none',
    fix: 'Test for NULL first.',
    ofRow: true,
  },
  '23514': {
    means: 'a value does not meet the CHECK of the domain it is cast to',
    fix: "Cast to the domain's base type instead.",
    ofRow: true,
  },
  '25006': {
    means: 'a function of the SELECT tries to change the database, and the transaction is read-only',
    fix: 'Take that function out of the SELECT.',
  },
  '25P02': { means: 'an earlier statement of the transaction failed', fix: ASK_SERVER },
  '25P03': {
    means:
      'the session was idle for longer than the idle_in_transaction_session_timeout of the server or the pooler allows',
    fix: 'Run again. If it happens often, raise that limit, or use a machine with more memory and processors.',
    retryable: true,
  },
  '25P04': {
    means: 'the transaction took longer than the transaction_timeout of the server or the role allows',
    fix: 'Raise it for this role: ALTER ROLE … SET transaction_timeout = …; 0 sets no limit.',
  },
  '2F003': {
    means: 'a foreign server is reached without a password, which only a superuser may do',
    fix: 'Give the user mapping a password: ALTER USER MAPPING … OPTIONS (ADD password …).',
  },
  '40003': { means: 'the server does not know whether the query ended', fix: RETRY_LATER, retryable: true },
  '40P01': {
    means: 'it was stopped to resolve a deadlock',
    fix: RETRY_LATER,
    retryable: true,
  },
  '42601': {
    means: 'a text that is parsed, as a tsquery, a jsonpath or dynamic SQL, has a wrong syntax',
    fix: 'Use a function that accepts any text, such as websearch_to_tsquery(), or quote the text.',
    ofRow: true,
  },
  '42602': {
    means: 'a text that is used as a name, as by ::regclass, is not one',
    fix: 'Use to_regclass() for a text that may name no table.',
    ofRow: true,
  },
  '42703': {
    means: 'dynamic SQL names a column that does not exist',
    fix: 'Correct the function of the SELECT that runs it.',
    ofRow: true,
  },
  '42704': {
    means:
      'something that the SELECT needs does not exist, such as a user mapping for a foreign table, a role, a type, a setting or a text search configuration',
    fix: 'For a foreign table, have its owner run CREATE USER MAPPING FOR the role of postgres-url. If a text of a row names it, test the text first.',
  },
  '42804': {
    means: 'a value has another type than the SELECT, or a function of it, promises',
    fix: 'Correct the function, or cast its result.',
  },
  '42809': {
    means: 'a name is that of another kind of object, such as a table where a sequence is meant',
    fix: 'Correct the SELECT, or test the name first.',
    ofRow: true,
  },
  '42883': {
    means: 'a function or an operator that a value or dynamic SQL names does not exist',
    fix: 'Use to_regproc() or to_regprocedure(), which give NULL for an unknown name.',
    ofRow: true,
  },
  '42P01': {
    means: 'a table, view or sequence that a value or dynamic SQL names does not exist',
    fix: 'Use to_regclass(), which gives NULL for an unknown name.',
    ofRow: true,
  },
  '42P22': {
    means: 'texts of different collations are compared',
    fix: 'Add a COLLATE clause to the comparison.',
  },
  '53100': {
    means: 'its disk is full',
    fix: 'Free space there: sorting needs temporary files of about the size of the texts.',
  },
  '53200': {
    means: 'it has no memory left',
    fix: 'Run again later, or lower work_mem for this role.',
    retryable: true,
  },
  '53400': {
    means: 'a limit of the configuration is exceeded, usually temp_file_limit',
    fix: 'Raise it for this role: ALTER ROLE … SET temp_file_limit = …; sorting needs about the size of the texts.',
  },
  '54000': {
    means: 'a limit of PostgreSQL is exceeded, such as 1 GB for one value',
    fix: 'Leave such rows out, or shorten the value.',
    ofRow: true,
  },
  '54001': {
    means: 'the SELECT, or a recursion in it, is too deep for the stack',
    fix: 'Simplify the SELECT, end the recursion, or raise max_stack_depth.',
  },
  '55000': {
    means:
      'something that the SELECT reads is not ready for it, such as a materialized view without data or a sequence without a value',
    fix: 'For a materialized view, have its owner run REFRESH MATERIALIZED VIEW.',
  },
  '55006': { means: 'something that the SELECT reads is in use', fix: RETRY_LATER, retryable: true },
  '57P04': { means: 'the database was dropped', fix: 'Check the database name in postgres-url.' },
  '57P05': {
    means: 'the session was idle for longer than idle_session_timeout allows',
    fix: RETRY_LATER,
    retryable: true,
  },
  '58030': { means: 'its disk reported an error', fix: ASK_SERVER },
  '58P01': { means: 'a file of the database or of an extension is missing', fix: ASK_SERVER },
  HV00N: {
    means: 'a foreign server that the SELECT reads from cannot be reached',
    fix: 'Check that it runs and accepts connections from the database server.',
    retryable: true,
  },
  P0001: {
    means: 'a function that the SELECT calls raised an error of its own by RAISE EXCEPTION',
    fix: "Its message is in the server's log.",
    ofRow: true,
  },
  P0002: { means: 'a function found no row where it needs one', fix: 'Correct the function.', ofRow: true },
  P0003: {
    means: 'a function found several rows where it needs one',
    fix: 'Correct the function.',
    ofRow: true,
  },
  P0004: { means: 'an ASSERT of a function failed', fix: 'Correct the function.', ofRow: true },
  XX001: {
    means: 'data of the database is damaged',
    fix: 'Restore the table from a backup; pg_amcheck finds what is damaged.',
  },
  XX002: { means: 'an index is damaged', fix: 'Run REINDEX; pg_amcheck finds what is damaged.' },
};

/** Meaning of a class, for its codes without an entry of their own. */
const CLASSES: Readonly<Record<string, Condition>> = {
  '08': {
    means: 'a connection failed, to a foreign server (postgres_fdw, dblink) or behind a pooler',
    fix: 'Check that the foreign server runs and accepts connections from the database server.',
    retryable: true,
  },
  '0A': {
    means: 'it does not support what the SELECT, or a function of it, asks for',
    fix: 'Write the SELECT in another way.',
  },
  '21': {
    means: 'a value has more rows or columns than it may',
    fix: 'Correct the SELECT.',
    ofRow: true,
  },
  '22': {
    means: 'a value of a row could not be converted or computed with',
    fix: 'Test the value before it is used.',
    ofRow: true,
  },
  '23': {
    means: 'a value breaks a constraint',
    fix: 'Take what checks the constraint out of the SELECT.',
    ofRow: true,
  },
  '25': {
    means: 'the transaction does not allow what the SELECT does',
    fix: 'Correct the SELECT, or the function it calls.',
  },
  '26': {
    means: 'a prepared statement is unknown, as behind a pooler that shares sessions',
    fix: 'Have the pooler work in transaction or session mode.',
  },
  '28': {
    means: 'a log-in failed, as that of a foreign server',
    fix: 'Check the user mapping of the foreign table.',
  },
  '2F': { means: 'a function failed', fix: 'Correct the function.', ofRow: true },
  '3D': {
    means: 'a database, such as that of a foreign server, does not exist',
    fix: 'Check the options of the foreign server.',
  },
  '3F': {
    means: 'a schema that a value or dynamic SQL names does not exist',
    fix: 'Use to_regnamespace(), which gives NULL for an unknown name.',
    ofRow: true,
  },
  '34': { means: 'a cursor is unknown', fix: 'Correct the function of the SELECT that uses it.' },
  '38': { means: 'a function failed', fix: 'Correct the function.', ofRow: true },
  '39': { means: 'a function was called in a wrong way', fix: 'Correct the function.', ofRow: true },
  '40': { means: 'the transaction was rolled back', fix: RETRY_LATER, retryable: true },
  '42': {
    means: 'dynamic SQL, or a name that a value holds, is wrong',
    fix: 'Correct the function of the SELECT that uses it.',
    ofRow: true,
  },
  '53': {
    means: 'it has not enough resources',
    fix: 'Run again later, or raise its limits.',
    retryable: true,
  },
  '54': { means: 'a limit of PostgreSQL is exceeded', fix: 'Simplify the SELECT.' },
  '55': {
    means: 'something that the SELECT reads is not in the state that reading needs',
    fix: ASK_SERVER,
  },
  '57': { means: 'an operator intervened', fix: RETRY_LATER, retryable: true },
  '58': { means: 'the system that it runs on reported an error', fix: ASK_SERVER },
  '72': {
    means: 'rows were removed that the transaction still needs (old_snapshot_threshold)',
    fix: 'Run again, or raise old_snapshot_threshold.',
    retryable: true,
  },
  F0: { means: 'its configuration is wrong', fix: ASK_SERVER },
  HV: {
    means: 'a foreign table that the SELECT reads failed',
    fix: 'Check the options of its foreign server, its user mapping and the table.',
  },
  P0: { means: 'a function in PL/pgSQL failed', fix: 'Correct the function.', ofRow: true },
  XX: {
    means: 'it, or an extension of it, met an internal error',
    fix: `${ASK_SERVER} Update PostgreSQL and its extensions.`,
  },
};

const UNKNOWN: Condition = {
  means: 'a function raised an error with a code of its own',
  fix: "Its message is in the server's log.",
  ofRow: true,
};

/** Returns what an SQLSTATE means. */
export function conditionOf(code: string): Condition {
  return isKnownCode(code) ? (CONDITIONS[code] ?? CLASSES[code.slice(0, 2)]!) : UNKNOWN;
}

/** True for an SQLSTATE of a class of PostgreSQL; a function may raise any five letters, even those of a row. */
export function isKnownCode(code: string): boolean {
  return Object.hasOwn(CLASSES, code.slice(0, 2)) && /^..[0-9P]/.test(code);
}

/** Classes of errors whose cause is the server, the session or the role, and not the SELECT. */
const OF_THE_SERVER = /^(?:08|25|26|28|40|53|55|57|58|72|F0|XX)/;

/** Returns whether a SELECT was refused for its text, so that its line in the file must be changed. */
export function isAboutStatement(code: string | undefined): boolean {
  return code !== undefined && !OF_THE_SERVER.test(code);
}
