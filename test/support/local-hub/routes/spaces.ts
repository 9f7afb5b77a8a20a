import type { Exchange } from '../exchange.ts';
import { HttpError } from '../http-error.ts';
import { belongsTo } from '../hub-state.ts';
import type { HubRoute } from '../serve.ts';
import { StoredSpace } from '../space-store.ts';

/** Describing, pausing and restarting Spaces, and their variables. */
export const spaceRoutes: readonly HubRoute[] = [
  { method: 'GET', pattern: '/api/spaces/{owner}/{name}/runtime', handler: tellRuntime },
  { method: 'POST', pattern: '/api/spaces/{owner}/{name}/pause', handler: pause },
  { method: 'POST', pattern: '/api/spaces/{owner}/{name}/restart', handler: restart },
  { method: 'GET', pattern: '/api/spaces/{owner}/{name}/variables', handler: listVariables },
  { method: 'POST', pattern: '/api/spaces/{owner}/{name}/variables', handler: setVariable },
];

/** Creates a Space as `POST /api/repos/create` with `type: "space"` does. */
export function createSpace(
  exchange: Exchange,
  name: string,
  options: { sdk?: string; private?: boolean },
): { body: object } {
  const { spaces } = exchange.state;
  if (options.sdk === undefined) throw new HttpError(400, 'Please provide an SDK for your Space');
  const url = `${exchange.url.origin}/spaces/${name}`;
  if (spaces.has(name)) throw new HttpError(409, 'You already created this space repo', { body: { url } });
  spaces.set(name, new StoredSpace(name, options));
  return { body: { url, name, id: name } };
}

function tellRuntime(exchange: Exchange) {
  return { body: runtimeOf(visibleSpace(exchange)) };
}

function pause(exchange: Exchange) {
  const space = ownSpace(exchange, 'pause');
  space.pause();
  return { body: runtimeOf(space) };
}

function restart(exchange: Exchange) {
  const space = ownSpace(exchange, 'restart');
  space.restart(exchange.url.searchParams.get('factory') === 'true');
  return { body: runtimeOf(space) };
}

function listVariables(exchange: Exchange) {
  return { body: variablesOf(ownSpace(exchange)) };
}

async function setVariable(exchange: Exchange) {
  const space = ownSpace(exchange);
  const { key, value } = await exchange.json<{ key: string; value: string }>();
  if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(key)) throw new HttpError(400, 'Invalid variable key');
  space.setVariable(key, value);
  return { body: variablesOf(space) };
}

/** The Space the path names. @throws HttpError 401 or 404 with `RepoNotFound` when the sender may not see it */
function visibleSpace(exchange: Exchange): StoredSpace {
  const account = exchange.account();
  const space = exchange.state.spaces.get(`${exchange.params.owner}/${exchange.params.name}`);
  if (space !== undefined && (!space.isPrivate || belongsTo(account, exchange.params.owner))) return space;
  throw new HttpError(account === null ? 401 : 404, 'Repository not found', { code: 'RepoNotFound' });
}

/** The Space the path names, for a change. @throws HttpError 403 for others than the owner, 400 for a static one */
function ownSpace(exchange: Exchange, change?: string): StoredSpace {
  const space = visibleSpace(exchange);
  exchange.requireWriter(exchange.params.owner, `spaces/${space.name}`);
  if (change !== undefined && space.sdk === 'static') {
    throw new HttpError(400, `Cannot ${change} a static Space`);
  }
  return space;
}

function runtimeOf(space: StoredSpace) {
  const hardware = { current: 'cpu-basic', requested: 'cpu-basic' };
  return { stage: space.tellStage(), hardware, storage: null, gcTimeout: 172800, replicas: { requested: 1 } };
}

function variablesOf({ variables }: StoredSpace) {
  const updatedAt = new Date().toISOString();
  return Object.fromEntries(Array.from(variables, ([key, value]) => [key, { key, value, updatedAt }]));
}
