/** A version of a dataset on which a model is trained. */
export interface NewVersion {
  /** Name of the dataset. */
  readonly name: string;
  /** Dataset repo on the Hub, `owner/name`. */
  readonly repo: string;
  readonly tag: string;
  readonly commit: string | null;
}

/** Names in braces that stand for a part of the version, such as `{revision}`. */
export const PLACEHOLDER_NAMES = ['label', 'dataset', 'revision', 'tag', 'commit'] as const;

/** // `${tag}` is a variable of a shell. */
const PLACEHOLDER = /\{(label|dataset|revision|commit)\}|(?<!\$)\{(tag)\}/g;

/**
 * Returns a text with a version filled in: `{label}` is the name of its dataset, `{dataset}` the repo, `{revision}` and
 * `{tag}` the tag, `{commit}` the commit.
 */
export function fillIn(text: string, { name, repo, tag, commit }: NewVersion): string {
  const values: Readonly<Record<string, string>> = {
    label: name,
    dataset: repo,
    revision: tag,
    tag,
    commit: commit ?? '',
  };
  return text.replace(PLACEHOLDER, (_, key: string | undefined, alias: string) => values[key ?? alias]);
}

/** Returns a value of JSON with a version filled into all of its texts, like {@link fillIn}. */
export function fillInAll(value: unknown, version: NewVersion): unknown {
  if (typeof value === 'string') return fillIn(value, version);
  if (Array.isArray(value)) return value.map((item) => fillInAll(item, version));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fillInAll(item, version)]));
}
