import { HubError } from './hub-error.ts';

/**
 * Checks a name against the Hub's rule (`validate_repo_id` of huggingface_hub): `owner/name`, letters, digits,
 * `-`, `_` and `.`, neither starting nor ending with `-` or `.`, without `--` and `..`, at most 96 characters.
 *
 * @throws HubError that says what the name must look like
 */
export function checkRepoName(name: string): void {
  const part = '[A-Za-z0-9_](?:[\\w.-]*[A-Za-z0-9_])?';
  const isValid =
    new RegExp(`^${part}/${part}$`).test(name) &&
    !/--|\.\./.test(name) &&
    !name.endsWith('.git') &&
    name.length <= 96;
  if (isValid) return;
  throw new HubError(
    `${JSON.stringify(name)} is not the name of a dataset repo on the Hub. Write it as owner/name, with letters, digits, "-", "_" and "." (for example sambodhan/department-grievances).`,
  );
}
