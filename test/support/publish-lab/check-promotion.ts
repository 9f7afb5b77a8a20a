import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { LocalHub } from '../local-hub/server.ts';
import { checkSecrets } from './check-run.ts';
import type { End } from './ends.ts';
import { REPO } from './publish-lab.ts';

const MODEL = 'owner/classifier';
const PREDICTIONS = path.join(tmpdir(), 'fault-matrix-predictions.jsonl');
const VERSION = 'v20260101_000000';

/** Inputs of a first promotion, whose candidate is the head of the model. */
export const PROMOTING = {
  dataset: REPO,
  model: MODEL,
  candidate: 'main',
  'candidate-predictions': PREDICTIONS,
} as const;

/** Inputs of a rollback. */
export const ROLLING_BACK = { model: MODEL, rollback: 'true' } as const;

/** Makes a model that was never promoted, and predictions of the test split. */
export function prepareCandidate(hub: LocalHub): void {
  hub.createModel(MODEL).commitTexts('owner', { 'model.txt': 'a candidate' });
  const { splits } = JSON.parse(String(hub.readFile(REPO, 'main', 'dataset_metadata.json')));
  const lines = Array.from({ length: splits.test }, (_, row) => JSON.stringify({ row, predicted: 'NORMAL' }));
  writeFileSync(PREDICTIONS, lines.join('\n'));
}

/** Makes a model with four promotions, of which the last is in production. */
export function preparePromotions(hub: LocalHub): void {
  const model = hub.createModel(MODEL);
  for (const number of [1, 2, 3, 4]) {
    const { id: commit } = model.commitTexts('owner', { 'model.txt': String(number) });
    model.tags.set(`promoted-${VERSION}${number === 1 ? '' : `-${number}`}`, { commit, message: '' });
    if (number === 4) model.tags.set('production', { commit, message: '' });
  }
}

/** What is in production, and what belongs there: the newest promotion that was not rolled back. */
function look(hub: LocalHub) {
  const { tags } = hub.models.get(MODEL)!;
  const promoted = [...tags.keys()].filter((tag) => tag.startsWith('promoted-')).sort();
  const standing = promoted.filter((tag) => !tags.has(tag.replace('promoted-', 'rolled-back-')));
  return {
    production: tags.get('production')?.commit,
    promoted: promoted.map((tag) => tags.get(tag)!.commit),
    newest: tags.get(standing.at(-1) ?? '')?.commit,
    rolledBack: promoted.length - standing.length,
  };
}

function checkTags(hub: LocalHub): string[] {
  const { production, promoted } = look(hub);
  const isPromoted = production === undefined || promoted.includes(production);
  return isPromoted ? [] : ['production is on a revision that was not promoted'];
}

/** The candidate is in production, by one promotion. */
export const PROMOTED: End = {
  isFailure: false,
  checkRun: ({ hub }, { run }) => [...checkTags(hub), ...checkSecrets(run)],
  checkEnd({ hub }, { run }) {
    const { production, promoted } = look(hub);
    const { head } = hub.models.get(MODEL)!;
    const problems = promoted.length === 1 ? [] : [`${promoted.length} promotions of one candidate`];
    if (production !== head.id) problems.push('the candidate is not in production');
    if (run.outputs.decision !== 'promoted') problems.push(`the last run came to ${run.outputs.decision}`);
    return problems;
  },
};

/** An earlier promotion is in production: each of the two runs took one back at most. */
export const ROLLED_BACK: End = {
  isFailure: false,
  checkRun: ({ hub }, { run }) => [...checkTags(hub), ...checkSecrets(run)],
  checkEnd({ hub }) {
    const { production, newest, rolledBack } = look(hub);
    const problems = production === newest ? [] : ['production is not on the newest promotion that stands'];
    if (rolledBack < 1 || rolledBack > 2) problems.push(`${rolledBack} promotions were rolled back`);
    return problems;
  },
};
