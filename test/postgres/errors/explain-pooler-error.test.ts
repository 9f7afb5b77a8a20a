import { expect, test } from '@jest/globals';
import { DatabaseError } from 'pg';
import { parseConnectionUrl } from '../../../src/postgres/connection-settings.ts';
import { explainError } from '../../../src/postgres/errors/explain-error.ts';

const settings = parseConnectionUrl('postgres://u:secret@db.example.org:6432/d');
const SERVER = 'PostgreSQL at db.example.org:6432';
const POOLER = 'The connection pooler at db.example.org:6432';
const WRONG_PASSWORD = `${SERVER} rejected the password of user "u". Check both in postgres-url, where special characters must be percent-encoded (@ as %40).`;
const AWAY = `${POOLER} cannot log in to the PostgreSQL behind it. Check that PostgreSQL runs there; the pooler's log says what is wrong.`;

// checks/postgres-matrix.ts has a real PgBouncer 1.18 say the words that one says.
test.each<[string, 'connect' | 'read', string, boolean, string]>([
  ['SASL authentication failed', 'connect', '28P01', false, WRONG_PASSWORD],
  ['password authentication failed', 'connect', '28P01', false, WRONG_PASSWORD],
  ['no such user: u', 'connect', '28P01', false, WRONG_PASSWORD],
  [
    'no such database: d',
    'connect',
    '3D000',
    false,
    `${SERVER} has no database "d". Check the name at the end of postgres-url.`,
  ],
  [
    'unsupported startup parameter: options',
    'connect',
    '08P01',
    false,
    `${POOLER} refuses options in postgres-url. Remove options, or add it to the pooler's ignore_startup_parameters.`,
  ],
  [
    'no more connections allowed (max_client_conn)',
    'connect',
    '08P01',
    true,
    `${POOLER} takes no more connections (max_client_conn). Run again later, or raise max_client_conn in its settings.`,
  ],
  [
    'unsupported startup parameter in options: search_path',
    'connect',
    '08P01',
    false,
    `${POOLER} refuses a search_path in options. Take it out of options in postgres-url and add search_path=<schema> to its parameters instead, which is set in the transaction.`,
  ],
  [
    'SSL required',
    'connect',
    '08P01',
    false,
    `${POOLER} takes only encrypted connections. Set sslmode=require or stricter in postgres-url.`,
  ],
  [
    'query_wait_timeout',
    'read',
    '08P01',
    true,
    `${POOLER} had no connection to PostgreSQL free in time (query_wait_timeout). Run again later, raise its default_pool_size, and check that PostgreSQL runs behind it.`,
  ],
  ['server login has been failing, try again later (server_login_retry)', 'read', '08P01', true, AWAY],
  [
    'server login has been failing, cached error: password authentication failed for user "u" (server_login_retry)',
    'read',
    '08P01',
    true,
    AWAY,
  ],
  ['pgbouncer cannot connect to server', 'connect', '08P01', true, AWAY],
  [
    'invalid message sadak bigriyo',
    'read',
    '08P01',
    true,
    `${SERVER} ended the query: a message was rejected as a violation of the protocol, by PostgreSQL or by a pooler before it (SQLSTATE 08P01). If postgres-url names a pooler, have it work in transaction or session mode, or name the database itself.`,
  ],
  [
    'transaction blocks not allowed in statement pooling mode',
    'connect',
    '08P01',
    false,
    `${POOLER} works in statement mode (pool_mode = statement), which allows no transactions, and all datasets are read in one. Set pool_mode = transaction or session for this database, or name PostgreSQL itself in postgres-url.`,
  ],
])('08P01 %s', (words, phase, code, retryable, message) => {
  const error = Object.assign(new DatabaseError(words, words.length, 'error'), { code: '08P01' });
  const explained = explainError(error, { settings, phase, encrypted: false, hasCa: false });
  expect(explained).toMatchObject({ code, retryable, message });
});

// The words of Supavisor, which sends SQLSTATE XX000 with them.
test.each([
  ['Tenant or user not found', false, 'In postgres-url, the user must be <user>.<project-ref>'],
  [
    '(ENOTFOUND) tenant/user postgres.abc not found',
    false,
    'the host must be the pooler of the region of the project',
  ],
  ['Max client connections reached', true, 'takes no more connections'],
  ['Unable to check out process from the pool due to timeout', true, 'had no connection to PostgreSQL free'],
  ['SSL connection is required', false, 'Set sslmode=require or stricter in postgres-url'],
])('Supavisor: %s', (words, retryable, told) => {
  const error = Object.assign(new DatabaseError(words, words.length, 'error'), { code: 'XX000' });
  const context = { settings, encrypted: false, hasCa: false };
  const { message, ...explained } = explainError(error, { ...context, phase: 'connect' });
  expect(message).toContain(`${POOLER} `);
  expect(message).toContain(told);
  expect(explained.retryable).toBe(retryable);
  // While rows are read the same words could be data.
  expect(explainError(error, { ...context, phase: 'read' }).message).not.toContain(words);
});
