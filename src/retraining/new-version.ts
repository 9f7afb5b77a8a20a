/** A version of a dataset, which a model is to be trained on. */
export interface NewVersion {
  /** Name of the dataset. */
  readonly name: string;
  /** Dataset repo on the Hub, `owner/name`. */
  readonly repo: string;
  readonly tag: string;
  readonly commit: string | null;
}

/** Puts a version into text that holds `{label}` for its name, `{dataset}` for its repo, `{revision}` or `{commit}`. */
export function fillIn(text: string, { name, repo, tag, commit }: NewVersion): string {
  const values: Readonly<Record<string, string>> = {
    label: name,
    dataset: repo,
    revision: tag,
    commit: commit ?? '',
  };
  return text.replace(/\{(label|dataset|revision|commit)\}/g, (_, key: string) => values[key]);
}
