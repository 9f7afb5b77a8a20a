/** A fault the server makes on request. */
export interface Fault {
  readonly method?: string;
  /** Requests whose path (without the query) it matches; a string is the source of a regular expression. */
  readonly path: RegExp | string;
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
  /** The connection is reset without an answer. */
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
  | { readonly run: () => void | Promise<void> }
  /** A proxy changes what is sent, and then the true answer to that comes. */
  | { readonly rewrite: (body: Buffer) => Buffer }
  /** The true answer with another body, made of its own; only `after`. */
  | { readonly alter: (body: Buffer) => Buffer };

/** The faults that are still to be made. */
export class FaultPlan {
  #pending: { fault: Fault; pattern: RegExp; skip: number; times: number }[] = [];

  add(...faults: Fault[]): void {
    for (const fault of faults) {
      const { path, skip = 0, times = 1 } = fault;
      this.#pending.push({ fault, pattern: new RegExp(path), skip, times });
    }
  }

  clear(): void {
    this.#pending = [];
  }

  /** The faults that strike a request, in the order they were added: any that let it pass, then one that does not. */
  take(method: string, path: string): Fault[] {
    const taken: Fault[] = [];
    for (const entry of this.#pending) {
      const { fault } = entry;
      const isMeant = (fault.method ?? method) === method && path.search(entry.pattern) >= 0;
      if (!isMeant || entry.times === 0) continue;
      if (entry.skip > 0) {
        entry.skip--;
        continue;
      }
      entry.times--;
      taken.push(fault);
      if (!letsPass(fault.kind)) break;
    }
    return taken;
  }
}

/** True for a fault after which the true answer still comes. */
function letsPass(kind: FaultKind): boolean {
  return typeof kind === 'object' && !('status' in kind || 'alter' in kind);
}

/**
 * Reads faults that came as JSON, one or an array of them.
 *
 * @throws TypeError that says what is wrong with them
 */
export function readFaults(value: unknown): Fault[] {
  return (Array.isArray(value) ? value : [value]).map((fault) => {
    const wrong = (what: string) => new TypeError(`${what} in the fault ${JSON.stringify(fault)}`);
    if (typeof fault?.path !== 'string') throw wrong('no path');
    if (!['before', 'after'].includes(fault.when)) throw wrong('no "when" of before or after');
    const { kind } = fault;
    const isKnown =
      ['reset', 'hang', 'truncate', 'invalid-json'].includes(kind) ||
      Number.isInteger(kind?.status) ||
      typeof kind?.delayMs === 'number';
    if (!isKnown) throw wrong('no known kind');
    return fault as Fault;
  });
}
