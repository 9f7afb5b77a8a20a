import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Signs paths of the storage of large files, which like the real one asks for a signature in place of a token. */
export class PathSigner {
  #key = randomBytes(32);

  /** A path with a query that grants what the path does until it expires. */
  sign(path: string, seconds: number): string {
    const expires = Date.now() + seconds * 1000;
    return `${path}?expires=${expires}&signature=${this.#signature(path, String(expires)).toString('hex')}`;
  }

  /** True for a URL whose path and query {@link sign} made and that has not expired. */
  accepts({ pathname, searchParams }: URL): boolean {
    const expires = searchParams.get('expires') ?? '';
    const given = Buffer.from(searchParams.get('signature') ?? '', 'hex');
    const expected = this.#signature(pathname, expires);
    return (
      given.length === expected.length && timingSafeEqual(given, expected) && Number(expires) > Date.now()
    );
  }

  #signature(path: string, expires: string): Buffer {
    return createHmac('sha256', this.#key).update(`${path}\n${expires}`).digest();
  }
}
