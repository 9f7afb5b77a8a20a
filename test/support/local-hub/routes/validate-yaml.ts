import { parse } from 'yaml';
import type { Exchange } from '../exchange.ts';
import type { HubRoute } from '../serve.ts';

/** Checking a card's front matter, and asking who one is. */
export const accountRoutes: readonly HubRoute[] = [
  { method: 'POST', pattern: '/api/validate-yaml', handler: validateYaml },
  { method: 'GET', pattern: '/api/whoami-v2', handler: whoAmI },
];

/** A card's front matter as text, null when it has none. */
export function readFrontMatter(card: string): string | null {
  return /^---\r?\n([\s\S]*?)\r?\n---(\r?\n|$)/.exec(card)?.[1] ?? null;
}

/** What is wrong with a card's front matter, null when nothing is. */
export function frontMatterProblem(card: string): string | null {
  try {
    const found: unknown = parse(readFrontMatter(card) ?? '');
    const isMapping = found === null || (typeof found === 'object' && !Array.isArray(found));
    return isMapping ? null : 'The YAML metadata must be a mapping';
  } catch (error) {
    return `Invalid YAML metadata in README.md: ${error instanceof Error ? error.message.split('\n')[0] : error}`;
  }
}

async function validateYaml(exchange: Exchange) {
  const { content } = await exchange.json<{ content: string }>();
  const problem = frontMatterProblem(content);
  const errors = problem === null ? [] : [{ message: problem }];
  return { status: problem === null ? 200 : 400, body: { errors, warnings: [] } };
}

function whoAmI(exchange: Exchange) {
  const account = exchange.account();
  if (account === null) return { status: 401, body: { error: 'Invalid username or password.' } };
  const orgs = (account.organizations ?? []).map((name) => ({
    type: 'org',
    name,
    id: name,
    roleInOrg: 'write',
  }));
  const accessToken = { displayName: 'local', role: account.role };
  return { body: { type: 'user', id: account.user, name: account.user, orgs, auth: { accessToken } } };
}
