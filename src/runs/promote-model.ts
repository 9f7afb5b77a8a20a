import type { HubValues } from '../action/hub-inputs.ts';
import { type PROMOTE_MODEL, type PromoteInputs, promoteInputs } from '../action/promote-inputs.ts';
import type { InputReading } from '../action/read-inputs.ts';
import { parseScores } from '../dashboard/scores.ts';
import { HubError } from '../hub/hub-error.ts';
import type { ModelRepo } from '../hub/model-repo.ts';
import { restartSpace, wasRestartedWith } from '../hub/restart-space.ts';
import type { Space } from '../hub/space.ts';
import type { RepoState } from '../model/repository.ts';
import type { Surroundings } from '../model/surroundings.ts';
import { comparedRows } from '../promotion/compared-rows.ts';
import { describeComparison, reasonOf } from '../promotion/describe-verdict.ts';
import { judge, type Verdict } from '../promotion/judge.ts';
import {
  moveProduction,
  type Production,
  promote,
  readProduction,
  rollBack,
} from '../promotion/move-production.ts';
import { filesInRepo, filesOnRunner, type PredictionSource } from '../promotion/prediction-source.ts';
import type { Promotion } from '../promotion/promotions.ts';
import { readPredictions } from '../promotion/read-predictions.ts';
import { type ComparedVersion, readComparedVersion, readTestSplit } from '../promotion/test-split.ts';
import { writeMarkdown } from '../report/write-markdown.ts';
import { isVersionTag, METADATA_PATH, parsePreviousVersion } from '../version/metadata.ts';
import { orListed } from './list-problems.ts';

/** The dataset repo that models are compared on. */
interface VersionRepo {
  tags(): Promise<ReadonlyMap<string, string>>;
  state(revision?: string): Promise<RepoState | null>;
  readBytes(path: string, state: RepoState): Promise<Uint8Array>;
}

/** What `promote-model` works with. */
interface PromotionClients {
  openRepo(name: string, inputs: HubValues, signal: AbortSignal): VersionRepo;
  openModel(name: string, inputs: HubValues, signal: AbortSignal): ModelRepo;
  openSpace(name: string, inputs: HubValues, signal: AbortSignal): Space;
  /** Reads the card of a model at a revision, null for one without. */
  readModelCard(
    model: string,
    inputs: HubValues,
    signal: AbortSignal,
    revision: string,
  ): Promise<string | null>;
  /** Starts to track the comparison elsewhere; null where nobody asked for it. */
  track(reading: InputReading<typeof PROMOTE_MODEL>): EndTracking | null;
}

type Metrics = Record<string, string | number>;

/** Reports the end of a comparison; never throws. */
type EndTracking = (end: {
  readonly metrics: Readonly<Metrics>;
  readonly outcome: 'success' | 'failure' | 'cancelled';
}) => Promise<void>;

/** Environment variable of the Space that serves the model. */
const REVISION_VARIABLE = 'MODEL_REVISION';

/**
 * Compares a candidate with the model in production on the test split of a version, and puts it into production if it is
 * better; or returns to the promotion before.
 *
 * @throws InputError, or Error that says why nothing can be compared or moved
 */
export async function runPromoteModel(
  reading: InputReading<typeof PROMOTE_MODEL>,
  clients: PromotionClients,
  signal: AbortSignal,
): Promise<boolean> {
  const { output } = reading.surroundings;
  output('decision', '');
  output('report', '');
  const inputs = await orListed(reading.surroundings, () => promoteInputs(reading));
  const run = { inputs, clients, signal, surroundings: reading.surroundings };
  if (inputs.comparison === null) return rollBackModel(run);
  const metrics: Metrics = {};
  let track: EndTracking | null = null;
  const begin = () => {
    if (!inputs.dryRun) track = clients.track(reading);
  };
  const end = (outcome: 'success' | 'failure' | 'cancelled') => track?.({ metrics, outcome });
  try {
    const isDone = await compareModels(run, inputs.comparison, { metrics, begin });
    await end(isDone ? 'success' : 'failure');
    return isDone;
  } catch (error) {
    await end(signal.aborted ? 'cancelled' : 'failure');
    throw error;
  }
}

interface Run {
  readonly inputs: PromoteInputs;
  readonly clients: PromotionClients;
  readonly signal: AbortSignal;
  readonly surroundings: Surroundings;
}

