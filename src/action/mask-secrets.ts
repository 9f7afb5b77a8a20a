import { setSecret } from '@actions/core';

/**
 * Has the runner mask secrets in every log. A secret is masked line by line, because the runner matches single
 * lines, and a URL's password both as it is written and decoded.
 *
 * @returns the texts that are masked now
 */
export function maskSecrets(secrets: readonly string[]): string[] {
  const values = new Set(secrets.flatMap((secret) => [...secretForms(secret)]));
  for (const value of values) setSecret(value);
  return [...values];
}

function* secretForms(secret: string): Generator<string> {
  for (const line of secret.split(/[\r\n]+/)) {
    const text = line.trim();
    if (text !== '' && !/^-----(BEGIN|END) [A-Z ]+-----$/.test(text)) yield text;
  }
  const password = /^[a-z][a-z0-9+.-]*:\/\/[^:@/?#]*:(.*)@/is.exec(secret)?.[1];
  if (password === undefined || password === '') return;
  yield password;
  try {
    yield decodeURIComponent(password);
  } catch {
    // Not percent-encoded: it is masked as written.
  }
}
