import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { PII_KINDS, type PiiKind } from '../../src/model/trust.ts';
import { Matches } from '../../src/pii/matches.ts';
import { PiiScanner } from '../../src/pii/scanner.ts';

const ALL = { find: PII_KINDS, region: 'NP' } as const;

function redact(text: string, settings: { find: readonly PiiKind[]; region: string | null } = ALL): string {
  const scanner = new PiiScanner(settings);
  const bytes = Buffer.from(text);
  scanner.find(bytes);
  return Buffer.from(scanner.redact(bytes)).toString();
}

describe('finds', () => {
  test.each([
    ['ram.k+x@mail.example.com.np, sita@example.org.', '[EMAIL], [EMAIL].'],
    ['<ram_9@EXAMPLE.ORG>', '<[EMAIL]>'],
    ['ram @example.org or sita@ example.org', '[EMAIL] or [EMAIL]'],
    ['ram@example.orgमा', '[EMAIL]मा'],
    ['राम@उदाहरण.नेपाल हो', '[EMAIL] हो'],
    ['x@xn--fsq.xn--p1ai', '[EMAIL]'],
    ["'ram@example.com-now", "'[EMAIL]-now"],
    [
      'call 9841000123 or 984-1000123, 98410 00123 or 984 100 0123',
      'call [PHONE] or [PHONE], [PHONE] or [PHONE]',
    ],
    ['९८४१०००१२३मा फोन', '[PHONE]मा फोन'],
    ['९८४1000१२३', '[PHONE]'],
    ['+977-1-4000123, (01) 4000123, 056-520123', '[PHONE], [PHONE], [PHONE]'],
    ['(+977) 9841000123 977-9841000123 009779841000123', '[PHONE] [PHONE] [PHONE]'],
    ['9841000123/9851000123-9861000123', '[PHONE]/[PHONE]-[PHONE]'],
    ['+44 (0)20 7946 0958, +1 213 555 0123', '[PHONE], [PHONE]'],
    ['\u202a+977\u00a09841000123\u202c', '\u202a[PHONE]\u202c'],
    [
      'mob9841000123 is9841000123 9841000123ma Tel.-9841000123',
      'mob[PHONE] is[PHONE] [PHONE]ma Tel.-[PHONE]',
    ],
    ['GB82 WEST 1234 5698 7654 32 and de89370400440532013000.', '[IBAN] and [IBAN].'],
    ['SA03-8000-0000-6080-1016-7519', '[IBAN]'],
    ['4111 1111 1111 1111, ४१११-११११-११११-११११', '[CARD], [CARD]'],
    ['378282246310005 3782 822463 10005 30569309025904', '[CARD] [CARD] [CARD]'],
    ['4111111111111111 9841000123', '[CARD] [PHONE]'],
    ['9841000123@example.org', '[EMAIL]'],
    ['98410 00123-4111111111111111', '[PHONE]-[CARD]'],
    ['4000123/9841000123 DE89370400440532013000/9841000123', '4000123/[PHONE] [IBAN]/[PHONE]'],
  ])('%s', (text, redacted) => {
    expect(redact(text)).toBe(redacted);
  });
});

describe('passes over', () => {
  test.each([
    ['amounts', 'रु. १२,३४,५६७ Rs 9841000123 रु ९८४१०००१२३ $9841000123 9841000123/- 9841000123 rupees'],
    ['dates and years', '२०८०-०१-१२ 2080/01/12 12.01.2080 20800112 2079 2080 2080-01-12 10:30'],
    ['certificates', '12-34-56-78901 27-01-70-01234 98-01-70-1234'],
    ['references', '2080/9841000123 TRK-9841000123 ID9841000123 #9841000123 a_9841000123 x?p=9841000123'],
    ['links', 'http://example.org/9841000123 https://example.org/?a,9841000123'],
    ['places', '+27.7172453, 85.3239605 27.9841000123'],
    ['longer numbers', '98410001234 1-9841000123-1 4111 1111 1111 1112 355400000000000'],
    ['tables', '98 41 00 01 23 55 98 41 00 01 23'],
    ['mentions', '@example.org @ward12 @ram a@b ram@localhost'],
    [
      'IBANs of no such length, country or check digits',
      'GB82WEST1234569876543 XX82WEST12345698765432 GB83WEST12345698765432 DE89  3704 0044 0532 0130 00',
    ],
    ['bare fixed lines', '14000123 56520123'],
    ['ids with letters inside', 'a3f9841000123b 9841000123ab45'],
  ])('%s', (_, text) => {
    expect(redact(text)).toBe(text);
  });
});

