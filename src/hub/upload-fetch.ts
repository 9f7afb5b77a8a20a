import { anySignal } from '../http/retry.ts';
import { HubError } from './hub-error.ts';
import { checkUploadPlan, type LargeFile } from './upload-plan.ts';

/** How a file is sent: to storage by Git LFS, or within the commit. */
export interface UploadMode {
  readonly path: string;
  readonly uploadMode: 'lfs' | 'regular';
}

/** A fetch for one commit of `@huggingface/hub`. */
interface UploadFetch {
  readonly fetch: typeof fetch;
  /** Rejects with why the commit cannot be made. */
  readonly failed: Promise<never>;
  /** Ends what is still under way. */
  stop(): void;
}

/**
 * Makes a fetch for one commit of `@huggingface/hub` that keeps failures from it, because it does not stand them: it
 * passes them on in a queue of events, where one that comes together with another event rejects a promise that nobody
 * awaits, which ends the process, or keeps the commit from ever ending. What fails is told by `failed`, and the client
 * gets no answer any more.
 *
 * @param send rejects for every answer other than success
 * @param modes of all files of the commit, which the Hub is then not asked for; null when only the Hub knows them
 */
export function createUploadFetch(
  about: { readonly endpoint: string; readonly repo: string },
  send: typeof fetch,
  modes: readonly UploadMode[] | null,
): UploadFetch {
  const stopped = new AbortController();
  const { promise: failed, reject } = Promise.withResolvers<never>();
  failed.catch(() => undefined);
  let parts: ReadonlySet<string> = new Set();
  const sendChecked: typeof fetch = async (input, init) => {
    const address = String(input);
    if (modes !== null && /\/preupload\/[^/]+$/.test(address)) return Response.json({ files: modes });
    const response = await send(input, { ...init, signal: anySignal(stopped.signal, init?.signal) });
    if (address.endsWith('.git/info/lfs/objects/batch')) {
      const { objects }: { objects: LargeFile[] } = JSON.parse(String(init?.body));
      const answer: unknown = await response
        .clone()
        .json()
        .catch(() => null);
      parts = new Set([...parts, ...checkUploadPlan(about, objects, answer)]);
    } else if (parts.has(address) && response.headers.get('ETag') === null) {
      throw new HubError(
        `The Hub's storage at ${new URL(address).host} did not confirm a part of a file of datasets/${about.repo}: its answer has no ETag. Check what a proxy on the way removes, then run the workflow again.`,
      );
    }
    return response;
  };
  return {
    failed,
    stop: () => stopped.abort(),
    async fetch(...request) {
      try {
        return await sendChecked(...request);
      } catch (error) {
        reject(error);
        return new Promise<never>(() => undefined);
      }
    },
  };
}
