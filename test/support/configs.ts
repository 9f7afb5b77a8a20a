/** Names of datasets that are something else elsewhere: to JavaScript, YAML, the dashboard, W&B or GitHub. */
export const ODD_NAMES = [
  'constructor',
  'proto',
  'null',
  'true',
  'all',
  'runs',
  'content',
  'db-connection',
  'constructor-splits',
  'n'.repeat(60),
] as const;

/** A file that declares datasets of these names, of one text and one class, whose repos are `owner/<name>`. */
export function configOf(names: readonly string[]): string {
  const datasets = names.map(
    (name) => `
  ${name}:
    repo: owner/${name}
    source: reviews
    task: text-classification
    classes: ['yes', 'no']
    min-dataset-len: 4`,
  );
  return `version: 1
sources:
  reviews:
    corrections: SELECT id, text, label FROM reviews
datasets:${datasets.join('')}
`;
}
