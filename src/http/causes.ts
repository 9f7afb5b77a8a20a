/** An error as far as its causes are asked for: errors of another realm are no `Error` here. */
interface Cause {
  readonly name?: unknown;
  readonly message?: unknown;
  readonly code?: unknown;
  readonly cause?: unknown;
}

/** An error and what caused it, outermost first. */
export function* causesOf(error: unknown): Generator<Cause> {
  for (let cause = error; typeof cause === 'object' && cause !== null; ) {
    yield cause;
    cause = (cause as Cause).cause;
  }
}
