/** An error with the fields that are used here: errors of another realm are not instances of `Error`. */
interface Cause {
  readonly name?: unknown;
  readonly message?: unknown;
  readonly code?: unknown;
  readonly cause?: unknown;
}

/** Returns an error and its causes, outermost first. */
export function* causesOf(error: unknown): Generator<Cause> {
  for (let cause = error; typeof cause === 'object' && cause !== null; ) {
    yield cause;
    cause = (cause as Cause).cause;
  }
}
