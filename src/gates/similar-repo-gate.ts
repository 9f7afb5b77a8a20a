import { type Gate, judged, notJudged } from './gate.ts';
import type { SimilarRepo } from './similar-repo.ts';

/** Holds a first version whose repo would be created beside a repo that was probably meant. */
export const similarRepo: Gate = ({ similarRepo: similar }, { similarRepo: rule }) => {
  if (similar === null || rule === 'allow') return null;
  const limit = 'no name may be almost the same';
  if (similar.kind === 'not-listed') {
    return notJudged('similar-repo', 'the Hub does not list the datasets of the owner of the repo', limit);
  }
  return judged('similar-repo', similar.kind !== 'none', {
    measured: `the repo does not exist${describe(similar)}`,
    limit,
    advice:
      'Correct the name of the repo. If a new repo is intended, create it on the Hub, or set similar-repo: allow.',
  });
};

function describe(similar: Exclude<SimilarRepo, { kind: 'not-listed' }>): string {
  if (similar.kind === 'none') return '';
  const beside = ', while its owner has one whose name differs only in';
  if (similar.kind === 'punctuation') return `${beside} case, hyphens, underscores or full stops`;
  const { edits, place } = similar;
  return edits === 1
    ? `${beside} one character, at place ${place}`
    : `${beside} ${edits} characters, from place ${place} on`;
}
