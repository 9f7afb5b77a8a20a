import { createHash } from 'node:crypto';
import type { RetrainingTarget } from './targets.ts';

/** Places of targets that name no place themselves. */
export interface HomePlace {
  /** Repository of the workflow that runs this, `owner/name`. */
  readonly repository: string;
  /** Dataset repo of the version, whose owner runs the Jobs. */
  readonly datasetRepo: string;
}

/** Returns a target for people: `the Space owner/name`. */
export function describeTarget(target: RetrainingTarget, home: HomePlace): string {
  const place = placeOf(target, home);
  switch (target.kind) {
    case 'space':
      return `the Space ${place}`;
    case 'workflow':
      return `the workflow ${target.name} of ${place}`;
    case 'repository-dispatch':
      return `the event ${target.name} to ${place}`;
    case 'job':
      return `a Job of ${place} with ${target.name}`;
  }
}

/** Returns the Space, the repository, or the owner of the Jobs of a target. */
export function placeOf(target: RetrainingTarget, { repository, datasetRepo }: HomePlace): string {
  switch (target.kind) {
    case 'space':
      return target.name;
    case 'workflow':
    case 'repository-dispatch':
      return target.repository ?? repository;
    case 'job':
      return target.namespace ?? datasetRepo.split('/')[0];
  }
}

/**
 * Returns the identity of a target as a hash of 16 hexadecimal digits: of all that is sent to start it, but not of
 * whether or how its end is waited for. Two targets with the same hash start the same thing.
 */
export function hashOf(target: RetrainingTarget, home: HomePlace): string {
  const { wait: _, waitFor: __, ...sent } = { wait: false, waitFor: null, ...target };
  // The Hub and GitHub ignore case in the names of repositories and owners.
  const place = placeOf(target, home).toLowerCase();
  const name = target.kind === 'space' ? place : target.name;
  const identity = canonicalJson({ ...sent, name, place, repository: null, namespace: null });
  return createHash('sha256').update(identity).digest('hex').slice(0, 16);
}

/** Returns JSON in which the order of an object's keys makes no difference. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`);
  return `{${entries.sort().join()}}`;
}
