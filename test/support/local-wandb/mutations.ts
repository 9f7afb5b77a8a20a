import type { Operation } from './graphql.ts';
import { WandbServerError } from './wandb-error.ts';
import type { Account, StoredRun, WandbState } from './wandb-state.ts';

export interface Caller {
  readonly state: WandbState;
  readonly account: Account;
  /** Base URL of this server. */
  readonly origin: string;
}

type Resolver = (input: Operation['input'], caller: Caller) => object | null;

const UPSERT_FIELDS = new Set(
  (
    'id name modelName entityName groupName displayName description notes config commit host debug jobProgram ' +
    'jobRepo jobType state sweep tags summaryMetrics'
  ).split(' '),
);
/** https://docs.wandb.ai/models/runs/alert: a title must be shorter. */
const TITLE_LIMIT = 64;

const RESOLVERS: Readonly<Record<string, Resolver>> = {
  upsertBucket,
  notifyScriptableRunAlert: notifyAlert,
  createRunFiles,
  viewer: (_, { account }) => ({
    id: 'VXNlcjox',
    entity: account.entity,
    username: account.entity,
    flags: '{}',
  }),
  serverInfo: () => ({ features: [] }),
};

/** Answers an operation. @throws WandbServerError when W&B would refuse it */
export function resolveOperation({ field, input }: Operation, caller: Caller): object {
  const resolver = RESOLVERS[field];
  if (resolver === undefined) throw new WandbServerError(400, `Cannot query field "${field}".`);
  return { data: { [field]: resolver(input, caller) } };
}

function upsertBucket(input: Operation['input'], { state, account }: Caller): object {
  const unknown = Object.keys(input).find((key) => !UPSERT_FIELDS.has(key));
  if (unknown !== undefined) throw new WandbServerError(400, `Unknown field "${unknown}".`);
  const entity = allowedEntity(input.entityName, account);
  const project = text(input.modelName) ?? 'uncategorized';
  const name = text(input.name) ?? `run${state.runs.length}`;
  const existing = state.run(entity, project, name);
  const run = existing ?? createRun({ entity, project, name });
  if (existing === undefined) state.runs.push(run);
  run.displayName = text(input.displayName) ?? run.displayName;
  run.jobType = text(input.jobType) ?? run.jobType;
  run.tags = (input.tags as string[] | null) ?? run.tags;
  if (typeof input.config === 'string') run.config = JSON.parse(input.config);
  return { bucket: describeRun(run), inserted: existing === undefined };
}

function allowedEntity(asked: unknown, { entity, teams = [] }: Account): string {
  if (asked === null || asked === undefined || asked === entity) return entity;
  if (typeof asked === 'string' && teams.includes(asked)) return asked;
  throw new WandbServerError(404, `entity ${asked} not found during upsertBucket`);
}

function createRun(address: Pick<StoredRun, 'entity' | 'project' | 'name'>): StoredRun {
  const empty = { jobType: null, tags: [], config: {}, history: [], summary: {}, alerts: [], exitCode: null };
  return { ...address, ...empty, displayName: `quiet-river-${address.name}`, state: 'running' };
}

function describeRun({ name, displayName, config, entity, project, history }: StoredRun): object {
  return {
    id: Buffer.from(`Run:v1:${name}:${project}:${entity}`).toString('base64'),
    name,
    displayName,
    description: null,
    config: JSON.stringify(config),
    sweepName: null,
    project: { id: 'UHJvamVjdDox', name: project, entity: { id: 'RW50aXR5OjE=', name: entity } },
    historyLineCount: history.length,
  };
}

function notifyAlert(input: Operation['input'], { state }: Caller): object {
  const run = state.run(input.entityName, input.projectName, input.runName);
  if (run === undefined) throw new WandbServerError(404, `run ${input.runName} not found`);
  const title = String(input.title);
  if (title.length >= TITLE_LIMIT) throw new WandbServerError(400, 'title is too long');
  const severity = text(input.severity) ?? 'INFO';
  if (!['INFO', 'WARN', 'ERROR'].includes(severity)) throw new WandbServerError(400, 'unknown severity');
  const waitDuration = typeof input.waitDuration === 'number' ? input.waitDuration : null;
  run.alerts.push({ title, text: String(input.text), severity, waitDuration });
  return { success: true };
}

/** Where the Python client puts its files; their contents are of no interest here. */
function createRunFiles(input: Operation['input'], { origin }: Caller): object {
  const files = (input.files as string[] | null) ?? [];
  return {
    runID: 'UnVuOnYx',
    uploadHeaders: [],
    files: files.map((name) => ({ name, uploadUrl: `${origin}/storage/${encodeURIComponent(name)}` })),
  };
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
