import type { GateResult } from '../gates/gate.ts';
import type { CommitResult } from '../model/repository.ts';
import type { DatasetVersion } from '../version/build-version.ts';
import type { PreviousVersion } from '../version/metadata.ts';
import type { DecideOptions, Decision } from './decide.ts';
import type { Found } from './found.ts';
import { findConflict, type Retrying } from './version-commit.ts';

export interface PublishOptions extends DecideOptions, Retrying {
  readonly visibility: 'private' | 'public';
  /** Builds the version on top of what the repo holds. */
  readonly build: (previous: PreviousVersion | null, existingCard: string | null) => Promise<DatasetVersion>;
  /** Describes a version in Markdown for a person who is asked to approve it. */
  readonly describe: (
    tag: string,
    about: {
      readonly previous: PreviousVersion | null;
      readonly gates: readonly GateResult[];
      /** The gates that hold it. */
      readonly holding: readonly GateResult[];
      /** How its rows differ from those of the version before, where an earlier run counted them; null for one built now. */
      readonly changes: PreviousVersion['changes'];
    },
  ) => string;
}

/** A version that this run sent, committed or not. */
export interface Sent {
  readonly version: DatasetVersion;
  readonly step: 'published' | 'opened' | 'updated';
  readonly decision: Decision;
}

/** What a run has built and sent of a version so far. */
export interface SoFar {
  /** The version that was built before the repo was created; null for a repo that existed. */
  readonly first: DatasetVersion | null;
  readonly sent: Sent[];
}

/** The pull request in which a version is offered. */
export interface Offer {
  /** What this run did or found: `changed` and `closed` by a person. */
  readonly step: 'opened' | 'updated' | 'waiting' | 'changed' | 'closed';
  readonly number: number;
  readonly tag: string;
  /** Commit at its head. */
  readonly commit: string;
  /** Files that somebody else changed in it. */
  readonly changed: readonly string[];
  /** The pull request before it. */
  readonly before: { readonly number: number; readonly why: 'closed' | 'replaced' } | null;
  /** How its rows differ from those of the version before, where an earlier run built it; null otherwise. */
  readonly changes: PreviousVersion['changes'];
  /** Numbers of pull requests that have its title and hold no version. */
  readonly foreign: readonly number[];
}

/** An attempt after another commit, or an attempt whose result is unknown. */
export type FailedTry = Extract<CommitResult, { readonly error: Error }>;

/**
 * Builds a version to commit on top of what `main` or a pull request holds, and reads that once more.
 *
 * @param how.revision where it is committed, by default the head of `main`
 */
export async function buildAndLook(
  options: PublishOptions,
  { parent, previous, card }: { parent: Found; previous: PreviousVersion | null; card: string | null },
  { first, revision }: { first: DatasetVersion | null; revision?: string },
): Promise<DatasetVersion | FailedTry> {
  const { repo, visibility } = options;
  const version = await buildOn(options, { previous, card }, first);
  return (await findConflict(repo, parent, { visibility, revision })) ?? version;
}

/** Builds a version on top of what a repo holds, unless the first one was built already. */
export async function buildOn(
  { build }: PublishOptions,
  { previous, card }: { previous: PreviousVersion | null; card: string | null },
  first: DatasetVersion | null,
): Promise<DatasetVersion> {
  return previous === null && card === null && first !== null ? first : build(previous, card);
}