async function rollBackModel({ inputs, clients, signal, surroundings }: Run): Promise<boolean> {
  const { info, summary } = surroundings;
  const model = clients.openModel(inputs.model, inputs, signal);
  const production = await readProduction(model);
  if (inputs.dryRun) {
    info(
      `Dry run: the model ${inputs.model} would be rolled back to the promotion before the one in production.`,
    );
    return true;
  }
  const before = await rollBack(model, production);
  info(`The tag production of ${inputs.model} is on ${before.tag} (${before.commit}).`);
  await summary(
    `## Model: ↩️ rolled back\n\nIn production is \`${before.tag}\`, commit \`${before.commit.slice(0, 7)}\`.\n`,
  );
  return serve(before, { inputs, clients, signal, surroundings });
}

/**
 * @param tracked.metrics receives what is tracked of the comparison
 * @param tracked.begin called once predictions are compared: a run that finds nothing to compare is not tracked
 */
async function compareModels(
  run: Run,
  compared: NonNullable<PromoteInputs['comparison']>,
  { metrics, begin }: { readonly metrics: Metrics; readonly begin: () => void },
): Promise<boolean> {
  const { inputs, clients, signal, surroundings } = run;
  const { info, notice, warning, output, summary } = surroundings;
  const repo = clients.openRepo(compared.repo, inputs, signal);
  const model = clients.openModel(inputs.model, inputs, signal);
  const source = await openPredictions(model, compared, surroundings);
  if (source === null) return true;
  const { version, wanted, tags, read } = await openVersion(repo, inputs.version, {
    name: compared.repo,
    source,
  });
  const { versionTag: tag } = version;
  if (!source.has(wanted)) {
    const text = `No model was trained on ${wanted} yet: ${inputs.model} has no predictions of it at ${compared.candidate}.`;
    notice(text);
    await summary(`## Model\n\n${text}\n`);
    if (!source.has(tag)) return true;
  }
  const [candidate, found] = await Promise.all([source.candidate(tag), readProduction(model)]);
  const production = await finishMove(model, found, run);
  const note = notesOn(production, candidate, tag);
  const end = async (promotion: Promotion | null, decision: string, report: object) => {
    output('decision', decision);
    metrics.decision = decision;
    output(
      'report',
      JSON.stringify({ decision, version: tag, candidate, production: production.commit, ...report }),
    );
    return promotion === null ? true : serve(promotion, run);
  };
  if (note?.kind === 'refused') throw new Error(note.text);
  if (note !== null) {
    info(note.text);
    await summary(`## Model\n\n${note.text}\n`);
    const promotion = note.kind === 'in-production' && !inputs.dryRun ? production.promotion : null;
    const isServed = promotion !== null && (await servesAlready(promotion, run));
    return end(isServed ? null : promotion, note.kind === 'in-production' ? 'promoted' : 'kept', {
      reason: note.kind,
    });
  }

  begin();
  const isLabelMapKnown =
    production.commit === null || (await checkTraining(production, version, { run, repo, tags }));
  const rows = await readTestSplit(version, read);
  const { compares, classNames } = version;
  const labels = rows.map(({ label }) => label);
  const expected = { compares, classNames, version: tag, labels };
  const candidateFile = await source.ofCandidate(tag);
  const ofCandidate = await readPredictions(candidateFile.content, {
    ...expected,
    input: candidateFile.name,
    areIdsKnown: true,
  });
  const productionFile =
    production.commit === null ? null : await source.ofProduction(tag, production.commit);
  if (production.commit !== null && productionFile === null) {
    const text = `No model was compared: ${inputs.model} has no predictions on ${tag} of the model in production (${production.commit}). It may have been promoted after the candidate was trained. Train on ${tag} again.`;
    warning(text);
    await summary(`## Model\n\n${text}\n`);
    return true;
  }
  const ofProduction =
    productionFile === null
      ? null
      : await readPredictions(productionFile.content, {
          ...expected,
          input: productionFile.name,
          areIdsKnown: isLabelMapKnown,
        });
  const { alpha, minGain, maxClassDrop } = inputs;
  const rule = { alpha, minGain, maxClassDrop };
  const verdict = judge(comparedRows(rows, compares, { candidate: ofCandidate, production: ofProduction }), {
    compares,
    population: version.population,
    rule,
    classes: classNames.length,
  });
  const unnamed = [
    ...(ofCandidate.namesVersion ? [] : [candidateFile.name]),
    ...(productionFile === null || ofProduction?.namesVersion === true ? [] : [productionFile.name]),
  ];
  const notes = unnamed.map(
    (input) =>
      `${input} does not name its version, so only its number of rows was checked. Add the column version with ${tag}.`,
  );
  const comparison = {
    verdict,
    rule,
    version: tag,
    classNames,
    candidate,
    production: production.commit,
    notes,
  };
  const described = { ...comparison, compares };
  const reason = reasonOf(described);
  info(`${verdict.decision}: ${reason}`);
  for (const each of notes) warning(each);
  await summary(`${writeMarkdown(describeComparison(described))}\n`);
  Object.assign(metrics, metricsOf(verdict, compares));
  const { decision: _, ...report } = verdict;
  const named = verdict.classes.map(({ id, ...each }) => ({ name: classNames[id], ...each }));
  const isMoved = verdict.decision === 'promoted' && !inputs.dryRun;
  if (inputs.dryRun) info('Dry run: no tag was set.');
  const promotion = isMoved ? await promote(model, production, { commit: candidate, version: tag }) : null;
  if (promotion !== null)
    info(`The tag production of ${inputs.model} is on ${promotion.tag} (${candidate}).`);
  return end(promotion, verdict.decision, { ...report, classes: named, rule });
}

