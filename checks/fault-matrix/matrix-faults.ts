import type { Fault, FaultKind } from '../../test/support/http/faults.ts';
import { NOTES, REPO } from '../../test/support/publish-lab/publish-lab.ts';
import type { Stage } from '../../test/support/publish-lab/stage.ts';
import type { PublishRequest } from './requests.ts';

/** A fault that may strike any request. */
export interface MatrixFault {
  readonly name: string;
  /** Has it strike a request. */
  readonly strike: (stage: Stage, request: PublishRequest) => void;
  /** True for a fault that strikes as long as the run goes on. */
  readonly isLasting: boolean;
  /** True when it passes as soon as the run has met it. */
  readonly passesWhenMet: boolean;
}

type When = Fault['when'];

const ONCE: readonly [name: string, when: When, kind: FaultKind][] = [
  ['reset before', 'before', 'reset'],
  ['reset after', 'after', 'reset'],
  ['500 before', 'before', { status: 500 }],
  ['500 after', 'after', { status: 500 }],
  ['429, Retry-After', 'before', { status: 429, headers: { 'Retry-After': '5' } }],
  ['412', 'before', { status: 412 }],
  ['409', 'before', { status: 409 }],
  ['401', 'before', { status: 401 }],
  ['truncated body', 'after', 'truncate'],
  ['invalid JSON', 'after', 'invalid-json'],
  ['hang before', 'before', 'hang'],
  ['hang after', 'after', 'hang'],
];
const LASTING = ['reset after', '500 before', '500 after', '401', 'invalid JSON', 'hang before'];
const FOR_EVER = 1000;

/** Every fault that strikes once, some that strike as long as the run goes on, and somebody else's commit. */
export const MATRIX_FAULTS: readonly MatrixFault[] = [
  refused(false),
  refused(true),
  ...ONCE.map(([name, when, kind]) => struck(name, when, kind, 1)),
  ...ONCE.filter(([name]) => LASTING.includes(name)).map(([name, when, kind]) =>
    struck(`${name}, lasting`, when, kind, FOR_EVER),
  ),
  {
    name: "somebody's commit",
    isLasting: false,
    passesWhenMet: false,
    strike: (stage, request) => add(stage, request, 'before', { run: () => editCard(stage) }, 1),
  },
];

/** A run is killed when a request arrives, or when it was carried out and nothing was answered. */
export const KILL_FAULTS: readonly MatrixFault[] = (['before', 'after'] as const).map((when) => ({
  name: `killed ${when}`,
  isLasting: false,
  passesWhenMet: false,
  strike(stage, request) {
    add(stage, request, when, { run: () => stage.kill() }, 1);
    add(stage, request, when, 'hang', 1);
  },
}));

/** What strikes the requests of a run that offers or holds a version, where they only read. */
export const READING_FAULTS = ['401', 'invalid JSON', "somebody's commit"];
/** The same where they write. */
export const WRITING_FAULTS = [...READING_FAULTS, '500 before', 'reset after', 'reset after, lasting', '412'];

function struck(name: string, when: When, kind: FaultKind, times: number): MatrixFault {
  const strike = (stage: Stage, request: PublishRequest) => add(stage, request, when, kind, times);
  return { name, strike, isLasting: times > 1, passesWhenMet: false };
}

function refused(isLasting: boolean): MatrixFault {
  return {
    name: isLasting ? 'refused, lasting' : 'refused',
    isLasting,
    passesWhenMet: !isLasting,
    strike: (stage, { peer, answersBefore }) => stage.proxy(peer).refuseAfter(answersBefore),
  };
}

function add(stage: Stage, request: PublishRequest, when: When, kind: FaultKind, times: number): void {
  const { peer, method, path, skip } = request;
  stage.proxy(peer).faults.add({ method, path, skip, when, times, kind });
}

function editCard({ hub }: Stage): void {
  if (!hub.hasRepo(REPO)) return;
  const hasCard = hub.repo(REPO).head.files.has('README.md');
  const card = hasCard ? hub.readFile(REPO, 'main', 'README.md').toString() : '';
  hub.commitAs('somebody', REPO, { 'README.md': `${card}\n${NOTES.meanwhile}\n` });
}
