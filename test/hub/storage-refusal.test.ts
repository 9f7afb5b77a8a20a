import { expect, test } from '@jest/globals';
import { HubRequest } from '../../src/hub/hub-request.ts';
import { readStorageRefusal } from '../../src/hub/storage-refusal.ts';

const ABOUT = { endpoint: 'https://hub.example/base', repo: 'datasets/owner/words' };
const STORAGE = 'https://storage.example/x?signature=secret';
const xml = (code: string, message = '') =>
  `<Error><Code>${code}</Code><Message>${message}</Message></Error>`;

function refusal(status: number, text: string, { url = STORAGE, from = '', method = 'PUT' } = {}) {
  const response = Object.defineProperty(new Response(null, { status }), 'url', { value: from });
  return readStorageRefusal(new HubRequest(new URL(url), { method }, ABOUT), response, Buffer.from(text));
}

test.each<[number, string, object, string]>([
  [
    403,
    xml('RequestTimeTooSkewed'),
    { isExpired: false, canPass: false },
    "403 RequestTimeTooSkewed): the runner's clock",
  ],
  [
    403,
    xml('AccessDenied', 'Request has expired'),
    { isExpired: true, canPass: false },
    'signed address had expired',
  ],
  [403, xml('ExpiredToken'), { isExpired: true, canPass: false }, '(403 ExpiredToken): its signed'],
  [403, xml('AccessDenied'), { isExpired: false, canPass: false }, '(403 AccessDenied). The token is not'],
  [403, '', { isExpired: false, canPass: false }, 'Allow the runner to reach storage.example,'],
  [407, '<html>', { isExpired: false, canPass: false }, 'A proxy or firewall'],
  [400, xml('RequestTimeout'), { isExpired: false, canPass: true }, ': too little arrived in time.'],
  [400, xml('Expired'), { isExpired: false, canPass: false }, '(400 Expired)'],
  [503, xml('SlowDown'), { isExpired: false, canPass: true }, '(503 SlowDown). Check the state of the Hub'],
  [500, '', { isExpired: false, canPass: true }, 'status.huggingface.co'],
  [429, '', { isExpired: false, canPass: true }, 'status.huggingface.co'],
])('%d %s', (status, text, expected, told) => {
  const found = refusal(status, text);
  expect(found).toMatchObject(expected);
  expect(found?.message).toContain(
    "The Hub's storage at storage.example refused an upload to datasets/owner/words (",
  );
  expect(found?.message).toContain(told);
  expect(found?.message).not.toMatch(/secret|hf-token/);
});

test('is told of a download that was redirected to storage, and of S3 at the address of the Hub', () => {
  const url = 'https://hub.example/base/datasets/owner/words/resolve/main/README.md';
  const told = refusal(403, '', { url, from: STORAGE, method: 'GET' })?.message;
  expect(told).toContain("The Hub's storage at storage.example refused a request about");
  expect(refusal(403, xml('AccessDenied'), { url, from: url })?.message).toContain('storage at hub.example');
});

test('is not told of what the Hub itself answers', () => {
  const url = 'https://hub.example/base/api/datasets/owner/words';
  expect(refusal(403, '{"error":"no"}', { url, from: url })).toBeNull();
  expect(refusal(403, '<html>', { url })).toBeNull();
});
