/** A fault the server makes on request. */
export interface Fault {
  readonly method?: string;
  /** Requests whose path it matches. */
  readonly path: RegExp;
  /** Matching requests that pass first; default 0. */
  readonly skip?: number;
  /** Matching requests it strikes after that; default 1. */
  readonly times?: number;
  /** Before the request is carried out, or after it, instead of the true answer. */
  readonly when: 'before' | 'after';
  readonly kind: FaultKind;
}

export type FaultKind =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
  /** The connection is cut without an answer. */
  | 'reset'
  /** No answer ever comes. */
  | 'hang'
  /** Half of the true answer comes, then the connection is cut. */
  | 'truncate'
  /** An answer of status 200 that is not JSON. */
  | 'invalid-json'
  /** The true answer, after so many milliseconds. */
  | { readonly delayMs: number }
  /** Something happens, and then the true answer comes. */
  | { readonly run: () => void | Promise<void> };

/** The faults that are still to be made. */
export class FaultPlan {
  #pending: { fault: Fault; skip: number; times: number }[] = [];

  add(...faults: Fault[]): void {
    this.#pending.push(...faults.map((fault) => ({ fault, skip: fault.skip ?? 0, times: fault.times ?? 1 })));
  }

  clear(): void {
    this.#pending = [];
  }

  /** The fault that strikes a request, if one does. */
  take(method: string, path: string): Fault | undefined {
    for (const entry of this.#pending) {
      const { fault } = entry;
      if (entry.times === 0 || (fault.method ?? method) !== method || !fault.path.test(path)) continue;
      if (entry.skip > 0) {
        entry.skip--;
        continue;
      }
      entry.times--;
      return fault;
    }
    return undefined;
  }
}