describe('finds whole addresses', () => {
  test.each([
    ['josé.garcía@correo.es, jose\u0301.garci\u0301a@correo.es', '[EMAIL], [EMAIL]'],
    ['(info@müller.de) info@mu\u0308ller.de.', '([EMAIL]) [EMAIL].'],
    ['a@example.рф b@example.vermögensberatung', '[EMAIL] [EMAIL]'],
    ['max＠example.de max\ufe6bexample.de ｍａｘ＠ｅｘａｍｐｌｅ．ｄｅ', '[EMAIL] [EMAIL] [EMAIL]'],
    ['x max\u200b@\u2060example.de x', 'x [EMAIL] x'],
    ['x ma\u00adx\u200d@\ufeffexam\u200cple\u200b.\u200bde x', 'x [EMAIL] x'],
    ['x max\u200b \u200b@ \u200bexample.de x', 'x [EMAIL] x'],
    ['иван.ivanov@example.ru राम.ram@example.org राम12@example.org', '[EMAIL] [EMAIL] [EMAIL]'],
    ['山田.taro@example.jp 山田-taro_x@example.jp', '[EMAIL] [EMAIL]'],
    ['我的邮箱是test@example.com请回复', '我的邮箱是[EMAIL]请回复'],
    ['邮箱:test@example.com。请回复', '邮箱:[EMAIL]。请回复'],
    ['邮箱=test@example.com', '邮箱=[EMAIL]'],
    ['用户@例子.公司 用户@例子。公司 用户12@例子.公司', '[EMAIL] [EMAIL] [EMAIL]'],
    ['อีเมลtest@example.comครับ', 'อีเมล[EMAIL]ครับ'],
    ['メールはtaro1@example.co.jpです', 'メールは[EMAIL]です'],
    ['a@example.comπ a@example.com1', '[EMAIL]π [EMAIL]1'],
    ['josé@a.es;pépé@b.fr', '[EMAIL];[EMAIL]'],
    ['user@example.com.png user@2x.com user@163.com', '[EMAIL].png [EMAIL] [EMAIL]'],
    ['git@github.com:a/b @user@host.example', '[EMAIL]:a/b @[EMAIL]'],
    ["_ram@example.org -ram@example.org 'é@example.org", "_[EMAIL] -[EMAIL] '[EMAIL]"],
    ['a@b.cd@e.fg', '[EMAIL]@e.fg'],
    ['a@x.é1', 'a@x.é1'],
  ])('%s', (text, redacted) => {
    expect(redact(text, { find: ['email'], region: null })).toBe(redacted);
  });

  test.each([
    'logo@2x.png icon@3x.JPEG bar@1.5x.webp',
    'react@18.2.0 react@18.2.0-rc.beta @vue/cli@5.0-rc.next @scope/pkg@v1.2.3-rc.beta',
    'user@host a@b.c a@b.1c user@.com user@-x.com user@localhost 3@4.5',
    '@ @@ a@ @a.bc a@@b.cd .@example.org',
    'ram  @example.org or sita@  example.org',
  ])('and none in %s', (text) => {
    expect(redact(text, { find: ['email'], region: null })).toBe(text);
  });
});

