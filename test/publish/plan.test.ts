import { describe, expect, test } from '@jest/globals';
import type { GateResult } from '../../src/gates/gate.ts';
import type { ObservedProposals, Proposal } from '../../src/publish/find-proposals.ts';
import type { Found } from '../../src/publish/found.ts';
import type { KeptVersion } from '../../src/publish/kept-version.ts';
import { type Facts, planVersion, routeOf } from '../../src/publish/plan.ts';

const FAILED: GateResult = {
  gate: 'max-age',
  verdict: 'failed',
  measured: 'old',
  limit: 'young',
  advice: 'Wait.',
};
const found = { previous: null } as unknown as Found;
const kept: KeptVersion = {
  tag: 'v20261123_010203',
  commit: 'c'.repeat(40),
  isTagged: true,
  isAnnounced: true,
};
const facts: Facts = { route: 'publish', failed: [], found, isSame: false, main: null, proposals: null };

function stepOf(changes: Partial<Facts>): string {
  return planVersion({ ...facts, ...changes }).step;
}

describe('where a version goes', () => {
  test.each([
    ['directly', 'hold', 0, false, 'publish'],
    ['directly', 'hold', 1, false, 'hold'],
    ['directly', 'pull-request', 0, false, 'publish'],
    ['directly', 'pull-request', 1, false, 'offer'],
    // What main holds may have been merged from a pull request.
    ['directly', 'pull-request', 0, true, 'offer'],
    ['pull-request', 'hold', 0, false, 'offer'],
    ['pull-request', 'hold', 1, false, 'hold'],
    ['pull-request', 'pull-request', 1, false, 'offer'],
  ] as const)('publish: %s, on-gate: %s, %s gates, on main: %s', (publish, onGate, count, isSame, route) => {
    const holding = Array<GateResult>(count).fill(FAILED);
    expect(routeOf({ publish, onGate }, { holding, isSame })).toBe(route);
  });
});

describe('what becomes of a version', () => {
  test('that a gate holds, whatever there is', () => {
    expect(stepOf({ route: 'hold', found: null })).toBe('held');
    expect(stepOf({ route: 'hold', main: { kept, merged: null } })).toBe('held');
  });

  test('without a repo', () => {
    expect([stepOf({ found: null }), stepOf({ route: 'offer', found: null })]).toEqual(['create', 'create']);
  });

  test.each([
    ['whole', {}, [], 'unchanged'],
    ['whole and too old', {}, [FAILED], 'too-old'],
    ['without its tag', { isTagged: false, isAnnounced: false }, [], 'finish'],
    ['and was never announced', { isAnnounced: false }, [], 'finish'],
    ['and was never announced, and is too old', { isAnnounced: false }, [FAILED], 'finish'],
  ])('that main holds %s', (_, state, failed, step) => {
    const main = { kept: { ...kept, ...state }, merged: null };
    expect(stepOf({ isSame: true, main, failed })).toBe(step);
    expect(stepOf({ isSame: true, main, failed, route: 'offer' })).toBe(step);
  });

  test('that main lacks, or holds with files that cannot be loaded', () => {
    expect(planVersion(facts)).toEqual({ step: 'publish', parent: found });
    const main = { broken: ['README.md'] };
    const plan = { step: 'repair', broken: ['README.md'], parent: found };
    expect(planVersion({ ...facts, isSame: true, main })).toEqual(plan);
  });
});

describe('what becomes of a version that is offered', () => {
  const proposal = (holdsSame: boolean) => ({ number: 1, holdsSame }) as Proposal;
  const none: ObservedProposals = { open: null, openIs: null, surplus: [], closed: null, foreign: [] };

  test.each([
    ['without another', {}, 'offer-open'],
    ['after one with other data was closed', { closed: proposal(false) }, 'offer-open'],
    ['after it was turned down', { closed: proposal(true) }, 'offer-closed'],
    ['beside one with other data', { open: proposal(false), openIs: 'mergeable' }, 'offer-update'],
    ['beside its own', { open: proposal(true), openIs: 'mergeable' }, 'offer-wait'],
    ['beside one that cannot be merged', { open: proposal(true), openIs: 'conflicting' }, 'offer-open'],
    ['beside one that a person changed', { open: proposal(false), openIs: 'changed' }, 'offer-changed'],
  ] as const)('%s', (_, state, step) => {
    expect(stepOf({ route: 'offer', proposals: { ...none, ...state } })).toBe(step);
  });

  test('though another is on main that no run has announced', () => {
    const main = { kept: { ...kept, isAnnounced: false }, merged: 7 };
    expect(stepOf({ route: 'offer', main, proposals: none })).toBe('offer-open');
  });
});
