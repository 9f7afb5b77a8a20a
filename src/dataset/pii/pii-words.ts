import { formatCount } from '../markdown.ts';
import { PII_KINDS, type PiiAction, type PiiKind } from '../trust.ts';
import type { PiiCounts } from './counts.ts';

/** What each kind is called, of several. */
export const PII_NAMES: Readonly<Record<PiiKind, string>> = {
  email: 'e-mail addresses',
  phone: 'phone numbers',
  iban: 'IBANs',
  card: 'card numbers',
};

/** Says how much of each kind was found that was: `e-mail addresses: 3 in 2 rows`. */
export function describePii({ finds, rowsWith }: PiiCounts): string {
  return PII_KINDS.filter((kind) => finds[kind] > 0)
    .map((kind) => `${PII_NAMES[kind]}: ${describeFinds(finds[kind], rowsWith[kind])}`)
    .join(', ');
}

/** `3 in 2 rows` */
export function describeFinds(finds: number, rows: number): string {
  return `${formatCount(finds)} in ${formatCount(rows)} ${rows === 1 ? 'row' : 'rows'}`;
}

/** What a dataset's card says of the personal data that was looked for; nothing when none was. */
export function piiSection(pii: PiiCounts | undefined): string[] {
  if (pii === undefined) return [];
  const found = pii.find.map((kind) => {
    const name = PII_NAMES[kind].replace(/^[a-z]/, (letter) => letter.toUpperCase());
    const finds = pii.finds[kind];
    const what =
      finds === 0 ? 'none' : `${describeFinds(finds, pii.rowsWith[kind])}, ${FATES[pii.action](kind)}`;
    return `- ${name}: ${what}`;
  });
  return [
    `Personal data that was found in the rows read; names and addresses were not looked for.`,
    found.join('\n'),
  ];
}

const LEFT = () => 'left as they are';
const FATES: Readonly<Record<PiiAction, (kind: PiiKind) => string>> = {
  count: LEFT,
  hold: LEFT,
  redact: (kind) => `replaced by \`[${kind.toUpperCase()}]\``,
  drop: () => 'left out with their rows',
};
