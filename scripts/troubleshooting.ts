import path from 'node:path';
import { DatabaseError } from 'pg';
import { explainSmtpError, type SmtpError } from '../src/alerts/explain-smtp-error.ts';
import { parseSmtpUrl } from '../src/alerts/smtp-url.ts';
import { ConfigError } from '../src/config/problems.ts';
import { readConfig } from '../src/config/read-config.ts';
import { resolveDataset } from '../src/config/resolve.ts';
import { spillError } from '../src/engine/disk/spill-error.ts';
import { explainFailure } from '../src/github/explain-failure.ts';
import { explainStatus } from '../src/hub/hub-error.ts';
import { HubRequest } from '../src/hub/hub-request.ts';
import { readStorageRefusal } from '../src/hub/storage-refusal.ts';
import { parseConnectionUrl } from '../src/postgres/connection-settings.ts';
import { explainError } from '../src/postgres/errors/explain-error.ts';
import { explainWait } from '../src/postgres/errors/explain-wait.ts';
import type { ErrorContext } from '../src/postgres/errors/explanation.ts';
import { explainStatus as explainWandbStatus } from '../src/tracking/explain-status.ts';
import { gateMessages } from './gate-troubles.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const PRESETS = path.join(ROOT, 'presets');
const ENDPOINT = 'https://huggingface.co';
const SETTINGS = parseConnectionUrl('postgresql://reader@db.example.org/app?sslmode=require');
const SMTP_SERVER = parseSmtpUrl('smtp://user:password@mail.example.org');

/** Messages of the actions by what they are about, made by the code that makes them for the user. */
export function troubleshootingMessages(): ReadonlyMap<string, readonly string[]> {
  return new Map([
    ['config', [...CONFIGS.flatMap(problemsOf), ...columnProblems()]],
    ['held', gateMessages()],
    [
      'PostgreSQL',
      [
        ...NETWORK.map(([code, address]) => database(Object.assign(new Error(code), { code, address }))),
        database(new Error('timeout expired')),
        database(new Error('timeout expired'), { step: 'start' }),
        explainWait(
          { action: 'begin a transaction', limit: 'set-up' },
          { settings: SETTINGS, limitMs: SETTINGS.connectTimeoutMs, silentMs: 0 },
        ).message,
        explainWait(
          { action: 'send all rows', limit: 'statement', rows: () => 120_000 },
          { settings: SETTINGS, limitMs: SETTINGS.statementTimeoutMs + 30_000, silentMs: 600_000 },
        ).message,
        database(new Error('The server does not support SSL connections')),
        ...TLS_CODES.map((code) => database(Object.assign(new Error(code), { code }))),
        ...SERVER_ERRORS.map((error) => database(serverError(error))),
        database(Object.assign(serverError(['42501', HIDDEN_ROWS]), { routine: 'check_enable_rls' })),
        ...READ_ERRORS.map((code) => database(serverError([code, '']), { phase: 'read' })),
        ...PARAMETERS.map(urlProblem),
      ],
    ],
    [
      'memory-limit',
      ['ENOSPC', 'EMFILE', 'EACCES'].map(
        (code) =>
          spillError(Object.assign(new Error(code), { code }), 'written to', '/home/runner/work/_temp')
            .message,
      ),
    ],
    [
      'Hub',
      [
        ...[401, 403, 404, 409, 412, 429, 503].map((status) => hub(status)),
        hub(403, { reason: 'Private repository storage limit reached' }),
        hub(403, { isPage: true }),
        ...STORAGE_ERRORS.map(([status, text]) => storage(status, text)),
      ],
    ],
    ['GitHub', [...[401, 403, 404, undefined].map((status) => github(status)), github(403, true)]],
    ['E-mail', SMTP_ERRORS.map((error) => explainSmtpError({ message: '', ...error }, SMTP_SERVER))],
    [
      'W&B',
      [401, 403, 429, 503].map((status) =>
        explainWandbStatus({ baseUrl: 'https://api.wandb.ai', status, said: '' }),
      ),
    ],
  ]);
}

const REVIEWS = `version: 1
sources:
  reviews: { corrections: 'SELECT id, text, label FROM reviews' }
datasets:
  reviews:
    repo: owner/reviews
    source: reviews
    task: text-classification
    classes: ['yes', 'no']
`;

/** Files that cannot be used. */
const CONFIGS = [
  'datasets.yml',
  REVIEWS.replace('    source:', '    sources:').replace('    task:', '    source: reviews\n    task:'),
  REVIEWS.replace('source: reviews', 'source: review'),
  REVIEWS.replace("    classes: ['yes', 'no']\n", ''),
  REVIEWS.replace("['yes', 'no']", '[yes, 1]'),
];

