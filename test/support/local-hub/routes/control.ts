import { readFaults } from '../../http/faults.ts';
import type { Exchange } from '../exchange.ts';
import { HttpError } from '../http-error.ts';
import type { Account } from '../hub-state.ts';
import type { HubRoute } from '../serve.ts';

/** What tests in other processes do to the local Hub; the real one has nothing like it. */
export const controlRoutes: readonly HubRoute[] = [
  { method: 'GET', pattern: '/_local/requests', handler: listRequests },
  { method: 'DELETE', pattern: '/_local/requests', handler: clearRequests },
  { method: 'POST', pattern: '/_local/faults', handler: addFaults },
  { method: 'DELETE', pattern: '/_local/faults', handler: clearFaults },
  { method: 'POST', pattern: '/_local/tokens', handler: addToken },
  { method: 'POST', pattern: '/_local/commits/{owner}/{name}', handler: commitAs },
];

function listRequests({ state }: Exchange) {
  return { body: state.log.requests };
}

function clearRequests({ state }: Exchange) {
  state.log.clear();
  return { body: {} };
}

async function addFaults(exchange: Exchange) {
  const asked = await exchange.json<unknown>();
  try {
    exchange.state.faults.add(...readFaults(asked));
  } catch (error) {
    throw new HttpError(400, error instanceof Error ? error.message : String(error));
  }
  return { body: {} };
}

function clearFaults({ state }: Exchange) {
  state.faults.clear();
  return { body: {} };
}

async function addToken(exchange: Exchange) {
  const account = await exchange.json<Account>();
  const isComplete = typeof account.token === 'string' && typeof account.user === 'string';
  if (!isComplete || !['read', 'write'].includes(account.role)) {
    throw new HttpError(400, 'A token needs a token, a user and a role of read or write');
  }
  exchange.state.accounts.push(account);
  return { body: {} };
}

/** Commits text files as somebody else would: {user, files: {path: text, or null to delete}}. */
async function commitAs(exchange: Exchange) {
  const { owner, name } = exchange.params;
  const repo = exchange.state.repos.get(`${owner}/${name}`);
  if (repo === undefined) throw new HttpError(404, `The local Hub has no repo ${owner}/${name}`);
  const { user, files } = await exchange.json<{ user: string; files: Record<string, string | null> }>();
  return { body: { commitOid: repo.commitTexts(user, files).id } };
}
