import { Socket } from 'node:net';
import type { Client } from 'pg';
import { NOT_POSTGRES } from './errors/explain-network-error.ts';
import type { ConnectStep } from './errors/explanation.ts';

// Node gives each address of a host only 250 ms, less than a round trip to a far region takes.
const ADDRESS_TIMEOUT_MS = 4000;
/** Types of a server's first message: a request for a log-in, an error, an older version of the protocol. */
const FIRST_MESSAGES = Buffer.from('REv');
/** Longest first message in bytes that libpq accepts. */
const LONGEST_FIRST_MESSAGE = 30_000;

/** Creates the socket of a session. */
export function createSocket(): Socket {
  const socket = new Socket();
  const connectSocket = socket.connect.bind(socket);
  socket.connect = ((port: number | string, host?: string) =>
    typeof port === 'string'
      ? connectSocket(port)
      : connectSocket({
          port,
          host,
          autoSelectFamilyAttemptTimeout: ADDRESS_TIMEOUT_MS,
        })) as Socket['connect'];
  return socket;
}

/**
 * Follows the start of a session, which must not have begun, and ends it if the first answer is not PostgreSQL's: of
 * another protocol's greeting, node-postgres reads four bytes as the length of a message, and waits for the rest.
 *
 * @returns a function that returns the progress of the start
 */
export function followStart({ connection }: Client, isEncrypted: boolean): () => ConnectStep {
  let step: ConnectStep = 'reach';
  const comeTo = (next: ConnectStep) => () => {
    step = next;
  };
  const checkFirst = (first: Buffer) => {
    if (isFirstMessage(first)) return;
    const error = new Error('The first answer is not one of PostgreSQL.');
    connection.stream.destroy(Object.assign(error, { code: NOT_POSTGRES }));
  };
  if (!isEncrypted) connection.stream.once('data', checkFirst);
  connection.once('connect', comeTo(isEncrypted ? 'offer' : 'start'));
  connection.once('sslconnect', () => {
    step = 'handshake';
    connection.stream.once('secureConnect', comeTo('start')).once('data', checkFirst);
  });
  for (const request of ['CleartextPassword', 'MD5Password', 'SASL']) {
    connection.once(`authentication${request}`, comeTo('log-in'));
  }
  connection.once('authenticationOk', comeTo('ready'));
  return () => step;
}

function isFirstMessage(first: Buffer): boolean {
  return (
    FIRST_MESSAGES.includes(first[0]!) && (first.length < 5 || first.readUInt32BE(1) <= LONGEST_FIRST_MESSAGE)
  );
}