/** Returns the numbers that decided: accuracies and F1 scores as shares, of scores the mean absolute errors. */
function metricsOf({ estimate }: Verdict, compares: ComparedVersion['compares']): Metrics {
  if (estimate === null) return {};
  const { candidate, production, gain } = estimate;
  const [name, measure] =
    compares === 'number'
      ? ['mean_absolute_error', (loss: number) => loss]
      : [compares === 'spans' ? 'span_f1' : 'accuracy', (loss: number) => 1 - loss];
  return {
    [`candidate_${name}`]: measure(candidate),
    ...(production === null ? {} : { [`production_${name}`]: measure(production) }),
    ...(gain === null ? {} : { gain }),
  };
}

/** Opens where predictions are read from; null, after a warning, if the model does not exist yet. */
async function openPredictions(
  model: ModelRepo,
  { candidate, predictions }: NonNullable<PromoteInputs['comparison']>,
  { warning }: Surroundings,
): Promise<PredictionSource | null> {
  if (!('folder' in predictions)) return filesOnRunner((await model.state(candidate)).commit, predictions);
  try {
    return filesInRepo(model, await model.state(candidate), predictions.folder);
  } catch (error) {
    if (!(error instanceof HubError) || error.code !== 'RepoNotFound') throw error;
    warning(
      `No model was compared: ${model.name} does not exist yet, or hf-token cannot see it. If it has been trained, check its name and the token.`,
    );
    return null;
  }
}

/**
 * Opens the version that is asked for, or else the newest one that the candidate has predicted. If it has predicted none, the
 * newest version is opened.
 */
async function openVersion(
  repo: VersionRepo,
  asked: string | null,
  { name, source }: { name: string; source: PredictionSource },
): Promise<{
  version: ComparedVersion;
  /** Tag that is asked for, or the newest. */
  wanted: string;
  tags: ReadonlyMap<string, string>;
  read: (path: string) => Promise<Uint8Array>;
}> {
  const tags = await repo.tags();
  const versions = [...tags.keys()].filter(isVersionTag).sort();
  const newest = versions.at(-1);
  const wanted = asked ?? newest;
  const tag = asked ?? versions.findLast((each) => source.has(each)) ?? newest;
  const commit = tag === undefined ? undefined : tags.get(tag);
  if (wanted === undefined || tag === undefined || commit === undefined) {
    throw new Error(
      tag === undefined
        ? `The dataset ${name} has no version yet. Publish one, and train on it.`
        : `The dataset ${name} has no version ${tag}. Set version to one of its tags, or leave it out for the newest, ${newest ?? 'of which there is none'}.`,
    );
  }
  const state = await repo.state(commit);
  if (state === null)
    throw new Error(`The version ${tag} of ${name} cannot be read. Check the dataset and hf-token.`);
  const read = (path: string) => repo.readBytes(path, state);
  return { version: await readComparedVersion(tag, read), wanted, tags, read };
}

/** Finishes a move that a killed run began. @throws Error when predictions of the model that was in production cannot be used */
async function finishMove(
  model: ModelRepo,
  production: Production,
  { inputs, surroundings }: Run,
): Promise<Production> {
  const { unfinished, commit } = production;
  if (unfinished === null || inputs.dryRun) return production;
  await moveProduction(model, unfinished);
  surroundings.info(`A run was stopped while it moved the tag production; it is on ${unfinished.tag} now.`);
  if (commit !== null) {
    throw new Error(
      `A rollback of ${inputs.model} was stopped and is finished now: in production is ${unfinished.tag}. Predict with it, and run again.`,
    );
  }
  return readProduction(model);
}

