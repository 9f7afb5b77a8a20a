import type { Surroundings } from '../model/surroundings.ts';

/**
 * Masks secrets wherever they would be shown. A secret is masked line by line, because a runner matches single lines.
 * The password of a URL is masked as written and decoded.
 *
 * @returns all texts that are masked now
 */
export function maskSecrets({ mask }: Pick<Surroundings, 'mask'>, secrets: readonly string[]): string[] {
  const values = new Set(secrets.flatMap((secret) => [...secretForms(secret)]));
  values.forEach(mask);
  return [...values];
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
 * Returns what may be the password of a URL. If a password is not percent-encoded or a user name holds an @, the end of
 * the password is ambiguous: it may end at each @.
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
