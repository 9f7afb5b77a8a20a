import { isPassing } from '../http/failed-answer.ts';
import type { HubRequest } from './hub-request.ts';

/** Why the storage of large files, which is not the Hub and knows none of its tokens, did not answer with success. */
interface StorageRefusal {
  /** In words for users, with how to fix it. */
  readonly message: string;
  /** True if the signed address has expired, so that only a new one can help. */
  readonly isExpired: boolean;
  /** True if the same request may succeed a moment later. */
  readonly canPass: boolean;
}

/**
 * Reads a failed answer of the storage of large files: of another host than the Hub's, or in the XML of S3
 * (https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html).
 *
 * @returns null for an answer of the Hub itself
 */
export function readStorageRefusal(
  { url, endpoint, repo, init }: HubRequest,
  response: Response,
  body: Uint8Array,
): StorageRefusal | null {
  const text = Buffer.from(body).toString();
  const code = /<Error>[\s\S]*?<Code>([A-Za-z]{1,64})<\/Code>/.exec(text)?.[1] ?? null;
  // A download is redirected to storage.
  const { host, origin } = URL.parse(response.url) ?? url;
  if (origin === new URL(endpoint).origin && code === null) return null;
  const { status } = response;
  const what = init.method === 'PUT' ? 'an upload to' : 'a request about';
  const refused = `The Hub's storage at ${host} refused ${what} ${repo} (${status}${code === null ? '' : ` ${code}`})`;
  const isExpired = status === 403 && (/expired/i.test(code ?? '') || /\bhas expired\b/i.test(text));
  return {
    message: `${refused}${adviceOn({ host, status, code, isExpired })}`,
    isExpired,
    canPass: isPassing(status) || code === 'RequestTimeout',
  };
}

function adviceOn(answer: { host: string; status: number; code: string | null; isExpired: boolean }): string {
  const { host, status, code, isExpired } = answer;
  if (code === 'RequestTimeTooSkewed') {
    return ": the runner's clock is wrong. Set it, for example by NTP, then run the workflow again.";
  }
  if (isExpired) {
    return ": its signed address had expired. Check that the runner's clock is right and its connection is fast enough, then run the workflow again.";
  }
  if (code === 'RequestTimeout') {
    return ": too little arrived in time. Check the runner's connection, then run the workflow again.";
  }
  if (status >= 500 || status === 429) {
    return '. Check the state of the Hub at https://status.huggingface.co, and run the workflow again later.';
  }
  return code === null
    ? `, without a reason. A proxy or firewall may have blocked the request. Allow the runner to reach ${host}, then run the workflow again.`
    : `. The token is not the cause. Run the workflow again. If it is refused again, check what a proxy between the runner and ${host} changes.`;
}
