import { type Gate, judged, notJudged } from './gate.ts';
import type { SimilarRepo } from './similar-repo.ts';

/** Holds a first version for which a repo would be created beside one that was probably meant. */
export const similarRepo: Gate = ({ similarRepo: similar }, { similarRepo: rule }) => {
  if (similar === null || rule === 'allow') return null;
  const limit = 'no name may be almost the same';
  if (similar.kind === 'not-listed') {
    return notJudged('similar-repo', 'the Hub does not tell which datasets the owner of the repo has', limit);
  }
  return judged('similar-repo', similar.kind !== 'none', {
    measured: `the repo does not exist${describe(similar)}`,
    limit,
    advice:
      'Correct the name of the repo. If it is meant to be a new one, create it on the Hub, or say similar-repo: allow.',
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
