/** Parts a command line into options, `--name=value` or `--name`, and the other words. */
export function readOptions(line: readonly string[]): {
  options: ReadonlyMap<string, string>;
  words: readonly string[];
} {
  const options = new Map<string, string>();
  const words = line.filter((word) => {
    if (!word.startsWith('--')) return true;
    const end = word.indexOf('=');
    options.set(word.slice(2, end === -1 ? undefined : end), end === -1 ? '' : word.slice(end + 1));
    return false;
  });
  return { options, words };
}
