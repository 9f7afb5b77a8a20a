import { PostgresError } from './errors/postgres-error.ts';

/** Creates the error about a connection URL that cannot be used. @param reason quotes nothing that may be a secret */
export function brokenUrl(reason: string): PostgresError {
  return new PostgresError(`postgres-url cannot be read: ${reason}.`);
}

/**
 * Decodes a part of a connection URL; an empty one is undefined.
 *
 * @param what what messages call the part
 * @throws PostgresError for a broken escape, and for a zero byte
 */
export function decode(text: string | undefined, what: string): string | undefined {
  if (!text) return undefined;
  let decoded: string;
  try {
    decoded = decodeURIComponent(text);
  } catch {
    throw brokenUrl(
      `${what} holds a % that is not followed by two hexadecimal digits; write a plain % as %25`,
    );
  }
  // A zero byte would end the value in the start-up message, and begin another parameter.
  if (decoded.includes('\0')) throw brokenUrl(`${what} contains a zero byte (%00), which no value may`);
  return decoded;
}
