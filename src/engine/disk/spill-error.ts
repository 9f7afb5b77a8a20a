/** Rows could not be written to disk or read from it. */
class SpillError extends Error {
  override readonly name = 'SpillError';
}

/**
 * @param cause what the file system said
 * @param what was to be done
 */
export function spillError(cause: unknown, what: 'written to' | 'read from', folder: string): SpillError {
  const code = codeOf(cause);
  const reason = code === null ? '' : ` (${code})`;
  return new SpillError(
    `Rows beyond memory-limit could not be ${what} ${folder}${reason}. ${adviceOn(code)}, or raise memory-limit if the machine has more memory. The datasets with these rows were not published.`,
    { cause },
  );
}

function adviceOn(code: string | null): string {
  if (code !== null && FULL.has(code))
    return 'The disk is full. Free some space, set RUNNER_TEMP to a folder on a larger disk';
  if (code === 'EMFILE' || code === 'ENFILE')
    return 'Too many files are open. Allow several hundred (ulimit -n)';
  return 'Check that the folder may be written to';
}

/** No space, quota or size limit left. */
const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

function codeOf(cause: unknown): string | null {
  const isNamed = typeof cause === 'object' && cause !== null && 'code' in cause;
  return isNamed && typeof cause.code === 'string' ? cause.code : null;
}
