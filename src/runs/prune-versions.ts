import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { HubValues } from '../action/hub-inputs.ts';
import { type PRUNE_VERSIONS, type PruneInputs, pruneInputs } from '../action/prune-inputs.ts';
import type { InputReading } from '../action/read-inputs.ts';
import { pruneVerdict, renderPruneSummary } from '../action/summary/prune-summary.ts';
import type { ModelRepo } from '../hub/model-repo.ts';
import type { DatasetRepository, RepositoryHistory } from '../model/repository.ts';
import type { Surroundings } from '../model/surroundings.ts';
import { eraseOthers } from '../prune/erase.ts';
import { productionVersion } from '../prune/production-version.ts';
import type { PruneOptions } from '../prune/prune.ts';
import { retainVersions } from '../prune/retain.ts';
import { orListed } from './list-problems.ts';

/** What `prune-versions` works with. */
export interface PruneClients {
  /** Opens a dataset repo. @throws Error when there can be none of that name */
  openRepo(name: string, inputs: HubValues, signal: AbortSignal): DatasetRepository;
  openHistory(name: string, inputs: HubValues, signal: AbortSignal): RepositoryHistory;
  openModel(name: string, inputs: HubValues, signal: AbortSignal): Pick<ModelRepo, 'tags'>;
}

/**
 * Removes versions of a dataset, and writes the receipt.
 *
 * @returns false when an erasure is incomplete, which was reported
 * @throws InputError, PruneError, or Error when the Hub fails or the receipt cannot be written
 */
export async function runPruneVersions(
  reading: InputReading<typeof PRUNE_VERSIONS>,
  clients: PruneClients,
  signal: AbortSignal,
): Promise<boolean> {
  const { error, info, output, summary, warning } = reading.surroundings;
  for (const [name, value] of [
    ['removed', '[]'],
    ['complete', 'false'],
    ['receipt', ''],
  ])
    output(name, value);
  const inputs = await orListed(reading.surroundings, () => pruneInputs(reading));
  const { dataset, eraseOthersThan, keepLast, keepDays, dryRun, force } = inputs;
  const options: PruneOptions = {
    repo: clients.openRepo(dataset, inputs, signal),
    history: clients.openHistory(dataset, inputs, signal),
    dryRun,
    force,
    now: () => new Date(),
    onStep: (step) => info(step),
    production: await readProduction(inputs, clients, { signal, warning }),
  };
  const { receipt, problems } = await (eraseOthersThan === null
    ? retainVersions({ keepLast, keepDays }, options)
    : eraseOthers(eraseOthersThan, options));
  await mkdir(path.dirname(inputs.receipt), { recursive: true });
  await writeFile(inputs.receipt, `${JSON.stringify(receipt, null, 2)}\n`);
  output('removed', JSON.stringify(receipt.removed_versions));
  output('complete', String(receipt.complete));
  output('receipt', inputs.receipt);
  await summary(renderPruneSummary(receipt, problems));
  info(`${dataset}: ${pruneVerdict(receipt)}.`);
  for (const problem of problems) error(problem, { title: `${dataset}: not all is erased` });
  return problems.length === 0;
}

/** The versions that models in production were trained on; with `force`, a model that does not say is warned about. */
async function readProduction(
  inputs: PruneInputs,
  { openModel }: PruneClients,
  { signal, warning }: Pick<Surroundings, 'warning'> & { readonly signal: AbortSignal },
): Promise<ReadonlyMap<string, string>> {
  const production = new Map<string, string>();
  for (const model of inputs.models) {
    const tags = await openModel(model, inputs, signal).tags();
    try {
      const version = productionVersion(model, tags);
      if (version !== null) production.set(model, version);
    } catch (problem) {
      if (!inputs.force || !(problem instanceof Error)) throw problem;
      warning(problem.message, { title: `${model}: version unknown` });
    }
  }
  return production;
}
