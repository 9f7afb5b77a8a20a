/** A version of a label's dataset, which a model is to be trained on. */
export interface NewVersion {
  readonly label: string;
  /** Dataset repo on the Hub, `owner/name`. */
  readonly dataset: string;
  readonly tag: string;
  readonly commit: string | null;
}

/** Puts a version into text that holds `{label}`, `{dataset}`, `{revision}` or `{commit}`. */
export function fillIn(text: string, { label, dataset, tag, commit }: NewVersion): string {
  const values: Readonly<Record<string, string>> = { label, dataset, revision: tag, commit: commit ?? '' };
  return text.replace(/\{(label|dataset|revision|commit)\}/g, (_, name: string) => values[name]);
}
