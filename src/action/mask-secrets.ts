import { setSecret } from '@actions/core';

/**
 * Has the runner mask secrets in every log. A secret is masked line by line, because the runner matches single
 * lines, and a URL's password both as it is written and decoded.
 *
 * @returns the texts that are masked now
 */
export function maskSecrets(secrets: readonly string[]): string[] {
  const values = new Set(secrets.flatMap((secret) => [...secretForms(secret)]));
  for (const value of values) {
    setSecret(value);
    masked.add(value);
  }
  return [...values];
}

/** Values that the runner was asked to mask, by all calls together, as the runner holds them. */
const masked = new Set<string>();

/** Whether the runner masks a part of a text, as it is or as JSON has it. */
export function isMasked(text: string): boolean {
  return [...masked].some(
    (value) => text.includes(value) || text.includes(JSON.stringify(value).slice(1, -1)),
  );
}

function* secretForms(secret: string): Generator<string> {
  for (const line of secret.split(/[\r\n]+/)) {
    const text = line.trim();
    if (text !== '' && !/^-----(BEGIN|END) [A-Z ]+-----$/.test(text)) yield text;
  }
  for (const password of passwordsOf(secret)) {
    yield password;
    try {
      yield decodeURIComponent(password);
    } catch {
      // Not percent-encoded: it is masked as written.
    }
  }
}

/** Parameters of a URL that hold a password. */
const PASSWORD_PARAMETER = /^(ssl)?(password|passwd|pwd|pass)$/i;

/**
 * What may be the password of a URL. Where a password is not percent-encoded, or a user's name holds an @, only who
 * wrote the URL knows where it ends: it may end at each @.
 */
function* passwordsOf(secret: string): Generator<string> {
  const rest = /^[a-z][a-z0-9+.-]*:\/\/(.*)$/is.exec(secret.trim())?.[1] ?? '';
  const start = rest.indexOf(':') + 1;
  for (let end = rest.indexOf('@', start); end >= 0; end = rest.indexOf('@', end + 1)) {
    if (start > 0 && end > start) yield rest.slice(start, end);
  }
  for (const [, name, value] of rest.matchAll(/[?&]([^=&?]*)=([^&]*)/g)) {
    if (PASSWORD_PARAMETER.test(name) && value !== '') yield value;
  }
}
