import {
  KILL_FAULTS,
  MATRIX_FAULTS,
  type MatrixFault,
  READING_FAULTS,
  WRITING_FAULTS,
} from './matrix-faults.ts';
import type { PublishRequest } from './requests.ts';

/** A fault and the request it strikes. */
export interface Pair {
  readonly request: PublishRequest;
  readonly fault: MatrixFault;
}

/** Each request with each fault of its scenario, or with one of each kind, by which a run goes on or ends there. */
export function pairUp(requests: readonly PublishRequest[]): Pair[] {
  const seen = new Set<string>();
  return requests
    .flatMap((request) => faultsOf(request).map((fault) => ({ request, fault })))
    .filter(({ request, fault }) => isWorthwhile(request, fault))
    .filter(({ request: { scenario, peer, answersBefore }, fault }) => {
      // Requests that go out together are refused together.
      const key = `${scenario.name} ${peer} ${answersBefore} ${fault.name}`;
      const isNew = !fault.name.startsWith('refused') || !seen.has(key);
      seen.add(key);
      return isNew;
    });
}

/** True when the run does little but wait for time limits. */
export function isWaiting({ fault: { name } }: Pair): boolean {
  return name.startsWith('hang');
}

/**
 * Returns whether a defect shows at a pair: at one of its scenario, with its fault, or else at the first request or with a
 * kill; without a scenario at one by which the order of commit and tag shows.
 */
export function isTelling(
  { request, fault }: Pair,
  defect: { readonly scenario?: string; readonly fault?: string },
): boolean {
  if (defect.scenario !== undefined) {
    if (request.scenario.name !== defect.scenario) return false;
    if (defect.fault !== undefined) return fault.name === defect.fault;
    return request.answersBefore === 0 || KILL_FAULTS.includes(fault);
  }
  return (
    /\/(commit|tag)\//.test(request.path) && ["somebody's commit", '500 before, lasting'].includes(fault.name)
  );
}

/** Somebody commits on the Hub, at whatever the run asks of it. */
function isWorthwhile({ peer }: PublishRequest, { name }: MatrixFault): boolean {
  return peer === 'hub' || name !== "somebody's commit";
}

/** Storage keeps what is sent there by its content, which changes nothing. */
function faultsOf({ scenario, method, path }: PublishRequest): readonly MatrixFault[] {
  if (scenario.faults === 'every') return MATRIX_FAULTS;
  const isReading = !['POST', 'DELETE'].includes(method) || /\/(preupload|paths-info|objects)\//.test(path);
  const names = isReading ? READING_FAULTS : WRITING_FAULTS;
  const faults = MATRIX_FAULTS.filter(({ name }) => names.includes(name));
  return isReading ? faults : [...faults, ...KILL_FAULTS];
}
