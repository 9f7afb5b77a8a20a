import { parse } from 'yaml';

/**
 * Parses YAML that names one thing, or a list of them, for each dataset: `reviews: owner/name`.
 *
 * @param items name of the things in messages
 * @throws Error that starts with what follows the name of the input
 */
export function parseByDataset(text: string, items: string): ReadonlyMap<string, readonly unknown[]> {
  let document: unknown;
  try {
    // Without `stringKeys`, a dataset called null, true or on would lose its name.
    document = parse(text, { logLevel: 'error', stringKeys: true });
  } catch (cause) {
    const line = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
    throw new Error(`is not YAML: ${line}`, { cause });
  }
  if (document === null || document === undefined) return new Map();
  if (typeof document !== 'object' || Array.isArray(document)) {
    throw new Error(`must be a mapping of datasets to ${items}, such as reviews: owner/name`);
  }
  return new Map(Object.entries(document).map(([name, item]) => [name, Array.isArray(item) ? item : [item]]));
}
