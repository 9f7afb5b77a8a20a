import { isPassing } from '../http/failed-answer.ts';
import { explainStatus, HubError, plainReason } from './hub-error.ts';
import { fields } from './repo-state.ts';

/** A large file before its upload, by its hash. */
export interface LargeFile {
  readonly oid: string;
  readonly size: number;
}

/**
 * Checks the Hub's answer about the upload of large files (Git LFS batch API, with parts as the Hub has them:
 * https://huggingface.co/docs/hub/storage-backends). `@huggingface/hub` does not check it: it skips a file that is
 * missing in the answer, and ends the process on a wrong number of parts.
 *
 * @returns the addresses of parts, each of which storage must answer with an `ETag`
 * @throws HubError for a file that the Hub refuses, and for a malformed answer
 */
export function checkUploadPlan(
  about: { readonly endpoint: string; readonly repo: string },
  asked: readonly LargeFile[],
  answer: unknown,
): ReadonlySet<string> {
  const unreadable = (what: string): never => {
    throw new HubError(
      `The Hub's answer about the upload of files to datasets/${about.repo} could not be read: ${what}. Check hub-endpoint and any proxy between it and the runner, then run the workflow again.`,
      { isWorthRepeating: true },
    );
  };
  const { objects, transfer = 'basic' } = fields(answer);
  if (!Array.isArray(objects)) return unreadable('it lists no files');
  if (transfer !== 'basic' && transfer !== 'multipart')
    unreadable('it names a way to upload that was not offered');
  const sizes = new Map(asked.map(({ oid, size }) => [oid, size]));
  const parts = new Set<string>();
  for (const object of objects.map(fields)) {
    const size = sizes.get(String(object.oid));
    if (size === undefined) return unreadable('it names a file that was not requested, or one twice');
    sizes.delete(String(object.oid));
    if (object.error !== undefined && object.error !== null) throw refused(about, fields(object.error));
    const { upload } = fields(object.actions);
    if (upload === undefined || upload === null) continue;
    const { href, header } = fields(upload);
    if (!isAddress(href)) unreadable('it has a file without an address');
    const { chunk_size: chunkSize, ...headers } = fields(header);
    if (chunkSize === undefined) continue;
    const bytes = Number(chunkSize);
    if (!Number.isSafeInteger(bytes) || bytes <= 0) return unreadable('it has parts without a size');
    const numbered = Object.keys(headers).filter((name) => /^\d+$/.test(name));
    const needed = Math.ceil(size / bytes);
    if (numbered.length !== needed) {
      return unreadable(`it has ${numbered.length} parts for a file that needs ${needed}`);
    }
    if (numbered.some((name, index) => Number(name) !== index + 1)) unreadable('its parts are not in order');
    for (const name of numbered) {
      const address = headers[name];
      if (!isAddress(address)) return unreadable('it has a part without an address');
      parts.add(address);
    }
  }
  if (sizes.size > 0) unreadable('it lacks a requested file');
  return parts;
}

/** Returns why the Hub refuses a file, for example because its owner has no storage left. */
function refused(
  { endpoint, repo }: { readonly endpoint: string; readonly repo: string },
  { code, message }: Readonly<Record<string, unknown>>,
): HubError {
  const status = Number.isSafeInteger(code) ? (code as number) : UNPROCESSABLE;
  const about = {
    endpoint,
    repo: `datasets/${repo}`,
    status,
    code: undefined,
    requestId: null,
    location: null,
  };
  return new HubError(explainStatus({ ...about, reason: plainReason(message) }), {
    status,
    isWorthRepeating: isPassing(status),
  });
}

/** Status of a refusal without a status. */
const UNPROCESSABLE = 422;

function isAddress(value: unknown): value is string {
  return typeof value === 'string' && ['http:', 'https:'].includes(URL.parse(value)?.protocol ?? '');
}
