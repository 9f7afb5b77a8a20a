import { MATRIX_FAULTS, type MatrixFault } from './matrix-faults.ts';
import type { PublishRequest } from './requests.ts';

/** A fault and the request it strikes. */
export interface Pair {
  readonly request: PublishRequest;
  readonly fault: MatrixFault;
}

/** Each request with each fault. */
export function pairUp(requests: readonly PublishRequest[]): Pair[] {
  const seen = new Set<string>();
  return requests
    .flatMap((request) => MATRIX_FAULTS.map((fault) => ({ request, fault })))
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

/** Pairs at which a defect of the order of commit and tag shows. */
export function isTelling({ request, fault }: Pair): boolean {
  return (
    /\/(commit|tag)\//.test(request.path) && ["somebody's commit", '500 before, lasting'].includes(fault.name)
  );
}

/** Somebody commits on the Hub, at whatever the run asks of it. */
function isWorthwhile({ peer }: PublishRequest, { name }: MatrixFault): boolean {
  return peer === 'hub' || name !== "somebody's commit";
}