describe('finds numbers as people write them', () => {
  test.each([
    ['DE', '0171/1234567, 030 / 35390412; 0621/12345-67.'],
    ['DE', '0049 30 23 12 51 23, 0049 (0) 30 23125123, 00493023125123'],
    ['DE', '+49 (0)30/23125-123, +49/171/1234567, 0049/171/1234567'],
    ['DE', '(030)/23125123, 0 30 / 23 12 51 23, 0171/1234567/0172/1234567'],
    ['DE', '030 23125-0, 0211 1 23 45 67, 030.23125123, 0151/12345678, 0800/1234567'],
    ['DE', '0033 6 12 34 56 78, 0043 664 1234567, ٠١٧١/١٢٣٤٥٦٧'],
    ['AT', '0664/1234567, 01/588010, 0512/123456-12, +43 (0)664/1234567'],
    ['CH', '044/668 18 00, 0041 44 668 18 00'],
    ['FR', '0033 6 12 34 56 78, 00 33 6 12 34 56 78, 0033(0)612345678, +33 (0)6.12.34.56.78'],
    ['FR', '06/12/34/56/78, 06.12.34.56.78, 06-12-34-56-78, 06 12 345 678'],
    ['IT', '02/1234567, 347/1234567, 0039 347 1234567'],
    ['ES', '612/34 56 78, 0034 612 345 678'],
    ['BE', '0475/12.34.56, 0475/12 34 56'],
    ['GB', '020/79460958, 0044 20 7946 0958'],
    ['US', '213/555-0123, 011 49 30 23125123, 0049 30 23125123'],
    ['NP', '01/4000123, 4000123/9841000123'],
    [null, '0033 6 12 34 56 78, 0049 171 1234567, +49 171 1234567'],
  ])('%s: %s', (region, text) => {
    const left = redact(text, { find: ['phone'], region }).replaceAll('[PHONE]', '');
    expect(left.replace('4000123', '')).toMatch(/^[,;./ ]*$/);
  });

  test.each([
    ['DE', '12/03/2024 03/12/2024 01/2024 2024/03/12 05/06/24-17 01.02.2024'],
    ['DE', '030/2024 030/2024/00123 093/815/08152 0815/4711 030/123 09/290937'],
    ['DE', 'RE-030/1234567 #030/1234567 Rechnungsnr. 030/1234567 Kundennummer: 0301234567'],
    ['DE', 'SHA256:0301234567abcdef SHA256: 0301234567 0301234567abcdef abcdef0301234567 md5=0301234567'],
    ['DE', '192.168.178.100 028-1234567-1234567 order no. 0301234567 http://x.de/030/1234567'],
    ['DE', '1.234.567,00 € 12 345 678,00 EUR Version 030.123.4567 0301234567_AB 0301-234567-AB'],
    ['FR', 'SIREN 612 345 678, SIRET 612 345 678 00012, 1 85 05 78 006 084 36, 06/12/2024 06/12/34'],
    ['FR', 'N° de commande 0123456789, facture n° 0145678902, 712 345 678 euros'],
    ['ES', '912.345.678 €, 12/03/2024, pedido n° 912345678'],
    ['DE', '0621/1234 0711/1234 0/621/12345 0151123/45678'],
    ['NP', '01 4 00 01 23'],
    ['US', '10.0.0.138, 213.20.170.51, 213.22.184.77, 2024/555-0123 12/03/2024 82/68650709'],
    ['IN', 'licence AMC.9999999999, MH.9841000123'],
    [null, '0171/1234567 0012345678 000123456789 00 1234'],
  ])('and none in %s: %s', (region, text) => {
    expect(redact(text, { find: ['phone'], region })).toBe(text);
  });

  test.each([
    ['IN', 'TEL.9999999999 Ram.9999999999', 'TEL.[PHONE] Ram.[PHONE]'],
    ['GB', '020 7946 0958x12 020 7946 0958 ext. 12', '[PHONE]x12 [PHONE] ext. 12'],
    ['DE', '4111111111111111/0621/12345', '[CARD]/[PHONE]'],
  ] as const)('%s: %s becomes %s', (region, text, redacted) => {
    expect(redact(text, { find: PII_KINDS, region })).toBe(redacted);
  });
});

test('looks only for what is asked', () => {
  const text = 'a@example.org 9841000123 DE89370400440532013000 4111111111111111';
  expect(redact(text, { find: ['email'], region: 'NP' })).toBe(text.replace('a@example.org', '[EMAIL]'));
  expect(redact(text, { find: ['phone'], region: 'NP' })).toBe(text.replace('9841000123', '[PHONE]'));
  expect(redact(text, { find: ['iban'], region: null })).toBe(text.replace(/DE\d+/, '[IBAN]'));
  expect(redact(text, { find: ['card'], region: null })).toBe(text.replace(/4111\d+$/, '[CARD]'));
});

test('without a region a number needs its calling code, and a region that is none is refused', () => {
  expect(redact('9841000123 +977 9841000123', { find: ['phone'], region: null })).toBe('9841000123 [PHONE]');
  expect(redact('(213) 555-0123', { find: ['phone'], region: 'US' })).toBe('[PHONE]');
  expect(redact('06 12 34 56 78', { find: ['phone'], region: 'FR' })).toBe('[PHONE]');
  expect(redact('910 123 456', { find: ['phone'], region: 'ES' })).toBe('[PHONE]');
  expect(() => new PiiScanner({ find: ['phone'], region: 'UK' })).toThrow('The region UK of pii is unknown');
});

