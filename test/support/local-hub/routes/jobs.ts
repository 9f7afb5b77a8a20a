import { randomBytes } from 'node:crypto';
import type { Exchange } from '../exchange.ts';
import { HttpError } from '../http-error.ts';
import type { StoredJob } from '../job-store.ts';
import type { HubRoute } from '../serve.ts';

/** Starting Jobs and looking at them. */
export const jobRoutes: readonly HubRoute[] = [
  { method: 'POST', pattern: '/api/jobs/{owner}', handler: runJob },
  { method: 'GET', pattern: '/api/jobs/{owner}/{job}', handler: tellJob },
];

async function runJob(exchange: Exchange) {
  const { owner: namespace } = exchange.params;
  exchange.requireWriter(namespace, `jobs/${namespace}`);
  const stages = exchange.state.jobStages.get(namespace);
  if (stages === undefined) throw new HttpError(402, 'Pre-paid credit balance is insufficient');
  const spec = await exchange.json<Record<string, unknown>>();
  if (typeof spec.flavor !== 'string' || typeof spec.dockerImage !== 'string') {
    throw new HttpError(400, 'Invalid Job: flavor and dockerImage are required');
  }
  const id = randomBytes(12).toString('hex');
  const job = { id, namespace, spec, createdAt: new Date().toISOString(), stages: [...stages] };
  exchange.state.jobs.push(job);
  return { body: describe(job) };
}

function tellJob(exchange: Exchange) {
  const { owner, job: id } = exchange.params;
  exchange.requireWriter(owner, `jobs/${owner}`);
  const job = exchange.state.jobs.find((candidate) => candidate.id === id && candidate.namespace === owner);
  if (job === undefined) throw new HttpError(404, 'Job not found');
  return { body: describe(job) };
}

function describe(job: StoredJob) {
  const { id, namespace, createdAt, stages } = job;
  const { secrets = {}, ...spec } = job.spec;
  const [stage] = stages;
  if (stages.length > 1) stages.shift();
  const owner = { id: namespace, name: namespace, type: 'user' };
  const status = { stage, message: null, failureCount: 0 };
  return { type: 'job', id, createdAt, owner, status, ...spec, secrets: Object.keys(secrets as object) };
}
