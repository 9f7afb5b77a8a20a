import { isIPv6 } from 'node:net';
import { connectLimitMs } from '../waits.ts';
import { describeDuration } from './duration.ts';
import type { ConnectStep, ErrorContext, Explanation } from './explanation.ts';
import { describeAddress, describeServer } from './server-address.ts';

/** An error of a socket or of a DNS look-up. */
export type NetworkError = Error & { code?: string; address?: string };

/** Code of the PostgresError for an answer that is not PostgreSQL's. */
export const NOT_POSTGRES = 'NOT_POSTGRES';

const UNREACHABLE_CODES = ['ENETUNREACH', 'EHOSTUNREACH', 'EADDRNOTAVAIL', 'EAFNOSUPPORT'];

/**
 * Picks the most specific error. A host with several addresses fails with an AggregateError of one error per address;
 * that of an unreachable IPv6 address means nothing for a server that was tried by IPv4 too.
 */
export function mostSpecificError(error: NetworkError & { errors?: NetworkError[] }): NetworkError {
  const errors = error.errors ?? [];
  return errors.find(({ code = '' }) => !UNREACHABLE_CODES.includes(code)) ?? errors[0] ?? error;
}

/** Explains any error that neither PostgreSQL nor TLS reported. */
export function explainNetworkError(error: NetworkError, context: ErrorContext): Explanation {
  const { settings, phase } = context;
  const server = describeServer(settings);
  const address = describeAddress(settings);
  if (phase !== 'connect') {
    const doing = phase === 'read' ? 'rows were being read' : 'it described the SELECTs';
    return {
      message: `The connection to ${server} broke while ${doing}${error.code ? ` (${error.code})` : ''}.`,
      retryable: true,
    };
  }
  if (error.message === 'timeout expired') {
    return { code: 'ETIMEDOUT', message: explainSilence(context), retryable: true };
  }
  if (error.code === NOT_POSTGRES) return notPostgres(address);
  switch (error.code) {
    case 'ENOTFOUND':
      return {
        message: `No host named ${settings.host} was found in the DNS. Check the host in postgres-url.`,
      };
    case 'EAI_AGAIN':
      return {
        message: `The address of ${settings.host} could not be looked up, because the DNS did not answer. Run again later.`,
        retryable: true,
      };
    case 'ECONNREFUSED':
      return {
        message:
          `Nothing accepts connections at ${address}. Check the host and port in postgres-url, and that PostgreSQL runs ` +
          'and listens there.',
        retryable: true,
      };
    case 'ETIMEDOUT':
      return {
        message:
          `${server} did not answer. Check that the host and port in postgres-url are right and that its firewall lets ` +
          'this machine in.',
        retryable: true,
      };
    case 'ENOENT':
    case 'EACCES':
      return {
        message: `The Unix socket ${address} cannot be opened (${error.code}). Check host in postgres-url.`,
      };
  }
  if (UNREACHABLE_CODES.includes(error.code ?? '')) {
    return error.address !== undefined && isIPv6(error.address)
      ? { message: ipv6Only(settings.host) }
      : { message: `No network route leads to ${address}. Check the host in postgres-url.` };
  }
  if (error.code === undefined && !error.message.startsWith('Connection terminated')) {
    return notPostgres(address);
  }
  return {
    message: `${server} closed the connection before the session began${error.code ? ` (${error.code})` : ''}.`,
    retryable: true,
  };
}

function notPostgres(address: string): Explanation {
  return {
    code: NOT_POSTGRES,
    message: `What answers at ${address} does not speak PostgreSQL's protocol. Check host and port in postgres-url.`,
  };
}

/** Requests that a server with an open port did not answer. */
const UNANSWERED: Readonly<Record<Exclude<ConnectStep, 'reach'>, string>> = {
  offer: 'the request for TLS',
  handshake: 'the TLS handshake',
  start: 'the start of the session',
  'log-in': 'the log-in',
  ready: 'the log-in to its end',
};

/** Explains a start of a session that took longer than allowed. */
function explainSilence({ settings, step = 'reach' }: ErrorContext): string {
  const within = `within ${describeDuration(connectLimitMs(settings))}`;
  const longer = 'To wait longer, set connect_timeout=<seconds> in postgres-url.';
  if (step === 'reach') {
    return (
      `${describeServer(settings)} did not answer ${within}. Check that the host and port in postgres-url are right and ` +
      `that its firewall lets this machine in. ${longer}`
    );
  }
  return (
    `A server at ${describeAddress(settings)} accepted the connection, but did not answer ${UNANSWERED[step]} ${within}. ` +
    'A proxy, load balancer or pooler may have no running PostgreSQL behind it, or the server is stopped or overloaded. ' +
    `Check that PostgreSQL runs there. ${longer}`
  );
}

function ipv6Only(host: string): string {
  const fact = `${host} can be reached only by IPv6, which GitHub's runners do not have.`;
  return host.endsWith('.supabase.co')
    ? `${fact} Use the "Session pooler" connection string from the Supabase dashboard (Connect) in postgres-url; its ` +
        'host ends in .pooler.supabase.com.'
    : `${fact} Use a host with an IPv4 address in postgres-url, or a self-hosted runner with IPv6.`;
}
