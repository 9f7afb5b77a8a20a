import { expect, test } from '@jest/globals';
import { checkUploadPlan } from '../../src/hub/upload-plan.ts';

const ABOUT = { endpoint: 'https://hub.example', repo: 'owner/words' };
const [A, B] = ['a', 'b'].map((letter) => letter.repeat(64));
const ASKED = [
  { oid: A, size: 2500 },
  { oid: B, size: 10 },
];
const HREF = 'https://storage.example/x?signature=secret';
const PARTS = { '00001': `${HREF}1`, '00002': `${HREF}2`, '00003': `${HREF}3` };

/** An answer in which the first file is told to go as said, and the second is there already. */
function answer(upload: unknown, more: object = {}) {
  return {
    objects: [
      { oid: A, size: 2500, actions: { upload } },
      { oid: B, size: 10 },
    ],
    ...more,
  };
}
const inParts = (header: object) => answer({ href: HREF, header });
const check = (told: unknown) => checkUploadPlan(ABOUT, ASKED, told);

test.each([
  ['as a whole', answer({ href: HREF }), []],
  ['as a whole, with headers', answer({ href: HREF, header: { Range: 'x' } }, { transfer: 'basic' }), []],
  ['in parts', inParts({ chunk_size: '1000', ...PARTS }), Object.values(PARTS)],
  ['in parts whose size is a number', inParts({ chunk_size: 1000, ...PARTS }), Object.values(PARTS)],
  ['by an answer of the transfer multipart', answer({ href: HREF }, { transfer: 'multipart' }), []],
  ['not at all', answer(null), []],
  [
    'nowhere, without actions',
    { objects: ASKED.map((file) => ({ ...file, actions: null, error: null })) },
    [],
  ],
])('a file goes %s', (_, told, parts) => {
  expect([...check(told)]).toEqual(parts);
});

test.each([
  ['no JSON', null, 'it lists no files'],
  ['no list', {}, 'it lists no files'],
  ['objects that are none', { objects: {} }, 'it lists no files'],
  ['a file too few', { objects: ASKED.slice(0, 1) }, 'it lacks a requested file'],
  [
    'another file',
    { objects: [{ oid: 'c'.repeat(64) }, ...ASKED] },
    'it names a file that was not requested',
  ],
  ['a file twice', { objects: [...ASKED, ASKED[1]] }, 'or one twice'],
  ['no object', { objects: [null, ...ASKED] }, 'it names a file that was not requested'],
  [
    'Xet, which was not offered',
    answer({ href: HREF }, { transfer: 'xet' }),
    'a way to upload that was not offered',
  ],
  ['no address', answer({}), 'a file without an address'],
  ['an invalid address', answer({ href: 'storage' }), 'a file without an address'],
  ['an address of a file', answer({ href: 'file:///etc/passwd' }), 'a file without an address'],
  ['no size of parts', inParts({ chunk_size: 'many', ...PARTS }), 'parts without a size'],
  ['parts of size 0', inParts({ chunk_size: '0', ...PARTS }), 'parts without a size'],
  ['parts of a negative size', inParts({ chunk_size: -1000, ...PARTS }), 'parts without a size'],
  ['an empty size of parts', inParts({ chunk_size: '', ...PARTS }), 'parts without a size'],
  ['too few parts', inParts({ chunk_size: '999', '00001': HREF }), 'it has 1 parts for a file that needs 3'],
  ['too many parts', inParts({ chunk_size: '2500', ...PARTS }), 'it has 3 parts for a file that needs 1'],
  ['no parts', inParts({ chunk_size: '1000' }), 'it has 0 parts'],
  ['a hole', inParts({ chunk_size: 1000, '00001': HREF, '00002': HREF, '00004': HREF }), 'not in order'],
  [
    'another order',
    inParts({ chunk_size: 1000, '00002': HREF, '00001': HREF, '00003': HREF }),
    'not in order',
  ],
  [
    'a part without an address',
    inParts({ chunk_size: 1000, ...PARTS, '00002': 7 }),
    'a part without an address',
  ],
])('an answer with %s is one that cannot be read', (_, told, what) => {
  const error = errorOf(() => check(told));
  expect(error).toMatchObject({ name: 'HubError', isWorthRepeating: true, mayHaveHappened: false });
  expect(error.message).toContain("The Hub's answer about the upload of files to datasets/owner/words");
  expect(error.message).toContain(what);
  expect(error.message).not.toContain('secret');
});

const refusing = (error: object) => ({ objects: [{ oid: A, error }, ASKED[1]] });

test('a file that the Hub refuses is refused in its words, without what signs an address', () => {
  const message = `No room,\u0007 see ${HREF} and hf_token.`;
  expect(errorOf(() => check(refusing({ code: 422, message })))).toMatchObject({
    status: 422,
    isWorthRepeating: false,
    message:
      'The Hub rejected a request about datasets/owner/words (422). The Hub answered: No room, see https://storage.example/x and hf_….',
  });
  expect(errorOf(() => check(refusing({})))).toMatchObject({ status: 422 });
  expect(errorOf(() => check(refusing({ code: 503 })))).toMatchObject({
    status: 503,
    isWorthRepeating: true,
  });
});

test.each(['Private repository storage limit reached', 'Storage quota exceeded', 'Your storage is full'])(
  '%s is told with how to get room, and without the token',
  (message) => {
    const { message: told } = errorOf(() => check(refusing({ code: 403, message })));
    expect(told).toContain('The Hub has no storage left for the files of datasets/owner/words (403).');
    expect(told).toContain('versions or repos of owner that are no longer needed');
    expect(told).not.toContain('token');
  },
);

function errorOf(run: () => unknown): Error {
  try {
    run();
  } catch (error) {
    return error as Error;
  }
  throw new Error('an error was expected');
}
