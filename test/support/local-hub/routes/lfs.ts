import { createHash } from 'node:crypto';
import type { Exchange } from '../exchange.ts';
import { HttpError } from '../http-error.ts';
import type { HubRoute } from '../serve.ts';

/** Large files by the Git LFS batch API (https://github.com/git-lfs/git-lfs/blob/main/docs/api/batch.md). */
export const lfsRoutes: readonly HubRoute[] = [
  { method: 'POST', pattern: '/datasets/{owner}/{name}.git/info/lfs/objects/batch', handler: batch },
  { method: 'POST', pattern: '/datasets/{owner}/{name}.git/info/lfs/objects/verify', handler: verify },
  { method: 'PUT', pattern: '/_lfs/upload/{oid}/{size}', handler: upload },
  { method: 'GET', pattern: '/_lfs/download/{oid}', handler: download },
  { method: 'HEAD', pattern: '/_lfs/download/{oid}', handler: download },
];

async function batch(exchange: Exchange) {
  // Whoever sees a repo may open a pull request, and has to upload its files first.
  exchange.repo();
  exchange.requireAccount();
  const { objects } = await exchange.json<{ objects: LfsObject[] }>();
  return {
    headers: { 'Content-Type': 'application/vnd.git-lfs+json' },
    body: {
      transfer: 'basic',
      objects: objects.map((object) => describeObject(exchange, object)),
    },
  };
}

interface LfsObject {
  readonly oid: string;
  readonly size: number;
}

/** What a client is to do with an object; nothing when the storage has it. */
function describeObject(exchange: Exchange, { oid, size }: LfsObject) {
  const { lfsObjects, options } = exchange.state;
  if (!/^[0-9a-f]{64}$/.test(oid)) return { oid, size, error: { code: 422, message: 'Invalid oid' } };
  if (lfsObjects.has(oid)) return { oid, size };
  const href = exchange.storageUrl(`upload/${oid}/${size}`);
  const upload = { href, header: {}, expires_in: options.storageUrlSeconds };
  const verifyUrl = new URL(exchange.url.pathname.replace(/batch$/, 'verify'), exchange.url.origin);
  const actions = options.verifyUploads ? { upload, verify: { href: verifyUrl.href } } : { upload };
  return { oid, size, authenticated: true, actions };
}

/** Confirms that an object has arrived. */
async function verify(exchange: Exchange) {
  exchange.writableRepo();
  const { oid, size } = await exchange.json<LfsObject>();
  if (exchange.state.lfsObjects.get(oid)?.length !== size)
    throw new HttpError(404, 'Object was not uploaded');
  return { body: {} };
}

async function upload(exchange: Exchange) {
  requireSignature(exchange);
  if (exchange.request.headers.authorization !== undefined) {
    throw new HttpError(400, 'Only one auth mechanism allowed');
  }
  const content = await exchange.body();
  const oid = createHash('sha256').update(content).digest('hex');
  if (oid !== exchange.params.oid) throw new HttpError(400, 'The content does not have the promised SHA-256');
  if (content.length !== Number(exchange.params.size)) {
    throw new HttpError(400, 'The content does not have the promised size');
  }
  exchange.state.lfsObjects.set(oid, content);
  return { body: Buffer.alloc(0) };
}

/** @throws HttpError 403 as S3 answers, unless the URL is signed and still valid */
function requireSignature({ state, url }: Exchange): void {
  if (!state.signer.accepts(url)) throw new HttpError(403, 'Request has expired or is not signed');
}

function download(exchange: Exchange) {
  requireSignature(exchange);
  const content = exchange.state.lfsObjects.get(exchange.params.oid);
  if (content === undefined) throw new HttpError(404, 'No such object');
  return sendContent(exchange, content, { ETag: `"${exchange.params.oid}"` });
}

/** Answers with content, or with the range of it that was asked for. */
export function sendContent(exchange: Exchange, content: Buffer, headers: Record<string, string>) {
  const all = { ...headers, 'Accept-Ranges': 'bytes', 'Content-Type': 'application/octet-stream' };
  const range = /^bytes=(\d*)-(\d*)$/.exec(exchange.request.headers.range ?? '');
  if (range === null) return { headers: all, body: content };
  const [, first, last] = range;
  const start = first === '' ? Math.max(0, content.length - Number(last)) : Number(first);
  const end = first === '' || last === '' ? content.length - 1 : Math.min(Number(last), content.length - 1);
  if (start > end)
    throw new HttpError(416, 'Range Not Satisfiable', {
      headers: { 'Content-Range': `bytes */${content.length}` },
    });
  const contentRange = `bytes ${start}-${end}/${content.length}`;
  return {
    status: 206,
    headers: { ...all, 'Content-Range': contentRange },
    body: content.subarray(start, end + 1),
  };
}