/** What is known of a candidate before any prediction is read; null for nothing. */
function notesOn(
  { promotions, promotion, commit }: Production,
  candidate: string,
  version: string,
): { kind: 'in-production' | 'rolled-back' | 'refused'; text: string } | null {
  if (candidate === commit) {
    return { kind: 'in-production', text: `The candidate ${candidate} is in production already.` };
  }
  const taken = promotions.find((each) => each.commit === candidate && each.isRolledBack);
  if (taken !== undefined) {
    return {
      kind: 'rolled-back',
      text: `The candidate ${candidate} was in production as ${taken.tag} and was rolled back, so production is kept. Train another one.`,
    };
  }
  if (promotion !== null && version < promotion.version) {
    return {
      kind: 'refused',
      text: `The version ${version} is older than ${promotion.version}, on which production was promoted. Leave version out, or set it to that version or a newer one.`,
    };
  }
  return null;
}

/**
 * Checks that production may be tested on a version.
 *
 * @returns true when the ids of its classes are known to mean the same
 * @throws Error when it may have been trained on test rows, or knows other classes
 */
async function checkTraining(
  { commit, promotion }: Production,
  { versionTag: tag, splitsSince, classNames }: ComparedVersion,
  { run, repo, tags }: { run: Run; repo: VersionRepo; tags: ReadonlyMap<string, string> },
): Promise<boolean> {
  const { inputs, clients, signal } = run;
  const trained = promotion?.version ?? (await versionInCard());
  if (trained === null) {
    throw new Error(
      `Nobody recorded on which version the model in production (${commit}) was trained, so it may have seen the test rows of ${tag}. If it was trained on a version since ${splitsSince}, set the tag promoted-<that version> on its commit.`,
    );
  }
  if (trained < splitsSince) {
    throw new Error(
      `The model in production was trained on ${trained}, before the splits of ${tag} began (${splitsSince}): it may have seen the test rows. Compare on a version before ${splitsSince}, or delete the tags production, promoted-… and rolled-back-… of the model to begin anew with this candidate.`,
    );
  }
  const trainedCommit = tags.get(trained);
  const state = trainedCommit === undefined ? null : await repo.state(trainedCommit);
  if (state === null) return false;
  const before = parsePreviousVersion(new TextDecoder().decode(await repo.readBytes(METADATA_PATH, state)));
  const names = before?.classNames ?? [];
  if (names.every((name, id) => name === classNames[id])) return true;
  throw new Error(
    `The label map of ${tag} is not that of ${trained}, with which the model in production was trained: class ids have changed their meaning. Delete the tags production, promoted-… and rolled-back-… of the model to begin anew with this candidate.`,
  );

  /** The newest version that the model's own card says it was scored on. */
  async function versionInCard(): Promise<string | null> {
    const card = await clients.readModelCard(inputs.model, inputs, signal, commit!);
    const scored = card === null ? [] : parseScores(card, inputs.comparison!.repo);
    return (
      scored
        .map(({ revision }) => revision)
        .filter(isVersionTag)
        .sort()
        .at(-1) ?? null
    );
  }
}

/**
 * Returns whether the Space serves a promotion of an earlier run already: a run that repeats the comparison would otherwise
 * restart it each time.
 */
async function servesAlready(
  { tag }: Promotion,
  { inputs, clients, signal, surroundings }: Run,
): Promise<boolean> {
  if (inputs.spaceId === null) return false;
  const space = clients.openSpace(inputs.spaceId, inputs, signal);
  const isServed = await wasRestartedWith(space, REVISION_VARIABLE, tag);
  if (isServed) surroundings.info(`The Space ${inputs.spaceId} serves ${tag} already, and is not restarted.`);
  return isServed;
}

/** Restarts the Space that serves the model, where there is one. @returns false when it did not come up */
async function serve(promotion: Promotion, { inputs, clients, signal, surroundings }: Run): Promise<boolean> {
  if (inputs.spaceId === null) return true;
  const { problem } = await restartSpace(clients.openSpace(inputs.spaceId, inputs, signal), {
    variables: { [REVISION_VARIABLE]: promotion.tag },
    waitFor: inputs.waitFor,
    timeoutMs: inputs.timeoutMinutes * 60_000,
    signal,
    onStage: (stage) => surroundings.info(`The Space ${inputs.spaceId} is ${stage}.`),
  });
  if (problem === null) return true;
  surroundings.error(problem, { title: `${inputs.spaceId}: not restarted` });
  return false;
}
