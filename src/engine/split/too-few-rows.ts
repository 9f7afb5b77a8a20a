/** Marks the error, also where it comes from another thread, which keeps no class. */
const TOO_FEW_ROWS = 'TOO_FEW_ROWS';

/** Returns an error that says in the user's words that rows are too few to be split. */
export function tooFewRowsError(message: string): Error {
  return Object.assign(new Error(message), { code: TOO_FEW_ROWS });
}

/** Whether an error says that rows are too few to be split. */
export function isTooFewRows(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === TOO_FEW_ROWS;
}
