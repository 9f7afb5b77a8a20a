import { createPublicKey, type JsonWebKey, randomUUID, verify } from 'node:crypto';
import type { Exchange } from '../exchange.ts';
import type { HubRoute } from '../serve.ts';

/** A repository whose jobs may write to one repo of the Hub without a secret. */
export interface TrustedPublisher {
  /** Repository of the workflow, `owner/name`. */
  readonly repository: string;
  /** What it may write to, as `datasets/owner/name` or `spaces/owner/name`. */
  readonly resource: string;
  /** How long a token lasts; an hour as on the real Hub, unless told otherwise. */
  readonly expiresInSeconds?: number;
}

/** Exchanging a job's identity for a token (https://huggingface.co/docs/hub/trusted-publishers). */
export const oauthRoutes: readonly HubRoute[] = [
  { method: 'POST', pattern: '/oauth/token', handler: exchangeToken },
];

async function exchangeToken(exchange: Exchange) {
  const request = await exchange.json<Record<string, string>>();
  if (request.grant_type !== 'urn:ietf:params:oauth:grant-type:token-exchange') {
    return refuse('unsupported_grant_type', 'Unsupported grant type');
  }
  if (request.subject_token_type !== 'urn:ietf:params:oauth:token-type:id_token') {
    return refuse('invalid_request', 'Unsupported subject_token_type');
  }
  const claims = verifiedClaims(exchange, request.subject_token ?? '');
  if (claims === null) return refuse('invalid_grant', 'Invalid subject token');
  const { trustedPublishers, accounts } = exchange.state;
  const publisher = trustedPublishers.find(
    ({ repository, resource }) => repository === claims.repository && resource === request.resource,
  );
  if (publisher === undefined) {
    return refuse('invalid_grant', `No trusted publisher matches this token for ${request.resource}`);
  }
  const { resource, expiresInSeconds = 3600 } = publisher;
  const token = `hf_jwt_${randomUUID().replaceAll('-', '')}`;
  const expiresAt = Date.now() + expiresInSeconds * 1000;
  accounts.push({ token, user: resource.split('/')[1], role: 'write', resource, expiresAt });
  return {
    body: {
      access_token: token,
      token_type: 'bearer',
      expires_in: expiresInSeconds,
      issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
    },
  };
}

function refuse(error: string, description: string) {
  return { status: 400, body: { error, error_description: description } };
}

/** What an identity says, null when the issuer did not sign it, it is for someone else, or it has expired. */
function verifiedClaims(exchange: Exchange, token: string): { repository: string } | null {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const { issuerKey } = exchange.state;
  if (issuerKey === null) return null;
  const key = createPublicKey({ key: issuerKey as JsonWebKey, format: 'jwk' });
  const signed = Buffer.from(`${header}.${payload}`);
  if (!verify('sha256', signed, key, Buffer.from(signature, 'base64url'))) return null;
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
  return claims.aud === exchange.url.origin && claims.exp * 1000 > Date.now() ? claims : null;
}
