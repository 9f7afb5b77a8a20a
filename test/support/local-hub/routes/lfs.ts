import { createHash } from 'node:crypto';
import type { Exchange } from '../exchange.ts';
import { HttpError } from '../http-error.ts';
import type { Route } from '../router.ts';

/** Large files by the Git LFS batch API (https://github.com/git-lfs/git-lfs/blob/main/docs/api/batch.md). */
export const lfsRoutes: readonly Route[] = [
  { method: 'POST', pattern: '/datasets/{owner}/{name}.git/info/lfs/objects/batch', handler: batch },
  { method: 'PUT', pattern: '/_lfs/upload/{oid}', handler: upload },
  { method: 'GET', pattern: '/_lfs/download/{oid}', handler: download },
  { method: 'HEAD', pattern: '/_lfs/download/{oid}', handler: download },
];

async function batch(exchange: Exchange) {
  exchange.writableRepo();
  const { objects } = await exchange.json<{ objects: { oid: string; size: number }[] }>();
  return {
    headers: { 'Content-Type': 'application/vnd.git-lfs+json' },
    body: {
      transfer: 'basic',
      objects: objects.map(({ oid, size }) => {
        if (exchange.state.lfsObjects.has(oid)) return { oid, size };
        const href = `${exchange.storageUrl}/upload/${oid}?signature=local`;
        return { oid, size, authenticated: true, actions: { upload: { href, header: {}, expires_in: 900 } } };
      }),
    },
  };
}

async function upload(exchange: Exchange) {
  if (exchange.url.searchParams.get('signature') !== 'local')
    throw new HttpError(403, 'Signature is missing');
  if (exchange.request.headers.authorization !== undefined) {
    throw new HttpError(400, 'Only one auth mechanism allowed');
  }
  const content = await exchange.body();
  const oid = createHash('sha256').update(content).digest('hex');
  if (oid !== exchange.params.oid) throw new HttpError(400, 'The content does not have the promised SHA-256');
  exchange.state.lfsObjects.set(oid, content);
  return { body: Buffer.alloc(0) };
}

function download(exchange: Exchange) {
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