/** Status and answer of the Hub's storage. */
const STORAGE_ERRORS = [
  [403, '<Error><Code>RequestTimeTooSkewed</Code></Error>'],
  [403, '<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>'],
  [403, '<html>'],
  [403, '<Error><Code>AccessDenied</Code></Error>'],
  [400, '<Error><Code>RequestTimeout</Code></Error>'],
] as const;

function hub(status: number, more: { reason?: string; isPage?: boolean } = {}): string {
  const about = { endpoint: ENDPOINT, repo: 'datasets/owner/name', status, code: undefined };
  return explainStatus({ ...about, reason: '', requestId: null, location: null, ...more });
}

function storage(status: number, text: string): string {
  const url = new URL('https://hf-hub-lfs-us-east-1.s3.us-east-1.amazonaws.com/x');
  const request = new HubRequest(url, { method: 'PUT' }, { endpoint: ENDPOINT, repo: 'datasets/owner/name' });
  return readStorageRefusal(request, new Response(null, { status }), Buffer.from(text))?.message ?? '';
}

const NETWORK = [
  ['ENOTFOUND', undefined],
  ['ECONNREFUSED', undefined],
  ['ENETUNREACH', '2001:db8::1'],
] as const;

const TLS_CODES = [
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'CERT_HAS_EXPIRED',
  'ERR_TLS_CERT_ALTNAME_INVALID',
];

/** SQLSTATE and PostgreSQL's own text. */
const SERVER_ERRORS = [
  ['28P01', ''],
  ['28000', 'no pg_hba.conf entry for host "192.0.2.1"'],
  ['28000', 'connection requires a valid client certificate'],
  ['28000', 'PAM authentication failed for user "reader"'],
  ['28000', 'role "reader" is not permitted to log in'],
  ['3D000', ''],
  ['42P01', 'relation "reviews" does not exist'],
  ['42703', 'column r.label does not exist'],
  ['42501', 'permission denied for table reviews'],
  ['57014', 'canceling statement due to statement timeout'],
  ['40001', 'canceling statement due to conflict with recovery'],
  ['53300', ''],
  ['57P01', ''],
  ['XX000', 'Tenant or user not found'],
  ['08P01', 'unsupported startup parameter in options: search_path'],
  ['08P01', 'transaction blocks not allowed in statement pooling mode'],
] as const;

/** SQLSTATEs of errors that come while rows are read. */
const READ_ERRORS = [
  '55P03',
  '22012',
  '22P02',
  '22P05',
  '42P01',
  '42704',
  '08001',
  '55000',
  '53400',
  '25P04',
  'P0001',
] as const;

/** Refused where row_security is off. */
const HIDDEN_ROWS = 'query would be affected by row-level security policy for table "reviews"';

/** Queries of connection URLs. */
const PARAMETERS = ['sslMode=verify-full', 'sslmode=', 'schema=app', 'sslcert=client.pem', 'foo=1'];

const SMTP_ERRORS: readonly Partial<SmtpError>[] = [
  { code: 'EAUTH', responseCode: 535 },
  { command: 'STARTTLS', responseCode: 454 },
  { code: 'EDNS' },
  { code: 'ETIMEDOUT' },
  { code: 'EENVELOPE' },
];

function problemsOf(config: string): string[] {
  try {
    readConfig(config, { workspace: ROOT, presetsFolder: PRESETS });
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.map(({ message }) => message);
    throw error;
  }
  throw new Error('There is nothing wrong with a file of the table of troubles.');
}

/** What is wrong when the database describes a SELECT that gives a column of another name. */
function columnProblems(): string[] {
  const [definition] = readConfig(REVIEWS, { workspace: ROOT, presetsFolder: PRESETS });
  const column = { type: 'text', category: 'S', elementCategory: null };
  const corrections = ['id', 'text', 'labels'].map((name) => ({ ...column, name }));
  const resolved = resolveDataset(definition, { corrections, confirmed: null, pending: null });
  return Array.isArray(resolved) ? resolved.map(({ message }) => message) : [];
}

function database(error: Error, context: Partial<ErrorContext> = {}): string {
  const standard = { settings: SETTINGS, phase: 'connect', encrypted: true, hasCa: false } as const;
  return explainError(error, { ...standard, ...context }).message;
}

function serverError([code, text]: readonly [string, string]): Error {
  return Object.assign(new DatabaseError(text, text.length, 'error'), { code });
}

function urlProblem(query: string): string {
  try {
    parseConnectionUrl(`postgresql://reader@db.example.org/app?${query}`);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('There is nothing wrong with a URL of the table of troubles.');
}

function github(status: number | undefined, isLimited = false): string {
  const call = {
    route: 'POST /repos/{owner}/{repo}/issues',
    action: 'open an issue in owner/name',
    permission: 'issues: write',
    parameters: { owner: 'owner', repo: 'name' },
  };
  return explainFailure(call, { status, isLimited, said: '', headers: new Headers(), problem: '' });
}
