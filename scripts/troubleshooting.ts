import { DatabaseError } from 'pg';
import { explainSmtpError, type SmtpError } from '../src/alerts/explain-smtp-error.ts';
import { parseSmtpUrl } from '../src/alerts/smtp-url.ts';
import { explainFailure } from '../src/github/explain-failure.ts';
import { explainStatus } from '../src/hub/hub-error.ts';
import { parseConnectionUrl } from '../src/postgres/connection-settings.ts';
import { explainError } from '../src/postgres/explain-error.ts';
import { explainStatus as explainWandbStatus } from '../src/tracking/explain-status.ts';

const ENDPOINT = 'https://huggingface.co';
const SETTINGS = parseConnectionUrl('postgresql://reader@db.example.org/grievances?sslmode=require');
const SMTP_SERVER = parseSmtpUrl('smtp://user:password@mail.example.org');

/** Messages of the actions by what they are about, made by the code that makes them for the user. */
export function troubleshootingMessages(): ReadonlyMap<string, readonly string[]> {
  return new Map([
    [
      'PostgreSQL',
      [
        ...NETWORK.map(([code, address]) => database(Object.assign(new Error(code), { code, address }))),
        database(new Error('timeout expired')),
        database(new Error('The server does not support SSL connections')),
        ...TLS_CODES.map((code) => database(Object.assign(new Error(code), { code }))),
        ...SERVER_ERRORS.map(([code, text]) =>
          database(Object.assign(new DatabaseError(text, text.length, 'error'), { code })),
        ),
      ],
    ],
    [
      'Hub',
      [401, 403, 404, 409, 412, 429, 503].map((status) =>
        explainStatus({
          endpoint: ENDPOINT,
          repo: 'datasets/owner/name',
          status,
          code: undefined,
          reason: '',
          requestId: null,
          location: null,
        }),
      ),
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
  ['28000', ''],
  ['3D000', ''],
  ['42P01', 'relation "misclassified_complaints" does not exist'],
  ['42703', 'column m.correct_urgency does not exist'],
  ['42501', 'permission denied for table complaints'],
  ['57014', 'canceling statement due to statement timeout'],
  ['40001', ''],
  ['53300', ''],
  ['57P01', ''],
  ['XX000', 'Tenant or user not found'],
  ['08P01', 'unsupported startup parameter in options: search_path'],
] as const;

const SMTP_ERRORS: readonly Partial<SmtpError>[] = [
  { code: 'EAUTH', responseCode: 535 },
  { command: 'STARTTLS', responseCode: 454 },
  { code: 'EDNS' },
  { code: 'ETIMEDOUT' },
  { code: 'EENVELOPE' },
];

function database(error: Error): string {
  return explainError(error, { settings: SETTINGS, phase: 'connect', encrypted: true, hasCa: false }).message;
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
