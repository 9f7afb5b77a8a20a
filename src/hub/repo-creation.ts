import { fields } from './repo-state.ts';

/** Whether a token may create a repo, as far as the Hub shows its permissions. */
export interface RepoCreation {
  /** `reads-only` for a token without write permission, whose owner may create the repo with another token. */
  readonly verdict: 'possible' | 'reads-only' | 'refused' | 'unknown';
  /** Why it is refused, after "would fail: "; empty otherwise. */
  readonly reason: string;
}

/** Roles in an organization whose holders may create repos: https://huggingface.co/docs/hub/organizations-security. */
const CREATING_ROLES: readonly unknown[] = ['admin', 'write', 'contributor'];

/**
 * Returns whether a token may create a repo of an owner.
 *
 * @param whoAmI answer to `GET /api/whoami-v2`
 */
export function creationBy(whoAmI: unknown, owner: string): RepoCreation {
  const { type, name: user, orgs, auth } = fields(whoAmI);
  if (type !== 'user' || typeof user !== 'string' || !Array.isArray(orgs))
    return { verdict: 'unknown', reason: '' };
  if (!isSame(user, owner)) {
    const organization = orgs.map(fields).find(({ name }) => isSame(name, owner));
    if (organization === undefined) {
      return refused(
        `the token belongs to the user ${user}, who is not ${owner} and not in an organization of this name`,
      );
    }
    const { roleInOrg: role } = organization;
    if (role !== undefined && !CREATING_ROLES.includes(role)) {
      return refused(
        `the user ${user} of the token may not write to the organization ${owner} (role ${role})`,
      );
    }
  }
  const { role, fineGrained } = fields(fields(auth).accessToken);
  if (role === 'read') return { verdict: 'reads-only', reason: '' };
  if (role === 'write') return { verdict: 'possible', reason: '' };
  const { scoped } = fields(fineGrained);
  if (role !== 'fineGrained' || !Array.isArray(scoped)) return { verdict: 'unknown', reason: '' };
  const writable = scoped.map(fields).filter(({ permissions }) => {
    return Array.isArray(permissions) && permissions.includes('repo.write');
  });
  if (writable.length === 0) return { verdict: 'reads-only', reason: '' };
  const isOfOwner = writable
    .map(({ entity }) => fields(entity))
    .some(({ type: kind, name }) => {
      return (kind === 'user' || kind === 'org') && isSame(name, owner);
    });
  if (isOfOwner) return { verdict: 'possible', reason: '' };
  return refused(`the fine-grained token may write to other repos, but not to all of ${owner}`);
}

/** The Hub ignores case in names. */
function isSame(name: unknown, owner: string): boolean {
  return typeof name === 'string' && name.toLowerCase() === owner.toLowerCase();
}

function refused(reason: string): RepoCreation {
  return { verdict: 'refused', reason };
}
