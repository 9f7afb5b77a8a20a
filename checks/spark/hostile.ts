import { readConfig } from '../../src/config/read-config.ts';
import type { DatasetTarget } from '../../src/model/target.ts';
import { targetOf } from '../../test/support/built-in.ts';
import type { TestDatabase } from '../../test/support/postgres/server.ts';

const PIECES = [
  ...'< > < > \n \r \t \v \f \x1c \x1d \x1e \x1f \x01 \x7f \u0085 \u00a0 \u1680 \u180e \u2000 \u200a \u200b'.split(
    ' ',
  ),
  ...'\u2028 \u2029 \u202f \u205f \u3000 \ufeff \ufffd \uffff \u{10ffff} \ud7ff \ue000 \u0301 \u0000'.split(
    ' ',
  ),
  ...'http:// https:// http https httpss:// www. wwww. HTTP:// a b ब े 😀 ß $1 \\ \\1 ( [ & ; " \''.split(' '),
  ' ',
  ' ',
].filter((piece) => piece !== '\u0000');

const LONG = ['<', '<a ', ' ', '\u3000', 'www.', 'http://', '< \n', '<'.repeat(50).concat('>'), 'h', '😀'];

/** Texts of pieces that cleaning is about, the same in each run. */
function hostileTexts(): string[] {
  let state = 1;
  const random = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const short = Array.from({ length: 4000 }, () =>
    Array.from({ length: 1 + random(12) }, () => PIECES[random(PIECES.length)]).join(''),
  );
  const inside = PIECES.flatMap((piece) => [
    piece,
    `${piece}x`,
    `x${piece}`,
    `x${piece}y`,
    `www.x${piece}y`,
    `<x${piece}y>`,
  ]);
  return [...short, ...inside, ...LONG.map((piece) => piece.repeat(Math.ceil(200_000 / piece.length)))];
}

const NAMES = [
  'yes',
  ' yes\u00a0',
  '\u3000no\x1f',
  'no',
  'YES',
  '\ufeffyes',
  ' ',
  `${'😀'.repeat(100)}`,
  'y'.repeat(81),
];

/** Makes a table of hostile texts, with class names of all kinds, half of them for the pool. */
export async function fillHostileTexts(database: TestDatabase): Promise<void> {
  await database.query('CREATE TABLE texts (id int, text text, label text, corrected bool)');
  const texts = hostileTexts();
  const labels = texts.map(
    (text, index) => NAMES[(text.length + index * 7) % (index % 3 === 0 ? NAMES.length : 4)],
  );
  await database.query(
    `INSERT INTO texts SELECT number, text, label, number % 3 <> 0
     FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS given(text, label, number)`,
    [texts, labels],
  );
}

/** The dataset of that table. */
export function hostileTargets(): DatasetTarget[] {
  const yaml = `version: 1
sources:
  texts:
    corrections: SELECT * FROM texts WHERE corrected
    confirmed: SELECT * FROM texts WHERE NOT corrected
datasets:
  texts: { repo: owner/texts, source: texts, task: text-classification, clean: python, classes: ['yes', 'no'] }
`;
  return readConfig(yaml, { workspace: '.', presetsFolder: '.' }).map((definition) => targetOf(definition));
}
