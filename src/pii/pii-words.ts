import type { PiiAction, PiiKind } from '../model/trust.ts';
import { formatCount } from '../text/markdown.ts';
import type { PiiCounts } from './counts.ts';

/** Plural name of each kind. */
export const PII_NAMES: Readonly<Record<PiiKind, string>> = {
  email: 'e-mail addresses',
  phone: 'phone numbers',
  iban: 'IBANs',
  card: 'card numbers',
};

/** Returns how much of each kind was found: `e-mail addresses: 3 in 2 rows`. */
export function describePii(pii: PiiCounts): string {
  return listFound(pii)
    .filter(({ finds }) => finds > 0)
    .map(({ kind, ...counts }) => `${PII_NAMES[kind]}: ${describeFinds(counts)}`)
    .join(', ');
}

/** Returns the lines about personal data in a dataset's card; none if no personal data was searched. */
export function piiSection(pii: PiiCounts | undefined): string[] {
  if (pii === undefined) return [];
  const items = listFound(pii).map(({ kind, ...counts }) => {
    const name = PII_NAMES[kind].replace(/^[a-z]/, (letter) => letter.toUpperCase());
    const what = counts.finds === 0 ? 'none' : `${describeFinds(counts)}, ${FATES[pii.action](kind)}`;
    return `- ${name}: ${what}`;
  });
  return [
    'This personal data was found in the rows read. Names and postal addresses are not searched.',
    items.join('\n'),
  ];
}

const LEFT = () => 'left as they are';
const FATES: Readonly<Record<PiiAction, (kind: PiiKind) => string>> = {
  count: LEFT,
  hold: LEFT,
  redact: (kind) => `replaced by \`[${kind.toUpperCase()}]\``,
  drop: () => 'left out with their rows',
};

function listFound({ found }: PiiCounts) {
  return (Object.keys(found) as PiiKind[]).map((kind) => ({ kind, ...found[kind]! }));
}

function describeFinds({ finds, rows }: { finds: number; rows: number }): string {
  return `${formatCount(finds)} in ${formatCount(rows)} ${rows === 1 ? 'row' : 'rows'}`;
}
