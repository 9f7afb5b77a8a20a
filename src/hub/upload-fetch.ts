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
  /** Rejects with the reason why the commit cannot be made. */
  readonly failed: Promise<never>;
  /** Ends the requests in progress. */
  stop(): void;
}

/**
 * Creates a fetch for one commit of `@huggingface/hub` that hides failures from it, because it cannot handle them. It
 * passes failures on in a queue of events. One that arrives together with another event rejects a promise that no code
 * awaits, which ends the process, or keeps the commit from ever ending. A failure rejects `failed`, and the client gets
 * no further answer.
 *
 * @param send rejects for every answer other than success
 * @param modes how all files of the commit are sent, so that the Hub is not asked; null if only the Hub knows
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
