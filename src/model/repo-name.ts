/** The form of the name of a repo on the Hub, after "Write it as". */
export const REPO_NAME_RULE = 'owner/name, with letters, digits, "-", "_" and "."';

const PART = '[A-Za-z0-9_](?:[\\w.-]*[A-Za-z0-9_])?';
/** Pattern of the names that the Hub allows for a repo, without the limit of length. */
export const REPO_NAME_PATTERN = new RegExp(`^(?!.*(?:--|\\.\\.|\\.git$))${PART}/${PART}$`);
const OWNER_NAME = new RegExp(`^${PART}$`);
export const LONGEST_REPO_NAME = 96;

/**
 * True for a name that the Hub allows for a repo (`validate_repo_id` of huggingface_hub): `owner/name`, letters,
 * digits, `-`, `_` and `.`, neither starting nor ending with `-` or `.`, without `--` and `..`, at most 96 characters.
 */
export function isRepoName(name: string): boolean {
  return REPO_NAME_PATTERN.test(name) && name.length <= LONGEST_REPO_NAME;
}

/**
 * Returns the repo that an address names, such as that of its page, of a file in it or of its clone; null for a text
 * without one.
 */
export function repoNameIn(address: string): string | null {
  const path = address
    .replace(/^[a-z+]+:\/\/(?:[^/]*[.:@][^/]*\/)?|^git@[^:/]*:/i, '')
    .replace(/^[^/\s]*\.[^/\s]*\/(?=(?:datasets|models|spaces)\/)/, '');
  const [, name] =
    /^(?:(?:datasets|models|spaces)\/)?([^/\s]+\/[^/\s?#]+)(?:\/?$|[?#]|\/(?:tree|blob|resolve)\/)/.exec(
      path,
    ) ?? [];
  const repo = name?.replace(/\.git$/, '');
  return repo !== undefined && repo !== address && isRepoName(repo) ? repo : null;
}

/** True for a possible name of a user or an organization of the Hub. */
export function isOwnerName(name: string): boolean {
  return OWNER_NAME.test(name) && !/--|\.\./.test(name) && name.length <= LONGEST_REPO_NAME;
}
