import { generateKeyPairSync, sign } from 'node:crypto';
import type { Exchange, GitHubRoute } from '../exchange.ts';
import { GitHubError } from '../github-error.ts';

/** What a runner gets to ask for its job's identity with. */
export const IDENTITY_REQUEST_TOKEN = 'local-identity-request-token';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** Public key by which anybody can check an identity, as a JWK. */
export const ISSUER_KEY: object = publicKey.export({ format: 'jwk' });

/** Telling a job's identity, as the address in `ACTIONS_ID_TOKEN_REQUEST_URL` does. */
export const identityRoutes: readonly GitHubRoute[] = [
  { method: 'GET', pattern: '/identity/{owner}/{repo}', handler: tellIdentity },
];

function tellIdentity(exchange: Exchange) {
  if (exchange.headers.get('Authorization') !== `Bearer ${IDENTITY_REQUEST_TOKEN}`) {
    throw new GitHubError(401, 'Unauthorized');
  }
  const repository = `${exchange.params.owner}/${exchange.params.repo}`;
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: 'https://token.actions.githubusercontent.com',
    aud: exchange.url.searchParams.get('audience'),
    sub: `repo:${repository}:ref:refs/heads/main`,
    repository,
    iat: now,
    exp: now + 300,
  };
  const signed = `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode(claims)}`;
  const value = `${signed}.${sign('sha256', Buffer.from(signed), privateKey).toString('base64url')}`;
  return { body: { count: value.length, value } };
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