test('dates and years are none, even where numbers have as many digits', () => {
  const settings = { find: ['phone'], region: 'DK' } as const;
  expect(redact('20800113', settings)).toBe('[PHONE]');
  const dates = '2080-01-13, 13.01.2080, 2079 2080';
  expect(redact(dates, settings)).toBe(dates);
});

test('a planted number is found in the digits of every script', () => {
  const zeros = Array.from({ length: 0x20000 }, (_, codePoint) => codePoint).filter(
    (codePoint) =>
      (codePoint < 0xd800 || codePoint > 0xdfff) &&
      /^\p{Nd}{10}$/u.test(digitsFrom(codePoint, '0123456789')) &&
      !/\p{Nd}/u.test(String.fromCodePoint(Math.max(0, codePoint - 1))),
  );
  expect(zeros.length).toBeGreaterThan(60);
  for (const zero of zeros) {
    const phone = digitsFrom(zero, '9841000123');
    const card = digitsFrom(zero, '4111111111111111');
    expect([zero, redact(`क ${phone}, ${card}।`)]).toEqual([zero, 'क [PHONE], [CARD]।']);
  }
});

/** A number in the digits of a script. */
function digitsFrom(zero: number, number: string): string {
  return Array.from(number, (digit) => String.fromCodePoint(zero + Number(digit))).join('');
}

/** Texts full of what might be something, next to each other in ways nobody thought of. */
const PIECES = [
  '9841000123',
  '९८४१०००१२३',
  '98410 00123',
  '+977',
  '01-4000123',
  '4111 1111 1111 1111',
  '4111111111111111',
  'DE89 3704 0044 0532 0130 00',
  'GB82WEST12345698765432',
  'a@example.org',
  'राम@उदाहरण.नेपाल',
  '@',
  '-',
  '/',
  '.',
  ' ',
  '(',
  ')',
  'Rs ',
  'no',
  'A',
  'x',
  '_',
  'क',
  '\u200d',
  '\n',
  '12',
  '984',
  '1000',
  '2080',
  '://',
  '[PHONE]',
  '0621/12345',
  '0049',
  '030',
  'é',
  '＠',
  '.png',
  'SHA256:',
  'order no ',
];
const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join(''));

test('redacting twice is redacting once', () => {
  fc.assert(
    fc.property(texts, fc.constantFrom('NP', 'US', 'FR', 'DE', null), (text, region) => {
      const once = redact(text, { find: PII_KINDS, region });
      expect(redact(once, { find: PII_KINDS, region })).toBe(once);
    }),
    { numRuns: 1000 },
  );
});

test('what was found never overlaps, and the bytes around it stay', () => {
  const matches = new Matches();
  const scanner = new PiiScanner(ALL, matches);
  fc.assert(
    fc.property(texts, (text) => {
      const bytes = Buffer.from(text);
      const finds = scanner.find(bytes);
      expect(finds).toBe(matches.length);
      const redacted = Buffer.from(scanner.redact(bytes)).toString();
      const expected: string[] = [];
      let position = 0;
      for (let number = 0; number < finds; number++) {
        const { start, end, kind } = matches.at(number);
        expect(start).toBeGreaterThanOrEqual(position);
        expect(end).toBeGreaterThan(start);
        expected.push(bytes.toString('utf8', position, start), `[${PII_KINDS[kind].toUpperCase()}]`);
        position = end;
      }
      expect(redacted).toBe([...expected, bytes.toString('utf8', position)].join(''));
    }),
    { numRuns: 1000 },
  );
});

test('any bytes are scanned to their end', () => {
  const scanner = new PiiScanner(ALL);
  const byte = fc.oneof(
    fc.integer({ min: 0, max: 255 }),
    fc.constantFrom(0x40, 0x2b, 0x39, 0xe0, 0xa5, 0xa7),
  );
  fc.assert(
    fc.property(fc.array(byte, { maxLength: 80 }), (values) => {
      const bytes = Uint8Array.from(values);
      const before = bytes.slice();
      if (scanner.find(bytes) > 0) scanner.redact(bytes);
      expect(bytes).toEqual(before);
    }),
    { numRuns: 1000 },
  );
});

test('numbers of a text that are looked up in vain have an end, after which they count', () => {
  const scanner = new PiiScanner({ find: ['phone'], region: 'NP' });
  const text = (numbers: number) => Buffer.from('12345678 '.repeat(numbers));
  expect(scanner.find(text(1000))).toBe(0);
  expect(scanner.find(text(20_000))).toBeGreaterThan(0);
});
