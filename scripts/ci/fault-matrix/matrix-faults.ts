import type { Fault, FaultKind } from '../../../test/support/local-hub/faults.ts';
import type { LocalHub } from '../../../test/support/local-hub/server.ts';
import { REPO } from '../../../test/support/publish-lab/publish-lab.ts';
import type { PublishRequest } from './requests.ts';

/** A fault that may strike any request. */
export interface MatrixFault {
  readonly name: string;
  readonly when: Fault['when'];
  readonly kind: (hub: LocalHub) => FaultKind;
  /** Times it strikes; every attempt of a run is struck by 1000. */
  readonly times: number;
  /** True when the run can only wait for a time limit. */
  readonly waits: boolean;
}

const ONCE: readonly [name: string, when: Fault['when'], kind: FaultKind][] = [
  ['reset before', 'before', 'reset'],
  ['reset after', 'after', 'reset'],
  ['500 before', 'before', { status: 500 }],
  ['500 after', 'after', { status: 500 }],
  ['429', 'before', { status: 429, headers: { 'Retry-After': '0' } }],
  ['412', 'before', { status: 412 }],
  ['409', 'before', { status: 409 }],
  ['401', 'before', { status: 401 }],
  ['truncated', 'after', 'truncate'],
  ['invalid JSON', 'after', 'invalid-json'],
  ['hang before', 'before', 'hang'],
  ['hang after', 'after', 'hang'],
];
const LASTING = ['reset after', '500 before', '500 after', '401', 'invalid JSON'];

/** Every fault that strikes once, some that strike as long as the run goes on, and somebody else's commit. */
export const MATRIX_FAULTS: readonly MatrixFault[] = [
  ...ONCE.map(([name, when, kind]) => ({ name, when, kind: () => kind, times: 1, waits: kind === 'hang' })),
  ...ONCE.filter(([name]) => LASTING.includes(name)).map(([name, when, kind]) => ({
    name: `${name}, lasting`,
    when,
    kind: () => kind,
    times: 1000,
    waits: true,
  })),
  {
    name: "somebody's commit before",
    when: 'before',
    kind: (hub) => ({ run: () => commitNotes(hub) }),
    times: 1,
    waits: false,
  },
];

/** Has a fault strike a request. */
export function strike(hub: LocalHub, { method, path, skip }: PublishRequest, fault: MatrixFault): void {
  hub.faults.add({ method, path, skip, when: fault.when, times: fault.times, kind: fault.kind(hub) });
}

function commitNotes(hub: LocalHub): void {
  if (hub.hasRepo(REPO)) hub.commitAs('somebody', REPO, { 'notes.txt': 'Notes.\n' });
}
