import { describePii } from '../pii/pii-words.ts';
import { formatCount } from '../text/markdown.ts';
import { type Gate, judged } from './gate.ts';

/** Holds a dataset whose rows contain personal data. */
export const noPii: Gate = ({ counts: { pii } }) => {
  if (pii?.action !== 'hold') return null;
  const rows = `${formatCount(pii.rows)} ${pii.rows === 1 ? 'row holds' : 'rows hold'} personal data`;
  return judged('pii', pii.rows > 0, {
    measured: pii.rows === 0 ? 'no personal data was found' : `${rows} (${describePii(pii)})`,
    limit: 'none may',
    advice:
      'To remove it, set action: redact; to leave its rows out, set action: drop; or remove it in the database.',
  });
};
