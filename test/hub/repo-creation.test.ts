import { expect, test } from '@jest/globals';
import { creationBy } from '../../src/hub/repo-creation.ts';

const ORGS = [
  { type: 'org', name: 'Shop', roleInOrg: 'write' },
  { type: 'org', name: 'helpers', roleInOrg: 'contributor' },
  { type: 'org', name: 'readers', roleInOrg: 'read' },
  { type: 'org', name: 'unsaid' },
];
const by = (accessToken: object) => ({ type: 'user', name: 'mira', orgs: ORGS, auth: { accessToken } });
const fineGrained = (...scoped: object[]) => by({ role: 'fineGrained', fineGrained: { scoped } });
const scope = (type: string, name: string, ...permissions: string[]) => ({
  entity: { type, name },
  permissions,
});

test.each<[string, unknown, string, string, string?]>([
  ['its own user', by({ role: 'write' }), 'Mira', 'possible'],
  ['an organization', by({ role: 'write' }), 'shop', 'possible'],
  ['an organization as a contributor', by({ role: 'write' }), 'helpers', 'possible'],
  ['an organization that tells no role', by({ role: 'write' }), 'unsaid', 'possible'],
  ['an organization it may only read', by({ role: 'write' }), 'readers', 'refused', 'role read'],
  ['a stranger', by({ role: 'write' }), 'other', 'refused', 'not in an organization of this name'],
  ['a stranger, by a token that reads', by({ role: 'read' }), 'other', 'refused', 'user mira'],
  ['its own user, by a token that reads', by({ role: 'read' }), 'mira', 'reads-only'],
  ['a fine-grained scope', fineGrained(scope('org', 'shop', 'repo.write')), 'shop', 'possible'],
  ['a fine-grained scope of the user', fineGrained(scope('user', 'mira', 'repo.write')), 'mira', 'possible'],
  ['another scope', fineGrained(scope('org', 'helpers', 'repo.write')), 'shop', 'refused', 'fine-grained'],
  ['the scope of a repo', fineGrained(scope('dataset', 'shop', 'repo.write')), 'shop', 'refused'],
  ['a scope that reads', fineGrained(scope('org', 'shop', 'repo.content.read')), 'shop', 'reads-only'],
  ['no scope', fineGrained(), 'shop', 'reads-only'],
  ['scopes that are none', fineGrained({}, scope('org', 'shop')), 'shop', 'reads-only'],
  ['scopes that are not told', by({ role: 'fineGrained' }), 'shop', 'unknown'],
  ['a role that nobody knows', by({ role: 'god' }), 'shop', 'unknown'],
  ['no token told', { ...by({}), auth: null }, 'shop', 'unknown'],
  ['an app', { type: 'app', name: 'mira', orgs: [] }, 'mira', 'unknown'],
  ['no organizations told', { type: 'user', name: 'mira' }, 'mira', 'unknown'],
  ['no name', { type: 'user', orgs: [] }, 'mira', 'unknown'],
  ['no answer', null, 'mira', 'unknown'],
])('a repo of %s', (_, whoAmI, owner, verdict, reason = '') => {
  expect(creationBy(whoAmI, owner)).toMatchObject({ verdict, reason: expect.stringContaining(reason) });
});
