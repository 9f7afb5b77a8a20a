import { readFile } from 'node:fs/promises';
import type { RepoState } from '../model/repository.ts';

/** A file with predictions. */
interface PredictionFile {
  /** Input or path, for messages. */
  readonly name: string;
  readonly content: Uint8Array;
}

/** Where the predictions of the models are read from, by the version whose test split was predicted. */
export interface PredictionSource {
  /** Returns whether the candidate has predicted a version. */
  has(version: string): boolean;
  /** Returns the commit of the candidate. */
  candidate(version: string): Promise<string>;
  ofCandidate(version: string): Promise<PredictionFile>;
  /** Returns the predictions of the model in production, by its commit; null if they are not there. */
  ofProduction(version: string, commit: string): Promise<PredictionFile | null>;
}

/** Returns the source for files on the runner. @param candidate commit of the candidate */
export function filesOnRunner(
  candidate: string,
  files: { readonly candidate: string; readonly production: string | null },
): PredictionSource {
  const read = async (name: string, file: string) => ({ name, content: await readFile(file) });
  return {
    has: () => true,
    candidate: async () => candidate,
    ofCandidate: () => read('candidate-predictions', files.candidate),
    ofProduction: async (version, commit) => {
      if (files.production !== null) return read('production-predictions', files.production);
      throw new Error(
        `The model has a revision in production (${commit}), so production-predictions is needed: load the revision production, predict the test split of ${version}, and give the file.`,
      );
    },
  };
}

/** The model repo that predictions are read from. */
interface PredictedModel {
  readBytes(path: string, state: RepoState): Promise<Uint8Array>;
  lastCommitOf(path: string, commit: string): Promise<string>;
}

/**
 * Returns the source for files in the model repo, which the training uploads after the model. The candidate is the commit that
 * wrote its predictions: a model that was uploaded later has not predicted yet, and a later change of the card makes no other
 * candidate. The file of the model in production has the commit of that model in its name, because another one may have been
 * promoted since the training.
 *
 * @param state of the model repo at the revision of the candidate
 * @param folder in the model repo
 */
export function filesInRepo(model: PredictedModel, state: RepoState, folder: string): PredictionSource {
  const read = async (name: string) => ({ name, content: await model.readBytes(name, state) });
  const candidateFile = (version: string) => `${folder}/${version}/candidate.jsonl`;
  return {
    has: (version) => state.files.has(candidateFile(version)),
    candidate: (version) => model.lastCommitOf(candidateFile(version), state.commit),
    ofCandidate: (version) => read(candidateFile(version)),
    ofProduction: async (version, commit) => {
      const name = `${folder}/${version}/production-${commit}.jsonl`;
      return state.files.has(name) ? read(name) : null;
    },
  };
}
