import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { writeCard } from '../../src/version/card.ts';
import { metadata } from '../../test/support/metadata.ts';
import { textShape } from '../../test/support/shapes.ts';
import { hostileText } from './fuzzer.ts';

/** Texts of one card: as many as a large card has, because what stands around them takes most of the time to read. */
const CLASSES = 50;
const COLUMNS = 10;
const LANGUAGES = 5;
const TAGS = 10;
const TEXTS = CLASSES + COLUMNS + LANGUAGES + TAGS + 2;

const FILE = { paths: ['data/file.parquet'], numBytes: 1, fileBytes: 1 };

/** What YAML 1.1 or 1.2 takes for something else than a text, or reads as other characters. */
const notable = fc.constantFrom(
  ...[
    'no',
    'off',
    'NO',
    'y',
    'on',
    'Yes',
    'null',
    '~',
    '',
    '=',
    '<<',
    '-',
    '?',
    '---',
    '...',
    '1_000',
    '12:30',
    '0o7',
  ],
  ...[
    '1:2.5',
    '2026-11-23',
    '2026-1-3 1:02:03',
    '.inf',
    '-.INF',
    '.nan',
    '0b1',
    '0x1f',
    '010',
    '1e3',
    '1.e+3',
    '.5',
  ],
  ...[
    'a\tb',
    '%a',
    '@a',
    '`a',
    '!a',
    '&a',
    '*a',
    'a: b',
    'a #b',
    '{a',
    '[a',
    '|',
    '>',
    ' a',
    'a ',
    "'",
    '"',
    '\\',
    '\\/',
  ],
  ...[
    '\u0000',
    '\u0085',
    '\u007F',
    '\u2028',
    '\u2029',
    '\uFEFF',
    '\uFFFE',
    '\uFFFF',
    '\n',
    'a\r\nb',
    '\u00A0',
    '👍',
    'é',
  ],
);

const anyText = fc.oneof(
  notable,
  hostileText,
  fc.stringMatching(/^[-+0-9_.:eExbTZ \t]{1,10}$/),
  fc.array(fc.oneof(notable, fc.string({ maxLength: 3 })), { maxLength: 3 }).map((parts) => parts.join('')),
);

const textsOfCard = fc.record({
  classes: fc.uniqueArray(anyText, { minLength: CLASSES, maxLength: CLASSES }),
  columns: fc.uniqueArray(anyText, { minLength: COLUMNS, maxLength: COLUMNS }),
  languages: fc.array(anyText, { minLength: LANGUAGES, maxLength: LANGUAGES }),
  title: anyText,
  license: anyText,
  tags: fc.array(anyText, { minLength: TAGS, maxLength: TAGS }),
  /** True if the file sets license and tags, false if a person wrote them into the card, in YAML that PyYAML reads. */
  isOfFile: fc.boolean(),
});

type TextsOfCard = typeof textsOfCard extends fc.Arbitrary<infer T> ? T : never;

/**
 * Writes cards of random texts, and has PyYAML, `huggingface_hub` and `datasets` read them.
 *
 * @param cases texts of all cards together
 * @returns how many texts were read, and the first that were read as something else
 */
export async function fuzzCardFrontMatter(
  python: string,
  { seed, cases }: { seed: number; cases: number },
): Promise<{ readonly texts: number; readonly misread: readonly string[] }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'cards-'));
  try {
    const cards = fc.sample(textsOfCard, { seed, numRuns: Math.ceil(cases / TEXTS) });
    const file = path.join(folder, 'cards.jsonl');
    await writeFile(
      file,
      cards.map((texts) => `${JSON.stringify({ card: cardOf(texts), ...texts })}\n`).join(''),
    );
    const script = path.join(import.meta.dirname, 'read_cards.py');
    const child = spawn(python, [script, file], { stdio: ['ignore', 'pipe', 'inherit'] });
    return JSON.parse(await text(child.stdout));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function cardOf({ classes, columns, languages, title, license, tags, isOfFile }: TextsOfCard): string {
  const rows = { train: 8, eval: 1, test: 1 };
  const known = metadata();
  const plain = textShape(classes);
  return writeCard({
    shape: {
      ...plain,
      texts: columns.map((name) => ({ name, type: 'string' })),
      card: { ...plain.card, title, languages, ...(isOfFile && { license, tags }) },
    },
    metadata: {
      ...known,
      quality: { ...known.quality, class_balance: Object.fromEntries(classes.map((name) => [name, rows])) },
    },
    files: { train: FILE, eval: FILE, test: FILE },
    previous: null,
    endpoint: 'https://h',
    existing: `---\nlicense: ${quoted(license)}\ntags: # of a person\n${tags.map((tag) => `- ${quoted(tag)}\n`).join('')}---\nText.\n`,
  }).markdown;
}

function quoted(value: string): string {
  return JSON.stringify(value)
    .replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replace(/\\u(d[89ab]..)\\u(d[c-f]..)/g, (_, high, low) => {
      const point =
        0x10000 + ((Number.parseInt(high, 16) - 0xd800) << 10) + Number.parseInt(low, 16) - 0xdc00;
      return `\\U${point.toString(16).padStart(8, '0')}`;
    });
}
